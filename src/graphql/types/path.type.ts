import { Field, Int, ObjectType } from "type-graphql";
import type { Verdict } from "../../domain/verdict.js";
import type { ResidentEntity } from "../../graph/entity-table.js";
import type { Path, PathStep } from "../../graph/paths/path.js";
import type { ResidentRelation } from "../../questions/resident/resident-relation.js";
import { EntityType } from "./entity.type.js";
import { VerdictEnum } from "./enums.js";
import { RelationType } from "./relation.type.js";

@ObjectType("PathStep", {
  description: "One claim of a path, read from the university (or the first entity asked about) onwards.",
  simpleResolvers: true,
})
export class PathStepType implements Pick<PathStep, "forward"> {
  @Field(() => EntityType, { description: "Where the step starts." })
  declare from: ResidentEntity;

  @Field(() => EntityType, { description: "Where it leads." })
  declare to: ResidentEntity;

  @Field(() => RelationType, { description: "The claim that carries it." })
  declare relation: ResidentRelation;

  @Field(() => [RelationType], {
    description:
      "Of a path between two entities: further claims that join the same two, in either direction unless the question is directed; by id. Empty in the proof of a finding or a judgement.",
  })
  declare parallel: readonly ResidentRelation[];

  @Field(() => Boolean, { description: "Whether the claim itself points the same way: from `from` to `to`." })
  declare forward: boolean;
}

@ObjectType("Path", {
  description: "Claims in a row that join two entities: a proof.",
  simpleResolvers: true,
})
export class PathType implements Pick<Path, "hops"> {
  @Field(() => Int, { description: "How many claims, decided identities not counted." })
  declare hops: number;
}

@ObjectType("PathAnswer", { description: "The shortest ways between two entities.", simpleResolvers: true })
export class PathAnswerType {}

@ObjectType("ControlAnswer", { description: "Whether one entity controls a company.", simpleResolvers: true })
export class ControlAnswerType {
  @Field(() => VerdictEnum, {
    description:
      "YES: it and the companies that it controls hold more than half of the votes, or a claim says so.",
  })
  declare verdict: Verdict;
}
