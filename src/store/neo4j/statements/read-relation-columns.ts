import { RELATION_KIND_NAMES, RELATION_KINDS, type RelationKind } from "../../../domain/relation-kinds.js";
import { BILLION } from "../../../domain/share.js";
import type { ReadOptions, RelationColumns } from "../../graph-store.js";
import { type Cells, type Connection, integer } from "../connection.js";
import { sideBySide } from "../side-by-side.js";

/** Pages that are used up before the collector of garbage looks again: five times as large cost it twice the time. */
const PAGE_SIZE = 1_000;

/** Two relationship types are read at a time: the server works on one while the other is on its way. */
const STREAMS = 2;

const COMMON = [
  "id",
  "revision",
  "status",
  "startEarliest",
  "startLatest",
  "endEarliest",
  "endLatest",
  "recordedDay",
  "retractedDay",
] as const;

/** What a projection needs of a kind beside the common properties. */
const OWN: Readonly<Partial<Record<RelationKind, readonly string[]>>> = {
  Ownership: ["shareMin", "shareMax", "shareMinExclusive", "shareMaxExclusive", "right"],
  Funding: ["amount", "amountMax", "currency", "undated"],
  Identity: ["decided"],
};

/** Which entity has which of Neo4j's own numbers? */
const ENDS = "CYPHER 5 MATCH (n:Entity) RETURN [id(n), n.id]";

/**
 * Which relations of a kind are there, as a projection needs them? In no order: sorting costs more than reading.
 * One relationship type a statement, so that the server reads its store from end to end; only the properties that
 * the type has, in one pass; the ends as Neo4j's own numbers, which it need not look up (a quarter of the time;
 * `id()` is deprecated, hence the language is named: numbers hold for the length of a read). Parameter: the version.
 */
function text(kind: RelationKind): string {
  const properties = [...COMMON, ...(OWN[kind] ?? [])];
  return `CYPHER 5 MATCH (a)-[r:${RELATION_KINDS[kind].verb}]->(b)
WITH id(a) AS from, id(b) AS to, r {.since, ${properties.map((name) => `.${name}`).join(", ")}} AS p
WHERE p.since <= $version
RETURN [from, to, ${properties.map((name) => `p.${name}`).join(", ")}]`;
}

const TEXTS = Object.fromEntries(RELATION_KIND_NAMES.map((kind) => [kind, text(kind)])) as Readonly<
  Record<RelationKind, string>
>;

/** The ids of entities by Neo4j's own numbers. */
type Ends = ReadonlyMap<Cells[number] | undefined, string>;

export async function* readRelationColumns(
  connection: Connection,
  version: number,
  options: ReadOptions,
): AsyncGenerator<RelationColumns> {
  const ends = await readEnds(connection, options);
  const parameters = { version: integer(version) };
  const reads = RELATION_KIND_NAMES.map(
    (kind) =>
      async function* () {
        for await (const rows of connection.pages(TEXTS[kind], parameters, PAGE_SIZE, options)) {
          yield columnsOf(kind, rows, ends);
        }
      },
  );
  yield* sideBySide(reads, STREAMS);
}

async function readEnds(connection: Connection, options: ReadOptions): Promise<Ends> {
  const ends = new Map<Cells[number] | undefined, string>();
  for await (const rows of connection.pages(ENDS, {}, PAGE_SIZE, options)) {
    for (const [number, id] of rows as readonly (readonly [number, string])[]) ends.set(number, id);
  }
  return ends;
}

function endOf(ends: Ends, number: Cells[number] | undefined): string {
  const id = ends.get(number);
  if (id === undefined) throw new RangeError(`a relation ends at node ${number}, which is no entity`);
  return id;
}

function columnsOf(kind: RelationKind, rows: readonly Cells[], ends: Ends): RelationColumns {
  const column = <T>(index: number) => rows.map((cells) => cells[index] as T);
  const all = <T>(value: T) => new Array<T>(rows.length).fill(value);
  const own = COMMON.length + 2;
  const isOwnership = kind === "Ownership";
  const isFunding = kind === "Funding";
  return {
    id: column(2),
    revision: column(3),
    kind: all(kind),
    from: rows.map((cells) => endOf(ends, cells[0])),
    to: rows.map((cells) => endOf(ends, cells[1])),
    status: column(4),
    shareMin: isOwnership ? rows.map((cells) => billionths(cells[own])) : all(null),
    shareMax: isOwnership ? rows.map((cells) => billionths(cells[own + 1])) : all(null),
    exclusive: isOwnership
      ? rows.map((cells) => (cells[own + 2] ? 1 : 0) + (cells[own + 3] ? 2 : 0))
      : all(0),
    right: isOwnership ? column(own + 4) : all(null),
    amountMin: isFunding ? column(own) : all(null),
    amountMax: isFunding ? column(own + 1) : all(null),
    currency: isFunding ? column(own + 2) : all(null),
    decided: kind === "Identity" ? rows.map((cells) => (cells[own] ? 1 : 0)) : all(0),
    startEarliest: column(5),
    startLatest: column(6),
    endEarliest: column(7),
    endLatest: column(8),
    recorded: column(9),
    retracted: column(10),
    undated: isFunding ? rows.map((cells) => (cells[own + 3] ? 1 : 0)) : all(0),
  };
}

function billionths(share: Cells[number] | undefined): number | null {
  return typeof share === "number" ? Math.round(share * BILLION) : null;
}
