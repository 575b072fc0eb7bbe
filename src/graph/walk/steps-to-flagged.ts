import type { FlagSubject } from "../../domain/flag.js";
import type { Projection } from "../projection.js";
import { isOwnStep } from "../relation-table.js";
import type { View } from "../view.js";
import { opposite, stepEnd, stepsOf, type WalkDirection } from "./hubs.js";

/** Stands for a party from which ownership chains lead to nothing that a flag speaks of. */
export const NEVER_FLAGGED = 255;
/** Stands for so many steps or more: more than any walk takes. */
const FAR = 254;

/**
 * In how few steps ownership chains lead from each party, by number, to anything that a flag speaks of: on whatever day
 * and for whatever question, so that no chain of a question is shorter. Most of a graph lies aside of all flags or too
 * far from them, and a walk that looks for flagged parties need not go there. Worked out once for a view, in time linear
 * in its claims; for one that supposes something, where that changes nothing, not even then.
 */
export function stepsToFlagged(view: View, direction: WalkDirection): Uint8Array {
  return stepsIn(view)[direction];
}

type Steps = Readonly<Record<WalkDirection, Uint8Array>>;

function stepsIn(view: View): Steps {
  const known = KNOWN.get(view);
  if (known) return known;
  const base = view.base === null ? null : stepsIn(view.base);
  const found = (direction: WalkDirection) =>
    base !== null && areAlike(view, direction, base[direction])
      ? base[direction]
      : countedSteps(view, direction);
  const steps = { up: found("up"), down: found("down") };
  KNOWN.set(view, steps);
  return steps;
}

const KNOWN = new WeakMap<View, Steps>();

/**
 * Whether the numbers of the view that one is made from are its own. They are where they still fit at each party at which
 * something is supposed (a step from it that is gone, another flag): then they fit everywhere, and only one set of
 * numbers does. Where one is not told exactly it is left open.
 */
function areAlike(view: View, direction: WalkDirection, steps: Uint8Array): boolean {
  const { base, parties, supposed, projection } = view;
  if (base === null || base.parties !== parties) return false;
  const { relations } = projection;
  const gone = supposed.rejected.filter((relation) => isOwnStep(relations.kind[relation] as number));
  const changed = new Set(gone.map((relation) => stepEnd(view, relation, opposite(direction))));
  for (const entity of flaggedOtherwise(base.projection, projection)) changed.add(view.partyOf(entity));
  return [...changed].every((party) => {
    const told = steps[party] as number;
    return told !== FAR && told === stepsBy(view, party, direction, steps);
  });
}

/** The entities of which two projections of one graph say other flags. */
function flaggedOtherwise({ subjectsOf: before }: Projection, { subjectsOf: after }: Projection): number[] {
  if (before === after) return [];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (entity) => before.get(entity) !== after.get(entity),
  );
}

/** The number of a party as those of the parties tell it that ownership chains lead to. */
function stepsBy(view: View, party: number, direction: WalkDirection, steps: Uint8Array): number {
  const { subjectsOf } = view.projection;
  const adjacency = stepsOf(view, direction);
  let fewest = NEVER_FLAGGED;
  for (const member of view.members(party)) {
    if (isFlagged(view, subjectsOf.get(member))) return 0;
    view.budget.spend(1 + adjacency.degree(member));
    for (const relation of adjacency.of(member)) {
      if (view.has(relation))
        fewest = Math.min(fewest, oneMore(steps[stepEnd(view, relation, direction)] as number));
    }
  }
  return fewest;
}

function oneMore(steps: number): number {
  return steps >= FAR ? steps : steps + 1;
}

function isFlagged(view: View, subjects: readonly FlagSubject[] = []): boolean {
  return subjects.some((subject) => view.holds(subject));
}

/** Walks the other way from everything that a flag speaks of, nearest first. */
function countedSteps(view: View, direction: WalkDirection): Uint8Array {
  const { entities, subjectsOf } = view.projection;
  const steps = new Uint8Array(entities.count).fill(NEVER_FLAGGED);
  const met: number[] = [];
  const meet = (party: number, after: number) => {
    if (steps[party] !== NEVER_FLAGGED) return;
    steps[party] = after;
    met.push(party);
  };
  for (const [entity, subjects] of subjectsOf) if (isFlagged(view, subjects)) meet(view.partyOf(entity), 0);
  const back = opposite(direction);
  const adjacency = stepsOf(view, back);
  const places = adjacency.relations as Int32Array;
  for (const party of met) {
    const after = oneMore(steps[party] as number);
    let member = party;
    do {
      const end = adjacency.offsets[member + 1] as number;
      for (let place = adjacency.offsets[member] as number; place < end; place += 1) {
        const relation = places[place] as number;
        if (view.has(relation)) meet(stepEnd(view, relation, back), after);
      }
      member = view.parties.next[member] as number;
    } while (member !== party);
  }
  return steps;
}
