import type { ClaimBase, ClaimStatus } from "../../../domain/claim.js";
import type { StoredClaim } from "../../graph-store.js";
import type { SqlValue } from "../driver.js";
import { decodeList, encodeList } from "./table.js";

/** The cells that every claim has. Rows carry them after the cells of their own kind. */
export type ClaimCells = readonly [
  id: string,
  revision: number,
  dossier: string,
  status: ClaimStatus,
  sources: string,
  quote: string | null,
  locator: string | null,
  note: string | null,
  text: string | null,
  caveat: string | null,
  startDate: string | null,
  endDate: string | null,
  recorded: string | null,
  retracted: string | null,
  startEarliest: number,
  startLatest: number,
  endEarliest: number,
  endLatest: number,
  recordedDay: number,
  retractedDay: number,
  undated: number,
  since: number,
  until: number | null,
];

/** The columns of those cells. `start` and `end` are words of SQL: here they carry `_date`. */
export const CLAIM_COLUMNS = [
  "id",
  "revision",
  "dossier",
  "status",
  "sources",
  "quote",
  "locator",
  "note",
  "text",
  "caveat",
  "start_date",
  "end_date",
  "recorded",
  "retracted",
  "start_earliest",
  "start_latest",
  "end_earliest",
  "end_latest",
  "recorded_day",
  "retracted_day",
  "undated",
  "since",
  "until",
] as const;

/** Their definition, but for id, revision and dossier, which open a table. */
export const CLAIM_DEFINITION = `status text not null, -- confirmed | reported | alleged | denied (the source states that it was not so)
  sources text not null, -- JSON list of sources; quote and locator belong to the first
  quote text,
  locator text,
  note text,
  text text, -- the predicate that an editor wrote: subject, date and amount are left out
  caveat text, -- what is said with the claim wherever it is told
  start_date text, -- dates as uncertain as the source gives them; empty is not known
  end_date text, -- the first day on which it no longer holds
  recorded text, -- when the public could know it; empty: see recorded_day
  retracted text,
  start_earliest integer not null, -- days since 1970-01-01, every default resolved;
  start_latest integer not null, -- -2147418112 is before every day, 2147418112 after every day
  end_earliest integer not null,
  end_latest integer not null,
  recorded_day integer not null,
  retracted_day integer not null,
  undated integer not null, -- 1: a Funding with neither date
  since integer not null, -- the version of the graph that brought the row
  until integer, -- the version that took it away; empty: it stands
  primary key (id, revision)
) strict, without rowid`;

export function encodeClaim(claim: ClaimBase, since: number, until: number | null): ClaimCells {
  const { clock } = claim;
  return [
    claim.id,
    claim.revision,
    claim.dossier,
    claim.status,
    encodeList(claim.sources),
    claim.quote,
    claim.locator,
    claim.note,
    claim.text,
    claim.caveat,
    claim.start,
    claim.end,
    claim.recorded,
    claim.retracted,
    clock.startEarliest,
    clock.startLatest,
    clock.endEarliest,
    clock.endLatest,
    clock.recorded,
    clock.retracted,
    clock.undated ? 1 : 0,
    since,
    until,
  ];
}

/** Objects are made with the cells of their kind first: V8 is slow at adding fields to a long copied object. */
export function decodeClaim(row: readonly SqlValue[]): ClaimBase {
  const cells = row.slice(-CLAIM_COLUMNS.length) as unknown as ClaimCells;
  return {
    id: cells[0],
    revision: cells[1],
    dossier: cells[2],
    status: cells[3],
    sources: decodeList<string>(cells[4]),
    quote: cells[5],
    locator: cells[6],
    note: cells[7],
    text: cells[8],
    caveat: cells[9],
    start: cells[10],
    end: cells[11],
    recorded: cells[12],
    retracted: cells[13],
    clock: {
      startEarliest: cells[14],
      startLatest: cells[15],
      endEarliest: cells[16],
      endLatest: cells[17],
      recorded: cells[18],
      retracted: cells[19],
      undated: cells[20] === 1,
    },
  };
}

/** The versions that brought a claim and took it away. */
export function decodeVersions(row: readonly SqlValue[]): Omit<StoredClaim, "claim"> {
  const [since, until] = row.slice(-2) as unknown as [number, number | null];
  return { since, until };
}
