import type { Projection } from "../projection/projection.js";
import type { View } from "../projection/view.js";
import type { WalkDirection } from "./hubs.js";

/**
 * Whether own+ may lead from a party to anything that a flag speaks of, whatever the days, the statuses and the question:
 * most of a graph lies aside of all flags, and a walk that looks for flagged parties need not go there. Where a question
 * supposes two parties to be one, everything may.
 */
export function leadsToFlagged(view: View, direction: WalkDirection): (party: number) => boolean {
  if (view.supposed.same.length > 0) return () => true;
  const marks = marksOf(view.projection)[direction];
  const { next } = view.parties;
  return (party) => {
    let member = party;
    do {
      if (marks[member] === 1) return true;
      member = next[member] as number;
    } while (member !== party);
    return false;
  };
}

type Marks = Readonly<Record<WalkDirection, Uint8Array>>;

function marksOf(projection: Projection): Marks {
  const known = KNOWN.get(projection);
  if (known) return known;
  const marks = { up: marksFrom(projection, "up"), down: marksFrom(projection, "down") };
  KNOWN.set(projection, marks);
  return marks;
}

const KNOWN = new WeakMap<Projection, Marks>();

/** Marks whatever leads in a direction to an entity that a flag speaks of, that entity included: walks the other way. */
function marksFrom(projection: Projection, direction: WalkDirection): Uint8Array {
  const { entities, relations, subjectsOf, decidedIdentities } = projection;
  const marks = new Uint8Array(entities.count);
  const marked: number[] = [];
  const mark = (entity: number) => {
    if (marks[entity] === 1) return;
    marks[entity] = 1;
    marked.push(entity);
  };
  const same = new Map<number, number[]>();
  for (const identity of decidedIdentities) {
    const ends = [relations.from[identity] as number, relations.to[identity] as number];
    for (const [at, end] of ends.entries()) same.set(end, [...(same.get(end) ?? []), ends[1 - at] as number]);
  }
  for (const entity of subjectsOf.keys()) mark(entity);
  const back = direction === "up" ? relations.down : relations.up;
  for (const entity of marked) {
    for (const other of same.get(entity) ?? []) mark(other);
    const end = back.offsets[entity + 1] as number;
    for (let place = back.offsets[entity] as number; place < end; place += 1) {
      const relation = (back.relations as Int32Array)[place] as number;
      mark(direction === "up" ? relations.lower(relation) : relations.upper(relation));
    }
  }
  return marks;
}
