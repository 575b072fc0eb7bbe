import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { RelationKind } from "../../domain/relation-kinds.js";
import { pathText } from "../../explain/path-text.js";
import type { ResidentEntity } from "../../graph/entity-table.js";
import { type Path, type PathStep, WalkedStep } from "../../graph/paths/path.js";
import { DEFAULT_HUB_LIMIT, DEFAULT_MAX_HOPS } from "../../questions/arguments/exposure-terms.js";
import { answerPaths, MOST_PATHS, type PathsAnswer } from "../../questions/paths.js";
import type { ResidentRelation } from "../../questions/resident/resident-records.js";
import { type Moment, type Part, parts } from "../answer.js";
import type { GraphContext } from "../context.js";
import { EntityType } from "./entity.js";
import { RelationKindEnum } from "./enums.js";
import { given, HUB_LIMIT, KNOWN_AT, MAX_HOPS } from "./exposure-arguments.js";
import { RelationType } from "./relation.js";
import { DateScalar } from "./scalars.js";
import { SearchScopeType } from "./scope.js";

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

@Resolver(() => PathType)
export class PathResolver {
  @FieldResolver(() => [PathStepType], { description: "The claims in their order." })
  steps(@Root() { part, answer }: Part<Path, Moment>, @Ctx() context: GraphContext) {
    return stepNodes(part.steps, answer, context);
  }

  @FieldResolver(() => String, { description: "The path as one sentence." })
  text(@Root() { part, answer }: Part<Path, Moment>, @Ctx() context: GraphContext) {
    const steps = part.steps.map(({ from, to, relation, forward }) => ({
      from,
      to,
      forward,
      kind: context.relationById(relation, answer).kind,
    }));
    return pathText(steps, context.names);
  }
}

@ObjectType("PathAnswer", { description: "The shortest ways between two entities.", simpleResolvers: true })
export class PathAnswerType {
  @Field(() => SearchScopeType, { description: "What was searched." })
  declare scope: PathsAnswer["scope"];
}

@Resolver(() => PathAnswerType)
export class PathAnswerResolver {
  @FieldResolver(() => [PathType], {
    description: "The shortest first, then by the sequence of claim ids; empty: none within the limits.",
  })
  paths(@Root() { paths, scope }: PathsAnswer) {
    return parts(paths, scope);
  }
}

@Resolver()
export class PathsResolver {
  @Query(() => PathAnswerType, {
    nullable: true,
    description:
      "How two entities are connected: the shortest loopless paths over claims that may hold on validAt. Null where one of them is not there.",
  })
  paths(@Args(() => PathsArgs) args: PathsArgs, @Ctx() context: GraphContext) {
    return answerPaths(context.graph, given(args));
  }
}

/** A step of a proof with its nodes. */
interface StepNode {
  readonly from: ResidentEntity;
  readonly to: ResidentEntity;
  readonly relation: ResidentRelation;
  readonly forward: boolean;
  readonly parallel: readonly ResidentRelation[];
}

/** The steps of a proof with their nodes: ids become entities and claims as known on the answer's day. */
export function stepNodes(steps: readonly PathStep[], moment: Moment, context: GraphContext): StepNode[] {
  return steps.map((step) => {
    const number = knownNumber(step, moment, context);
    return number < 0 ? namedNode(step, moment, context) : numberedNode(step, number, context);
  });
}

function namedNode(step: PathStep, moment: Moment, context: GraphContext): StepNode {
  const { from, to, relation, forward, parallel = [] } = step;
  return {
    from: context.entityById(from),
    to: context.entityById(to),
    relation: context.relationById(relation, moment),
    forward,
    parallel: parallel.map((claim) => context.relationById(claim, moment)),
  };
}

/** The same of a step that knows its number: nothing is looked for. */
function numberedNode(
  { from, to, relation, forward }: PathStep,
  number: number,
  context: GraphContext,
): StepNode {
  const { relations } = context.projection;
  const start = relations.from[number] as number;
  const end = relations.to[number] as number;
  return {
    from: context.entityAt(forward ? start : end, from),
    to: context.entityAt(forward ? end : start, to),
    relation: context.relationAt(number, relation),
    forward,
    parallel: NONE,
  };
}

const NONE: readonly ResidentRelation[] = [];

/** The number of a step's claim in the version that the operation reads, as known on the answer's day; -1: it is to be looked for. */
function knownNumber(step: PathStep, { knownAt, version }: Moment, { projection }: GraphContext): number {
  if (version !== undefined && version !== projection) return -1;
  const number = WalkedStep.numberIn(projection, step);
  const { recorded, retracted } = projection.relations;
  const isKnown =
    number >= 0 && (recorded[number] as number) <= knownAt && knownAt < (retracted[number] as number);
  return isKnown ? number : -1;
}

@ArgsType()
export class PathsArgs {
  @Field(() => ID, { description: "One end: an entity of any kind." })
  declare from: string;

  @Field(() => ID, { description: "The other end." })
  declare to: string;

  @Field(() => Int, { nullable: true, defaultValue: 3, description: `How many paths, 1 to ${MOST_PATHS}.` })
  declare limit?: number | null;

  @Field(() => Int, { nullable: true, defaultValue: DEFAULT_MAX_HOPS, description: MAX_HOPS })
  declare maxHops?: number | null;

  @Field(() => [RelationKindEnum], {
    nullable: true,
    description: "Only claims of these kinds. Null: all but undecided identities.",
  })
  declare kinds?: readonly RelationKind[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Entities that no path may pass through; of the two ends it says nothing.",
  })
  declare avoid?: readonly string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether claims are followed only the way that they point.",
  })
  declare directed?: boolean | null;

  @Field(() => Int, { nullable: true, defaultValue: DEFAULT_HUB_LIMIT, description: HUB_LIMIT })
  declare hubLimit?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which every claim of a path may hold. Null: today.",
  })
  declare validAt?: number | null;

  @Field(() => DateScalar, { nullable: true, description: KNOWN_AT })
  declare knownAt?: number | null;
}
