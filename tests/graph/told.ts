import type { Adjacency } from "../../src/graph/adjacency.js";
import type { Projection } from "../../src/graph/projection.js";
import { FUNDING } from "../../src/graph/relation-table.js";

/** Everything that a projection tells its readers, as plain values in its own numbers and its own order. */
export function told(projection: Projection): unknown {
  const { entities, relations, sources, flags, subjectsOf, ...rest } = projection;
  return plain({
    ...rest,
    entities: each(entities.count, (entity) => ({
      ...entities.at(entity),
      number: entities.indexOf(entities.id(entity)),
      days: [
        entities.foundedEarliest[entity],
        entities.foundedLatest[entity],
        entities.dissolvedEarliest[entity],
        entities.dissolvedLatest[entity],
      ],
    })),
    relations: each(relations.count, (relation) => ({
      id: relations.id(relation),
      slug: relations.slug(relation),
      kind: relations.kindOf(relation),
      ends: [relations.from[relation], relations.to[relation]],
      marks: relations.marks[relation],
      days: [
        relations.startEarliest(relation),
        relations.startLatest(relation),
        relations.endEarliest(relation),
        relations.endLatest(relation),
        relations.recorded[relation],
        relations.retracted[relation],
      ],
      // Of a Funding this is a place among amounts, which tells nothing by itself.
      share: relations.kind[relation] === FUNDING ? null : relations.shareMin[relation],
      shareMax: relations.shareMax[relation],
      amount: relations.amount(relation),
      currency: relations.currency(relation),
    })),
    outgoing: listed(relations.outgoing, entities.count),
    incoming: listed(relations.incoming, entities.count),
    up: listed(relations.up, entities.count),
    down: listed(relations.down, entities.count),
    sources: [...sources].sort(([a], [b]) => (a < b ? -1 : 1)),
    flags: [...flags],
    subjectsOf: [...subjectsOf],
  });
}

function listed(list: Adjacency, entities: number): unknown {
  return each(entities, (entity) => ({
    relations: [...list.of(entity)],
    ends: list.ends && [...list.ends.subarray(list.offsets[entity], list.offsets[entity + 1])],
  }));
}

function each<T>(count: number, tell: (number: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, number) => tell(number));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
