import { NEVER } from "../../domain/day.js";
import type { EntityId } from "../../domain/entity.js";
import { RELATION_KIND_NAMES, RELATION_KINDS, type RelationKind } from "../../domain/relation-kinds.js";
import { BILLION } from "../../domain/share.js";
import type { ReadOptions, RelationColumns } from "../graph-store.js";
import { type Cell, type Cells, type Connection, integer } from "./connection.js";
import { sideBySide } from "./side-by-side.js";

/**
 * So many relations travel as one row: a row of its own for each costs the server as much as reading it. Not more, because
 * the driver is slow over what does not come in one piece of the network's.
 */
const PACK_SIZE = 40;
/** So many such rows are a page. */
const PAGE_SIZE = 25;

/** Two relationship types are read at a time: the server works on one while the other is on its way. */
const STREAMS = 2;

/**
 * What a projection needs of every relation, by property. What is usual travels as nothing, and days as fractions: the
 * driver takes four times as long over an integer.
 */
const COMMON = {
  id: "p.id",
  revision: "nullif(p.revision, 0)",
  status: "nullif(p.status, 'confirmed')",
  startEarliest: "toFloat(p.startEarliest)",
  startLatest: "toFloat(p.startLatest)",
  endEarliest: "toFloat(nullif(p.endEarliest, $never))",
  endLatest: "toFloat(nullif(p.endLatest, $never))",
  recordedDay: "toFloat(p.recordedDay)",
  retractedDay: "toFloat(nullif(p.retractedDay, $never))",
} as const;

/** What it needs of a kind beside. */
const OWN: Readonly<Partial<Record<RelationKind, Readonly<Record<string, string>>>>> = {
  Ownership: {
    shareMin: "p.shareMin",
    shareMax: "p.shareMax",
    shareMinExclusive: "p.shareMinExclusive",
    shareMaxExclusive: "p.shareMaxExclusive",
    right: "nullif(p.right, 'unspecified')",
  },
  Funding: {
    amount: "p.amount",
    amountMax: "p.amountMax",
    currency: "p.currency",
    undated: "p.undated",
    amountQualifier: "p.amountQualifier",
    amountPer: "p.amountPer",
    payment: "p.payment",
  },
  Identity: { decided: "p.decided" },
};

/**
 * Which relations of a kind are there, as a projection needs them? In no order: sorting costs more than reading.
 * One relationship type a statement, so that the server reads its store from end to end: first the numbers of all, which
 * take little of its memory, then by these a pack at a time. Only the properties that the type has, in one pass; the ends
 * as Neo4j's own numbers, which it need not look up (see `readEnds`). Parameters: the version, the day that means never.
 */
function text(kind: RelationKind): string {
  const properties = { ...COMMON, ...OWN[kind] };
  const names = Object.keys(properties).map((name) => `.${name}`);
  const type = RELATION_KINDS[kind].verb;
  return `CYPHER 5 MATCH ()-[r:${type}]->() WITH collect(id(r)) AS numbers
UNWIND range(0, size(numbers) - 1, ${PACK_SIZE}) AS first
CALL (numbers, first) {
  MATCH (a)-[r:${type}]->(b) WHERE id(r) IN numbers[first..first + ${PACK_SIZE}]
  WITH id(a) AS from, id(b) AS to, r {.since, ${names.join(", ")}} AS p WHERE p.since <= $version
  RETURN collect([toFloat(from), toFloat(to), ${Object.values(properties).join(", ")}]) AS pack
}
RETURN pack`;
}

const TEXTS = Object.fromEntries(RELATION_KIND_NAMES.map((kind) => [kind, text(kind)])) as Readonly<
  Record<RelationKind, string>
>;

export async function* readRelationColumns(
  connection: Connection,
  version: number,
  options: ReadOptions,
): AsyncGenerator<RelationColumns> {
  const ends = await readEnds(connection, options);
  const parameters = { version: integer(version), never: integer(NEVER) };
  const reads = RELATION_KIND_NAMES.map(
    (kind) =>
      async function* () {
        for await (const rows of connection.packedPages(TEXTS[kind], parameters, PAGE_SIZE, options)) {
          yield columnsOf(kind, rows, ends);
        }
      },
  );
  yield* sideBySide(reads, STREAMS);
}

