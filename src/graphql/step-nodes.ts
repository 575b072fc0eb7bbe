import type { ResidentEntity } from "../graph/entity-table.js";
import type { PathStep } from "../graph/paths/path.js";
import { WalkedStep } from "../graph/paths/walked-step.js";
import type { ResidentRelation } from "../questions/resident/resident-relation.js";
import type { GraphContext } from "./context.js";
import type { Moment } from "./moment.js";

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
