import { Adjacency } from "./adjacency.js";
import type { Renumbering } from "./renumbering.js";

/** What a neighbour list needs to know of a later version. */
export interface LaterRelations {
  readonly entities: Renumbering;
  readonly relations: Renumbering;
  /** The numbers of the relations that are new, in order. */
  readonly fresh: readonly number[];
}

/**
 * The neighbour lists of a later version: those of the earlier one in its numbers, each still in the table's order, with
 * the new relations at their places. No relation goes. `entityOf` gives the entity of a new relation, or -1 where it is
 * left out; `endOf` the entity at its other end, where the lists hold it. One pass over numbers; nothing is sorted but
 * what is new.
 */
export function refreshedAdjacency(
  earlier: Adjacency,
  later: LaterRelations,
  entityOf: (relation: number) => number,
  endOf: (relation: number) => number = () => -1,
): Adjacency {
  const { entities, relations } = later;
  const coming = later.fresh
    .filter((relation) => entityOf(relation) >= 0)
    .sort((a, b) => entityOf(a) - entityOf(b) || a - b);
  const was = earlier.offsets.at(-1) as number;
  const offsets = new Int32Array(entities.count + 1);
  const places = earlier.relations && new Int32Array(was + coming.length);
  const ends = earlier.ends && new Int32Array(was + coming.length);
  let entity = 0;
  let from = 0;
  const back = entities.isSame ? null : entities.back();
  const move = (end: number, shift: number) => {
    const to = from + shift;
    if (places) relations.move(earlier.relations as Int32Array, from, end, { into: places, to });
    if (ends) entities.move(earlier.ends as Int32Array, from, end, { into: ends, to });
    from = end;
  };
  coming.forEach((relation, shift) => {
    const own = entityOf(relation);
    moveOffsets(earlier.offsets, back, offsets, { from: entity, end: own + 1, shift });
    entity = own + 1;
    const at = placeOf(earlier, later, own, relation);
    move(at, shift);
    if (places) places[at + shift] = relation;
    if (ends) ends[at + shift] = endOf(relation);
  });
  const shift = coming.length;
  moveOffsets(earlier.offsets, back, offsets, { from: entity, end: entities.count + 1, shift });
  move(was, shift);
  return new Adjacency(offsets, places, ends);
}

/** In the earlier lists, the place before which a new relation of an entity comes. */
function placeOf(
  { offsets, relations: list }: Adjacency,
  { entities, relations }: LaterRelations,
  entity: number,
  relation: number,
): number {
  const before = entities.isSame ? entity : (entities.back()[entity] as number);
  if (before < 0) return offsets[~before] as number;
  let low = offsets[before] as number;
  let high = offsets[before + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = list === null ? middle : (list[middle] as number);
    if (relations.forward(other) < relation) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Stretch {
  readonly from: number;
  readonly end: number;
  /** By how much the stretch moves. */
  readonly shift: number;
}

/** Where the lists of a stretch of entities begin now; what is new begins where the next one began. */
function moveOffsets(
  offsets: Int32Array,
  back: Int32Array | null,
  into: Int32Array,
  { from, end, shift }: Stretch,
): void {
  for (let entity = from; entity < end; entity += 1) {
    // Beyond the last entity stands the end of all lists.
    const before =
      back === null ? entity : entity < back.length ? (back[entity] as number) : offsets.length - 1;
    into[entity] = (offsets[before < 0 ? ~before : before] as number) + shift;
  }
}
