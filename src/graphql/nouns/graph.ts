import { Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver } from "type-graphql";
import { checkedDays } from "../../domain/dossier.js";
import type { EntityKind } from "../../domain/entity.js";
import type { Limits } from "../../domain/limits.js";
import {
  type EntityCount,
  entityCounts,
  relationCounts,
  relationsKnownOn,
} from "../../questions/graph-info.js";
import type { GraphContext } from "../context.js";
import { EntityKindEnum } from "./enums.js";
import { RelationCountType } from "./relation.js";
import { DateTimeScalar } from "./scalars.js";
import { CheckedDaysType } from "./scope.js";
import { DossierType } from "./source.js";

@ObjectType("EntityCount", { description: "How many entities of one kind there are.", simpleResolvers: true })
export class EntityCountType implements EntityCount {
  @Field(() => EntityKindEnum, { description: "The kind." })
  declare kind: EntityKind;

  @Field(() => Int, { description: "How many." })
  declare count: number;
}

@ObjectType("GraphInfo", {
  description: "The graph as a whole, as of its current version.",
  simpleResolvers: true,
})
export class GraphInfoType {}

@Resolver(() => GraphInfoType)
export class GraphResolver {
  @Query(() => GraphInfoType, { nullable: true, description: "What the graph holds." })
  graph() {
    return {};
  }

  @FieldResolver(() => String, {
    description: 'Rises by one with each load; "0" where nothing was loaded yet.',
  })
  version(@Ctx() context: GraphContext) {
    return context.projection.version;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: "When it was loaded last; null where nothing was loaded yet.",
  })
  changedAt(@Ctx() context: GraphContext) {
    return context.projection.changedAt;
  }

  @FieldResolver(() => CheckedDaysType, {
    nullable: true,
    description: "When its dossiers were last checked; null where none of them says.",
  })
  checked(@Ctx() context: GraphContext) {
    return checkedDays(context.projection.dossiers);
  }

  @FieldResolver(() => [EntityCountType], {
    description: "Entities by kind; kinds without any are left out.",
  })
  entities(@Ctx() context: GraphContext) {
    return entityCounts(context.projection);
  }

  @FieldResolver(() => [RelationCountType], {
    description: "Relations known today by kind, whatever their status; kinds without any are left out.",
  })
  relations(@Ctx() context: GraphContext) {
    return relationCounts(context.projection, relationsKnownOn(context.projection, context.today));
  }

  @FieldResolver(() => Int, { description: "Probes and listings." })
  flags(@Ctx() context: GraphContext) {
    return context.projection.flags.size;
  }

  @FieldResolver(() => Int, { description: "Sources that claims cite." })
  sources(@Ctx() context: GraphContext) {
    return context.projection.sources.size;
  }

  @FieldResolver(() => [DossierType], { description: "The dossiers, by slug." })
  dossiers(@Ctx() context: GraphContext) {
    return context.projection.dossiers;
  }

  @FieldResolver(() => String, { description: "The store's engine and its version." })
  engine(@Ctx() context: GraphContext) {
    return context.graph.store.engine;
  }

  @FieldResolver(() => LimitsType, { description: "How much one request may ask for." })
  limits(@Ctx() context: GraphContext) {
    return context.limits;
  }
}

@ObjectType("Limits", {
  description:
    "How much one request may ask for. A refusal names the limit, the value and what to do instead.",
  simpleResolvers: true,
})
export class LimitsType implements Limits {
  @Field(() => Int, { description: "Bytes of a document." })
  declare maxDocumentBytes: number;

  @Field(() => Int, { description: "Words and signs of a document." })
  declare maxTokens: number;

  @Field(() => Int, { description: "How deep fields may stand in fields." })
  declare maxDepth: number;

  @Field(() => Int, {
    description:
      "Fields under another name, and fields asked for again beside themselves, fragments written out. A document may hold as many fragments.",
  })
  declare maxAliases: number;

  @Field(() => Int, { description: "Fields at the top of an operation." })
  declare maxRootFields: number;

  @Field(() => Int, {
    description:
      "How many fields an answer may hold, counted before it is worked out: a page counts what `first` or `last` asks for, another list five, and a search some thousands.",
  })
  declare maxCost: number;

  @Field(() => Int, { description: "Items on a page of a list." })
  declare maxPageSize: number;

  @Field(() => Int, { description: "Claims in a chain or path: the greatest `maxHops`." })
  declare maxHops: number;

  @Field(() => Int, { description: "How many claims the searches of one operation may look at." })
  declare rowBudget: number;

  @Field(() => Int, {
    description: "How many claims may be tried for one list of paths, which then ends early.",
  })
  declare pathBudget: number;

  @Field(() => Int, { description: "Milliseconds after which an operation is cut short." })
  declare deadlineMs: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "Requests in any minute for the key that asks, or for the address where there is none; null: as many as they like.",
  })
  declare requestsPerMinute: number | null;
}
