/** The engine's projection of plain records, read as from a store. */
import type { Relation } from "../../../src/domain/relation.js";
import { buildProjection } from "../../../src/graph/build-projection.js";
import type { Projection } from "../../../src/graph/projection.js";
import { relationColumns } from "../../../src/graph/relation-table-builder.js";
import type { GraphReader, RecordPage } from "../../../src/store/graph-store.js";
import type { World } from "./world.js";

export function projectionOf(world: World): Promise<Projection> {
  return buildProjection(readerOf(world));
}

/** A store that holds exactly these records. */
function readerOf(world: World): GraphReader {
  return {
    idsAtOnce: Number.POSITIVE_INFINITY,
    engine: "plain records",
    version: () => Promise.resolve({ n: 1, changedAt: null }),
    readRecords: () => pages(recordPages(world)),
    readRelations: () => pages([relationColumns(relationsOf(world))]),
    entities: (ids) => Promise.resolve(world.entities.filter((entity) => ids.includes(entity.id))),
    claims: () => Promise.resolve([]),
    changesSince: () => Promise.resolve(null),
    nouns: () => Promise.resolve([]),
    readDossier: () => pages([]),
    unfinishedLoad: () => Promise.resolve(0),
    close: () => Promise.resolve(),
  };
}

async function* pages<T>(all: readonly T[]): AsyncIterable<T> {
  yield* all;
}

function recordPages({ entities, flags, claims }: World): readonly RecordPage[] {
  return [
    { kind: "nouns", nouns: flags.map((value) => ({ record: "flag", value }) as const) },
    { kind: "nouns", nouns: entities.map((value) => ({ record: "entity", value }) as const) },
    {
      kind: "claims",
      claims: claims
        .filter((claim) => claim.record !== "relation")
        .map((claim) => ({ claim, since: 1, until: null })),
    },
  ];
}

/** By (id, revision). */
function relationsOf({ claims }: World): readonly Relation[] {
  return claims
    .flatMap((claim) => (claim.record === "relation" ? [claim] : []))
    .sort((a, b) => (a.id === b.id ? a.revision - b.revision : a.id < b.id ? -1 : 1));
}
