import { Field, Int, ObjectType } from "type-graphql";
import type { CheckedDays } from "../../domain/dossier.js";
import type { EntityKind } from "../../domain/entity.js";
import type { RelationKind } from "../../domain/relation-kinds.js";
import type { EntityCount, RelationCount } from "../../questions/graph-info.js";
import { EntityKindEnum, RelationKindEnum } from "./enums.js";
import { DateScalar } from "./scalars.js";

@ObjectType("EntityCount", { description: "How many entities of one kind there are.", simpleResolvers: true })
export class EntityCountType implements EntityCount {
  @Field(() => EntityKindEnum, { description: "The kind." })
  declare kind: EntityKind;

  @Field(() => Int, { description: "How many." })
  declare count: number;
}

@ObjectType("RelationCount", {
  description: "How many relations of one kind there are.",
  simpleResolvers: true,
})
export class RelationCountType implements RelationCount {
  @Field(() => RelationKindEnum, { description: "The kind." })
  declare kind: RelationKind;

  @Field(() => Int, { description: "How many." })
  declare count: number;
}

@ObjectType("CheckedDays", {
  description:
    "When dossiers were last checked: what a source published after the first of these days may be missing.",
  simpleResolvers: true,
})
export class CheckedDaysType implements CheckedDays {
  @Field(() => DateScalar, { description: "The first day on which one of them was last checked." })
  declare earliest: number;

  @Field(() => DateScalar, { description: "The last such day." })
  declare latest: number;
}

@ObjectType("GraphInfo", {
  description: "The graph as a whole, as of its current version.",
  simpleResolvers: true,
})
export class GraphInfoType {}
