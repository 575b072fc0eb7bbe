/** Compressed sparse rows: the relations of each entity, in the order of the relation table. */
export class Adjacency {
  /** `offsets[e]` to `offsets[e + 1]` are the places of entity e in `relations`. */
  readonly offsets: Int32Array;
  /** Null where the table itself stands in that order: the place is the relation. */
  readonly relations: Int32Array | null;
  /** Where a walk needs it at once: for each place the entity at the other end. */
  readonly ends: Int32Array | null;

  constructor(offsets: Int32Array, relations: Int32Array | null, ends: Int32Array | null = null) {
    this.offsets = offsets;
    this.relations = relations;
    this.ends = ends;
  }

  /** The number of relations of an entity. */
  degree(entity: number): number {
    return (this.offsets[entity + 1] ?? 0) - (this.offsets[entity] ?? 0);
  }

  /** The relations of an entity, for readers that are not in a hurry. */
  *of(entity: number): Iterable<number> {
    const end = this.offsets[entity + 1] ?? 0;
    for (let place = this.offsets[entity] ?? 0; place < end; place += 1) {
      yield this.relations === null ? place : (this.relations[place] as number);
    }
  }

  get byteLength(): number {
    return this.offsets.byteLength + (this.relations?.byteLength ?? 0) + (this.ends?.byteLength ?? 0);
  }
}

/** Where each entity's relations begin; -1 in place of an entity: the relation is to be left out. */
export function countOffsets(entities: number, entityOf: Int32Array): Int32Array {
  const offsets = new Int32Array(entities + 1);
  for (let relation = 0; relation < entityOf.length; relation += 1) {
    const entity = entityOf[relation] as number;
    if (entity >= 0) offsets[entity + 1] = (offsets[entity + 1] as number) + 1;
  }
  for (let entity = 0; entity < entities; entity += 1) {
    offsets[entity + 1] = (offsets[entity + 1] as number) + (offsets[entity] as number);
  }
  return offsets;
}

/**
 * The neighbour lists of a finished table; stable, so that each list stands in the table's order. With `endOf` the entity at
 * the other end of each relation stands beside it.
 */
export function adjacencyBy(entities: number, entityOf: Int32Array, endOf?: Int32Array): Adjacency {
  const offsets = countOffsets(entities, entityOf);
  const relations = placed(offsets, entityOf);
  const ends = endOf ? relations.map((relation) => endOf[relation] as number) : null;
  return new Adjacency(offsets, relations, ends);
}

/** A counting sort: the relations in the order of their entities, otherwise as they came. */
export function placed(offsets: Int32Array, entityOf: Int32Array): Int32Array {
  const next = offsets.slice(0, -1);
  const order = new Int32Array(offsets.at(-1) ?? 0);
  for (let relation = 0; relation < entityOf.length; relation += 1) {
    const entity = entityOf[relation] as number;
    if (entity < 0) continue;
    const place = next[entity] as number;
    order[place] = relation;
    next[entity] = place + 1;
  }
  return order;
}