function columnsOf(
  kind: RelationKind,
  rows: readonly Cells[],
  { ids, placeOf }: NumberedEnds,
): RelationColumns {
  /** `usual`: what stands for nothing. */
  const column = <T extends Cell>(index: number, usual: Cell = null) =>
    rows.map((cells) => (cells[index] ?? usual) as T);
  const marks = (index: number) => rows.map((cells) => (cells[index] ? 1 : 0));
  const all = <T>(value: T) => new Array<T>(rows.length).fill(value);
  const own = Object.keys(COMMON).length + 2;
  const isOwnership = kind === "Ownership";
  const isFunding = kind === "Funding";
  return {
    ends: ids,
    id: column(2),
    revision: column(3, 0),
    kind: all(kind),
    from: rows.map((cells) => placeOf(cells[0] as number)),
    to: rows.map((cells) => placeOf(cells[1] as number)),
    status: column(4, "confirmed"),
    shareMin: isOwnership ? rows.map((cells) => billionths(cells[own])) : all(null),
    shareMax: isOwnership ? rows.map((cells) => billionths(cells[own + 1])) : all(null),
    exclusive: isOwnership
      ? rows.map((cells) => (cells[own + 2] ? 1 : 0) + (cells[own + 3] ? 2 : 0))
      : all(0),
    right: isOwnership ? column(own + 4, "unspecified") : all(null),
    amountMin: isFunding ? column(own) : all(null),
    amountMax: isFunding ? column(own + 1) : all(null),
    currency: isFunding ? column(own + 2) : all(null),
    amountQualifier: isFunding ? column(own + 4) : all(null),
    amountPer: isFunding ? column(own + 5) : all(null),
    payment: isFunding ? column(own + 6, "paid") : all(null),
    decided: kind === "Identity" ? marks(own) : all(0),
    startEarliest: column(5),
    startLatest: column(6),
    endEarliest: column(7, NEVER),
    endLatest: column(8, NEVER),
    recorded: column(9),
    retracted: column(10, NEVER),
    undated: isFunding ? marks(own + 3) : all(0),
  };
}

function billionths(share: Cells[number] | undefined): number | null {
  return typeof share === "number" ? Math.round(share * BILLION) : null;
}

/**
 * Which entity has which of Neo4j's own numbers? Lists of both, some hundred entities a row. `id()` is deprecated, hence
 * the language is named: numbers hold for the length of a read.
 */
const ENDS = `CYPHER 5 MATCH (n:Entity) WHERE n.id IS NOT NULL
WITH id(n) / 100 AS block, collect(toFloat(id(n))) AS numbers, collect(n.id) AS ids
RETURN [numbers, ids]`;

/** So many rows are a page. */
const ENDS_PAGE_SIZE = 100;

/** The ids of all entities, and where one stands among them by Neo4j's own number. */
interface NumberedEnds {
  readonly ids: readonly EntityId[];
  /** @throws RangeError where no entity has the number. */
  placeOf(number: number): number;
}

async function readEnds(connection: Connection, options: ReadOptions): Promise<NumberedEnds> {
  const ids: EntityId[] = [];
  const numbers: number[] = [];
  for await (const packs of connection.pages(ENDS, {}, ENDS_PAGE_SIZE, options)) {
    for (const [itsNumbers, itsIds] of packs as unknown as readonly [number[], EntityId[]][]) {
      for (const number of itsNumbers) numbers.push(number);
      for (const id of itsIds) ids.push(id);
    }
  }
  return { ids, placeOf: placesOf(numbers) };
}

/** Numbers up to the highest for each that is there, up to which a table of all of them is made. */
const MOST_GAPS = 16;

/**
 * Where a number stands in a list. A table where numbers lie close together, as Neo4j's own do as a rule: it is asked twice
 * a relation, and takes half the time of a Map. The answer throws a RangeError where no number is the one that is asked for.
 */
export function placesOf(numbers: readonly number[]): (number: number) => number {
  const highest = numbers.reduce((most, number) => Math.max(most, number), 0);
  const isClose = highest < MOST_GAPS * (numbers.length + 1);
  const table = isClose ? new Int32Array(highest + 1).fill(-1) : null;
  const map = new Map<number, number>();
  for (const [place, number] of numbers.entries()) {
    if (table) table[number] = place;
    else map.set(number, place);
  }
  return (number) => {
    const place = (table ? table[number] : map.get(number)) ?? -1;
    if (place < 0) throw new RangeError(`a relation ends at node ${number}, which is no entity`);
    return place;
  };
}
