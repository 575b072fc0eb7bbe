import type { ClaimId } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import type { Projection } from "../projection/projection.js";

/**
 * Finds relations by claim id: a hash table over the table's rows, two integers a relation. Made once for a
 * projection, when a claim is first looked up.
 */
export class RelationIndex {
  private readonly projection: Projection;
  /** Relation numbers by hash, linear probing; -1 is free. */
  private readonly slots: Int32Array;

  private constructor(projection: Projection) {
    this.projection = projection;
    const { relations } = projection;
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(relations.count * 2 + 2))).fill(-1);
    for (let relation = 0; relation < relations.count; relation += 1) {
      this.slots[this.freeSlot(relations.id(relation))] = relation;
    }
  }

  static of(projection: Projection): RelationIndex {
    const index = INDICES.get(projection) ?? new RelationIndex(projection);
    INDICES.set(projection, index);
    return index;
  }

  /** The relation with this id that is known on a day (at most one is), or -1. */
  knownOn(id: ClaimId, knownAt: Day): number {
    const { recorded, retracted } = this.projection.relations;
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
      if (this.projection.relations.id(relation) === id) yield relation;
    }
  }

  private freeSlot(id: ClaimId): number {
    const mask = this.slots.length - 1;
    let slot = hash(id) & mask;
    while (this.slots[slot] !== -1) slot = (slot + 1) & mask;
    return slot;
  }
}

const INDICES = new WeakMap<Projection, RelationIndex>();

/** FNV-1a over the text's code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}
