import type { PathStep } from "../exposure/finding.js";
import type { GraphContext } from "./context.js";
import type { Moment } from "./moment.js";

/** The steps of a proof with their nodes: ids become entities and claims as known on the answer's day. */
export function stepNodes(steps: readonly PathStep[], moment: Moment, context: GraphContext) {
  return steps.map(({ from, to, relation, forward, parallel = [] }) => ({
    from: context.entityById(from),
    to: context.entityById(to),
    relation: context.relationById(relation, moment),
    forward,
    parallel: parallel.map((claim) => context.relationById(claim, moment)),
  }));
}
