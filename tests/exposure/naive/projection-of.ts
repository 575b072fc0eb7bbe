/** The engine's projection of plain records, read as from a store. */
import { isDecidedIdentity, type Relation } from "../../../src/domain/relation.js";
import { buildProjection } from "../../../src/projection/build-projection.js";
import type { Projection } from "../../../src/projection/projection.js";
import type { GraphReader, RecordPage, RelationColumns } from "../../../src/store/graph-store.js";
import type { World } from "./world.js";

export function projectionOf(world: World): Promise<Projection> {
  return buildProjection(readerOf(world));
}

/** A store that holds exactly these records. */
function readerOf(world: World): GraphReader {
  return {
    engine: "plain records",
    version: () => Promise.resolve({ n: 1, changedAt: null }),
    readRecords: () => pages(recordPages(world)),
    readRelations: () => pages([relationColumns(world)]),
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

/** "ordered by (id, revision), as columns." */
function relationColumns({ claims }: World): RelationColumns {
  const relations = claims
    .flatMap((claim) => (claim.record === "relation" ? [claim] : []))
    .sort((a, b) => (a.id === b.id ? a.revision - b.revision : a.id < b.id ? -1 : 1));
  const column = <T>(cell: (relation: Relation) => T): readonly T[] => relations.map(cell);
  const billionths = (fraction: number | undefined) =>
    fraction === undefined ? null : Math.round(fraction * 1_000_000_000);
  return {
    id: column(({ id }) => id),
    revision: column(({ revision }) => revision),
    kind: column(({ kind }) => kind),
    from: column(({ from }) => from),
    to: column(({ to }) => to),
    status: column(({ status }) => status),
    shareMin: column(({ share }) => billionths(share?.min)),
    shareMax: column(({ share }) => billionths(share?.max)),
    exclusive: column(({ share }) => (share?.minExclusive ? 1 : 0) + (share?.maxExclusive ? 2 : 0)),
    right: column(({ right }) => right),
    amountMin: column(({ amount }) => amount?.min ?? null),
    amountMax: column(({ amount }) => amount?.max ?? null),
    currency: column(({ currency }) => currency),
    decided: column((relation) => (isDecidedIdentity(relation) ? 1 : 0)),
    startEarliest: column(({ clock }) => clock.startEarliest),
    startLatest: column(({ clock }) => clock.startLatest),
    endEarliest: column(({ clock }) => clock.endEarliest),
    endLatest: column(({ clock }) => clock.endLatest),
    recorded: column(({ clock }) => clock.recorded),
    retracted: column(({ clock }) => clock.retracted),
    undated: column(({ clock }) => (clock.undated ? 1 : 0)),
  };
}
