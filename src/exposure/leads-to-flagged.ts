import type { View } from "../projection/view.js";
import { opposite, stepEnd, stepsOf, type WalkDirection } from "./hubs.js";

/**
 * Whether own+ may lead from a party to anything that a flag speaks of, on whatever day and for whatever question: most
 * of a graph lies aside of all flags, and a walk that looks for flagged parties need not go there. Worked out once for a
 * view, in time linear in its claims.
 */
export function leadsToFlagged(view: View, direction: WalkDirection): (party: number) => boolean {
  const marks = marksOf(view)[direction];
  return (party) => marks[party] === 1;
}

type Marks = Readonly<Record<WalkDirection, Uint8Array>>;

function marksOf(view: View): Marks {
  const known = KNOWN.get(view);
  if (known) return known;
  const marks = { up: marksFrom(view, "up"), down: marksFrom(view, "down") };
  KNOWN.set(view, marks);
  return marks;
}

const KNOWN = new WeakMap<View, Marks>();

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
  for (const [entity, subjects] of subjectsOf)
    if (subjects.some((subject) => view.holds(subject))) mark(view.partyOf(entity));
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
