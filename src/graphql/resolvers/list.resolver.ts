import { Args, ArgsType, Ctx, Field, Query, Resolver } from "type-graphql";
import type { EntityKind } from "../../domain/entity.js";
import type { FlagKind } from "../../domain/flag.js";
import { listDecisions } from "../../questions/lists/act-lists.js";
import { listEntities } from "../../questions/lists/entity-list.js";
import { listFlags } from "../../questions/lists/flag-list.js";
import { connection } from "../connection.js";
import type { GraphContext } from "../context.js";
import { DecisionConnection } from "../types/claim.type.js";
import { CompanyConnection, ProgramConnection, UniversityConnection } from "../types/entity.type.js";
import {
  DecisionFilterInput,
  EntityFilterInput,
  EntityOrderInput,
  FlagFilterInput,
} from "../types/filter.type.js";
import { FlagConnection, ListingConnection, ProbeConnection } from "../types/flag.type.js";
import { ListArgs } from "../types/page.type.js";

@ArgsType()
class EntityListArgs extends ListArgs {
  @Field(() => EntityFilterInput, { nullable: true, description: "Which; null: all." })
  declare filter?: EntityFilterInput | null;

  @Field(() => EntityOrderInput, { nullable: true, description: "In which order; null: by id." })
  declare orderBy?: EntityOrderInput | null;
}

@ArgsType()
class FlagListArgs extends ListArgs {
  @Field(() => FlagFilterInput, { nullable: true, description: "Which; null: all." })
  declare filter?: FlagFilterInput | null;
}

@ArgsType()
class DecisionListArgs extends ListArgs {
  @Field(() => DecisionFilterInput, { nullable: true, description: "Which; null: all." })
  declare filter?: DecisionFilterInput | null;
}

function entityPage(context: GraphContext, kind: EntityKind, args: EntityListArgs) {
  const list = listEntities(context.scope(args), kind, args.filter ?? {}, args.orderBy ?? null);
  return connection(list, args, (number) => context.entityAt(number));
}

function flagPage(context: GraphContext, kinds: readonly FlagKind[] | null, args: FlagListArgs) {
  const list = listFlags(context.scope(args), args.filter ?? {}, kinds);
  return connection(list, args, (flag) => flag);
}

@Resolver()
export class ListResolver {
  @Query(() => UniversityConnection, { nullable: true, description: "Universities." })
  universities(@Args(() => EntityListArgs) args: EntityListArgs, @Ctx() context: GraphContext) {
    return entityPage(context, "University", args);
  }

  @Query(() => CompanyConnection, { nullable: true, description: "Companies, subsidiaries among them." })
  companies(@Args(() => EntityListArgs) args: EntityListArgs, @Ctx() context: GraphContext) {
    return entityPage(context, "Company", args);
  }

  @Query(() => ProgramConnection, { nullable: true, description: "Programs." })
  programs(@Args(() => EntityListArgs) args: EntityListArgs, @Ctx() context: GraphContext) {
    return entityPage(context, "Program", args);
  }

  @Query(() => FlagConnection, {
    nullable: true,
    description: "Probes and listings, in order of date of their first event.",
  })
  flags(@Args(() => FlagListArgs) args: FlagListArgs, @Ctx() context: GraphContext) {
    return flagPage(context, null, args);
  }

  @Query(() => ProbeConnection, {
    nullable: true,
    description: "Probes, in order of date of their first event.",
  })
  probes(@Args(() => FlagListArgs) args: FlagListArgs, @Ctx() context: GraphContext) {
    return flagPage(context, ["Probe"], args);
  }

  @Query(() => ListingConnection, {
    nullable: true,
    description: "Listings, in order of date of their first event.",
  })
  listings(@Args(() => FlagListArgs) args: FlagListArgs, @Ctx() context: GraphContext) {
    return flagPage(context, ["Listing"], args);
  }

  @Query(() => DecisionConnection, {
    nullable: true,
    description: "Who decided what about whom, when: in order of date.",
  })
  decisions(@Args(() => DecisionListArgs) args: DecisionListArgs, @Ctx() context: GraphContext) {
    return connection(listDecisions(context.scope(args), args.filter ?? {}), args, (decision) => decision);
  }
}
