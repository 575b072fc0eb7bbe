import type { FlagSubject } from "../domain/flag.js";
import type { Projection } from "../projection/projection.js";
import { isOwnStep } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { opposite, stepEnd, stepsOf, type WalkDirection } from "./hubs.js";

/**
 * Whether own+ may lead from a party to anything that a flag speaks of, on whatever day and for whatever question: most
 * of a graph lies aside of all flags, and a walk that looks for flagged parties need not go there. Worked out once for a
 * view, in time linear in its claims; for one that supposes something, where that changes nothing, not even then.
 */
export function leadsToFlagged(view: View, direction: WalkDirection): (party: number) => boolean {
  const marks = marksOf(view)[direction];
  return (party) => marks[party] === 1;
}

type Marks = Readonly<Record<WalkDirection, Uint8Array>>;

function marksOf(view: View): Marks {
  const known = KNOWN.get(view);
  if (known) return known;
  const alike = view.base === null ? null : marksOf(view.base);
  const marks = {
    up: alike !== null && leadAlike(view, "up", alike.up) ? alike.up : marksFrom(view, "up"),
    down: alike !== null && leadAlike(view, "down", alike.down) ? alike.down : marksFrom(view, "down"),
  };
  KNOWN.set(view, marks);
  return marks;
}

const KNOWN = new WeakMap<View, Marks>();

/**
 * Whether the marks of the view that one is made from are its own. They are where each party at which something is
 * supposed (a step from it that is gone, another flag) leads to a flagged one as before: a way that falls away leads
 * through such a party, and so does one that comes.
 */
function leadAlike(view: View, direction: WalkDirection, marks: Uint8Array): boolean {
  const { base, parties, supposed, projection } = view;
  if (base === null || base.parties !== parties) return false;
  const { relations } = projection;
  const steps = supposed.rejected.filter((relation) => isOwnStep(relations.kind[relation] as number));
  const changed = new Set(steps.map((relation) => stepEnd(view, relation, opposite(direction))));
  for (const entity of flaggedOtherwise(base.projection, projection)) changed.add(view.partyOf(entity));
  return [...changed].every((party) => leads(view, party, direction, marks) === (marks[party] === 1));
}

/** The entities of which two projections of one graph say other flags. */
function flaggedOtherwise({ subjectsOf: before }: Projection, { subjectsOf: after }: Projection): number[] {
  if (before === after) return [];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (entity) => before.get(entity) !== after.get(entity),
  );
}

/** Whether own+ leads from a party to a flagged one: looked for where it did. */
function leads(view: View, start: number, direction: WalkDirection, marks: Uint8Array): boolean {
  const steps = stepsOf(view, direction);
  const met = new Set([start]);
  for (const party of met) {
    view.budget.spend();
    for (const member of view.members(party)) {
      if (isFlagged(view, view.projection.subjectsOf.get(member))) return true;
      for (const relation of steps.of(member)) {
        const end = view.has(relation) ? stepEnd(view, relation, direction) : -1;
        if (marks[end] === 1) met.add(end);
      }
    }
  }
  return false;
}

function isFlagged(view: View, subjects: readonly FlagSubject[] = []): boolean {
  return subjects.some((subject) => view.holds(subject));
}

/** Marks the parties that lead in a direction to one that a flag speaks of, that one included: walks the other way. */
function marksFrom(view: View, direction: WalkDirection): Uint8Array {
  const { entities, subjectsOf } = view.projection;
  const marks = new Uint8Array(entities.count);
  const marked: number[] = [];
  const mark = (party: number) => {
    if (marks[party] === 1) return;
    marks[party] = 1;
    marked.push(party);
  };
  for (const [entity, subjects] of subjectsOf) if (isFlagged(view, subjects)) mark(view.partyOf(entity));
  const back = opposite(direction);
  const steps = stepsOf(view, back);
  const places = steps.relations as Int32Array;
  for (const party of marked) {
    let member = party;
    do {
      const end = steps.offsets[member + 1] as number;
      for (let place = steps.offsets[member] as number; place < end; place += 1) {
        const relation = places[place] as number;
        if (view.has(relation)) mark(stepEnd(view, relation, back));
      }
      member = view.parties.next[member] as number;
    } while (member !== party);
  }
  return marks;
}
