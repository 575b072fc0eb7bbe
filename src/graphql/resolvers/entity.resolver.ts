import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from "type-graphql";
import { type EntityId, IDENTIFIER_SCHEMES, type Identifier } from "../../domain/entity.js";
import type { SubjectRole } from "../../domain/flag.js";
import type { RelationKind } from "../../domain/relation-kinds.js";
import type { ResidentEntity } from "../../graph/entity-table.js";
import { relationCounts } from "../../questions/graph-info.js";
import { MAX_PAGE_SIZE } from "../../questions/keyset.js";
import { decisionsAbout } from "../../questions/lists/act-lists.js";
import { flagsOf } from "../../questions/lists/flag-list.js";
import { type Direction, relationsByDate, relationsOf } from "../../questions/lists/relation-list.js";
import { timelineOf } from "../../questions/lists/timeline.js";
import { connection } from "../connection.js";
import type { GraphContext } from "../context.js";
import { DecisionConnection } from "../types/claim.type.js";
import { EntityType, IdentifierType } from "../types/entity.type.js";
import { DirectionEnum, RelationKindEnum, SubjectRoleEnum } from "../types/enums.js";
import { FlagConnection, TimelineConnection } from "../types/flag.type.js";
import { RelationCountType } from "../types/graph.type.js";
import { ListArgs } from "../types/page.type.js";
import { RelationConnection } from "../types/relation.type.js";
import { UncertainDateScalar } from "../types/scalars.js";

@ArgsType()
export class FlagsOfArgs extends ListArgs {
  @Field(() => [SubjectRoleEnum], { nullable: true, description: "Only these roles; null: all." })
  declare roles?: readonly SubjectRole[] | null;
}

@ArgsType()
class RelationsArgs extends ListArgs {
  @Field(() => [RelationKindEnum], { nullable: true, description: "Only these kinds; null: all." })
  declare kinds?: readonly RelationKind[] | null;

  @Field(() => DirectionEnum, {
    nullable: true,
    defaultValue: "both",
    description: "Which end the entity is.",
  })
  declare direction?: Direction | null;

  @Field(() => [ID], {
    nullable: true,
    description: `Only those with one of these at the other end, or with one party with it; ${MAX_PAGE_SIZE} at most. Null: all.`,
  })
  declare others?: readonly EntityId[] | null;
}

@Resolver(() => EntityType)
export class EntityResolver {
  @FieldResolver(() => String, {
    description:
      "The short name by which texts call it once its name is said; the name where it has no other.",
  })
  shortName(@Root() entity: ResidentEntity) {
    return entity.short ?? entity.name;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "State, province or place; null where no source says.",
  })
  async region(@Root() entity: ResidentEntity, @Ctx() context: GraphContext) {
    return (await context.fullEntity(entity)).region;
  }

  @FieldResolver(() => UncertainDateScalar, {
    nullable: true,
    description: "When it was founded; null where no source says.",
  })
  async founded(@Root() entity: ResidentEntity, @Ctx() context: GraphContext) {
    return (await context.fullEntity(entity)).founded;
  }

  @FieldResolver(() => UncertainDateScalar, {
    nullable: true,
    description: "The last day on which it was there; null where it still is, as far as known.",
  })
  async dissolved(@Root() entity: ResidentEntity, @Ctx() context: GraphContext) {
    return (await context.fullEntity(entity)).dissolved;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Its address on the web; null where not noted.",
  })
  async website(@Root() entity: ResidentEntity, @Ctx() context: GraphContext) {
    return (await context.fullEntity(entity)).website;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "A line for readers; null where there is none.",
  })
  async summary(@Root() entity: ResidentEntity, @Ctx() context: GraphContext) {
    return (await context.fullEntity(entity)).summary;
  }

  @FieldResolver(() => [RelationCountType], {
    description:
      "How many relations of each kind name it today, whatever their status; kinds without any are left out.",
  })
  relationCounts(@Root() entity: ResidentEntity, @Ctx() context: GraphContext) {
    return relationCounts(
      context.projection,
      relationsOf(context.scope({}), entity.id, { kinds: null, direction: "both" }),
    );
  }

  @FieldResolver(() => FlagConnection, {
    description: "The flags that concern it, in order of date, in whatever role and state.",
  })
  flags(
    @Root() entity: ResidentEntity,
    @Args(() => FlagsOfArgs) args: FlagsOfArgs,
    @Ctx() context: GraphContext,
  ) {
    return connection(flagsOf(context.scope(args), entity.id, args.roles ?? null), args, (flag) => flag);
  }

  @FieldResolver(() => DecisionConnection, {
    description: "The decisions that it took and those that name it, in order of date.",
  })
  decisions(
    @Root() entity: ResidentEntity,
    @Args(() => ListArgs) args: ListArgs,
    @Ctx() context: GraphContext,
  ) {
    return connection(decisionsAbout(context.scope(args), entity.id), args, (decision) => decision);
  }

  @FieldResolver(() => RelationConnection, {
    description:
      "The relations that name it, in order of date, whatever their status; those without a start come last.",
  })
  async relations(
    @Root() entity: ResidentEntity,
    @Args(() => RelationsArgs) args: RelationsArgs,
    @Ctx() context: GraphContext,
  ) {
    const scope = context.scope(args);
    const found = relationsOf(scope, entity.id, {
      kinds: args.kinds ?? null,
      direction: args.direction ?? "both",
      others: args.others,
    });
    const list = await relationsByDate(scope, found, context.findStartless);
    return connection(list, args, (relation) => context.relationAt(relation));
  }

  @FieldResolver(() => TimelineConnection, {
    description:
      "Its dated claims, those of its flags and of its decisions, in order of date; denied ones too, as such.",
  })
  async timeline(
    @Root() entity: ResidentEntity,
    @Args(() => ListArgs) args: ListArgs,
    @Ctx() context: GraphContext,
  ) {
    const scope = context.scope(args);
    const list = await timelineOf(scope, entity.id, context.findStartless);
    return connection(list, args, (item) => ({ item, scope }));
  }
}

@Resolver(() => IdentifierType)
export class IdentifierResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "Where the number can be looked up; null where the registry has no such page.",
  })
  url(@Root() { scheme, value }: Identifier): string | null {
    return IDENTIFIER_SCHEMES[scheme]?.replace("$", encodeURIComponent(value)) ?? null;
  }
}
