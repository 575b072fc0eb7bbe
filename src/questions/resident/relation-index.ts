import type { ClaimId } from "../../domain/claim.js";
import type { Day } from "../../domain/day.js";
import type { Adjacency } from "../../graph/adjacency.js";
import { LookupCache } from "../../graph/lookup-cache.js";
import { type Origin, originOf, type Projection } from "../../graph/projection.js";
import type { RelationTable } from "../../graph/relation-table.js";

/**
 * Finds relations by claim id: a hash table over the table's rows, two integers a relation. Made once for a
 * projection, when a claim is first looked up; for one that was refreshed from another, by moving that one's numbers.
 */
export class RelationIndex {
  private readonly relations: RelationTable;
  /** Relation numbers by hash, linear probing; -1 is free. */
  private readonly slots: Int32Array;
  readonly #cache = new LookupCache<readonly number[]>();

  private constructor(relations: RelationTable, slots: Int32Array) {
    this.relations = relations;
    this.slots = slots;
  }

  static of(projection: Projection): RelationIndex {
    const { relations } = projection;
    const known = INDICES.get(relations);
    if (known !== undefined) return known;
    const slots = SLOTS.get(relations.outgoing) ?? movedSlots(projection) ?? slotsOf(relations);
    SLOTS.set(relations.outgoing, slots);
    const index = new RelationIndex(relations, slots);
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
  revisions(id: ClaimId): readonly number[] {
    return this.#cache.find(id, this.#find) ?? [];
  }

  readonly #find = (id: ClaimId): readonly number[] | null => {
    const found: number[] = [];
    const mask = this.slots.length - 1;
    for (let slot = hash(id) & mask; ; slot = (slot + 1) & mask) {
      const relation = this.slots[slot] as number;
      if (relation === -1) return found.length > 0 ? found : null;
      if (this.relations.id(relation) === id) found.push(relation);
    }
  };
}

function slotsOf(relations: RelationTable): Int32Array {
  const slots = new Int32Array(slotsFor(relations.count)).fill(-1);
  for (let relation = 0; relation < relations.count; relation += 1) put(slots, relations, relation);
  return slots;
}

function slotsFor(relations: number): number {
  return 2 ** Math.ceil(Math.log2(relations * 2 + 2));
}

function put(slots: Int32Array, relations: RelationTable, relation: number): void {
  const mask = slots.length - 1;
  let slot = hash(relations.id(relation)) & mask;
  while (slots[slot] !== -1) slot = (slot + 1) & mask;
  slots[slot] = relation;
}

/** The slots of the version from which a projection was refreshed, with its numbers; null: there are none that fit. */
function movedSlots(projection: Projection): Int32Array | null {
  const origin = originOf(projection);
  const slots = origin && SLOTS.get(origin.earlier.relations.outgoing);
  const { relations } = projection;
  return origin && slots?.length === slotsFor(relations.count) ? moved(slots, relations, origin) : null;
}

function moved(earlier: Int32Array, relations: RelationTable, { numbers, fresh }: Origin): Int32Array {
  const slots = new Int32Array(earlier.length);
  numbers.move(earlier, 0, earlier.length, { into: slots, to: 0 });
  for (const relation of fresh) put(slots, relations, relation);
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
