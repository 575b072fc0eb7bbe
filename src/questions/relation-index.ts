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

  private constructor(relations: RelationTable) {
    this.relations = relations;
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(relations.count * 2 + 2))).fill(-1);
    for (let relation = 0; relation < relations.count; relation += 1) {
      this.slots[this.freeSlot(relations.id(relation))] = relation;
    }
  }

  static of({ relations }: Projection): RelationIndex {
    const index = INDICES.get(relations.outgoing) ?? new RelationIndex(relations);
    INDICES.set(relations.outgoing, index);
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

  private freeSlot(id: ClaimId): number {
    const mask = this.slots.length - 1;
    let slot = hash(id) & mask;
    while (this.slots[slot] !== -1) slot = (slot + 1) & mask;
    return slot;
  }
}

/** By the neighbour lists, which a supposed projection shares with its own: ids and order are the same. */
const INDICES = new WeakMap<Adjacency, RelationIndex>();

/** FNV-1a over the text's code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}
