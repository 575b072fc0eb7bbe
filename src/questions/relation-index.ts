import type { ClaimId } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import type { Adjacency } from "../projection/adjacency.js";
import type { Projection } from "../projection/projection.js";
import type { RelationTable } from "../projection/relation-table.js";

/**
 * Finds relations by claim id: a hash table over the table's rows, two integers a relation. Made once for a
 * projection, when a claim is first looked up.
 */
export class RelationIndex {
  private readonly relations: RelationTable;
  /** Relation numbers by hash, linear probing; -1 is free. */
  private readonly slots: Int32Array;

  private constructor(relations: RelationTable, slots: Int32Array) {
    this.relations = relations;
    this.slots = slots;
  }

  static of({ relations }: Projection): RelationIndex {
    const slots = SLOTS.get(relations.outgoing) ?? slotsOf(relations);
    SLOTS.set(relations.outgoing, slots);
    const index = INDICES.get(relations) ?? new RelationIndex(relations, slots);
    INDICES.set(relations, index);
    return index;
  }

  /** The relation with this id that is known on a day (at most one is), or -1. */
  knownOn(id: ClaimId, knownAt: Day): number {
    const { recorded, retracted } = this.relations;
    for (const relation of this.revisions(id)) {
      if ((recorded[relation] as number) <= knownAt && (retracted[relation] as number) > knownAt)
        return relation;
    }
    return -1;
  }

  /** Every revision of a claim. */
  *revisions(id: ClaimId): Iterable<number> {
    const mask = this.slots.length - 1;
    for (let slot = hash(id) & mask; ; slot = (slot + 1) & mask) {
      const relation = this.slots[slot] as number;
      if (relation === -1) return;
      if (this.relations.id(relation) === id) yield relation;
    }
  }
}

function slotsOf(relations: RelationTable): Int32Array {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(relations.count * 2 + 2))).fill(-1);
  const mask = slots.length - 1;
  for (let relation = 0; relation < relations.count; relation += 1) {
    let slot = hash(relations.id(relation)) & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = relation;
  }
  return slots;
}

/** By the neighbour lists, which a table with other shares or days shares with its own: ids and order are the same. */
const SLOTS = new WeakMap<Adjacency, Int32Array>();
const INDICES = new WeakMap<RelationTable, RelationIndex>();

/** FNV-1a over the text's code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}
