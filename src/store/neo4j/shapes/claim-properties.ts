import type { ClaimBase, ClaimStatus } from "../../../domain/claim.js";
import type { StoredClaim } from "../../graph-store.js";
import type { Cells } from "../connection.js";
import { integral, plain } from "./shape.js";

/** The cells that every claim has. They stand after the cells of its own kind. */
export type ClaimCells = readonly [
  id: string,
  revision: number,
  dossier: string,
  status: ClaimStatus,
  sources: readonly string[],
  quote: string | null,
  locator: string | null,
  note: string | null,
  text: string | null,
  caveat: string | null,
  start: string | null,
  end: string | null,
  recorded: string | null,
  retracted: string | null,
  startEarliest: number,
  startLatest: number,
  endEarliest: number,
  endLatest: number,
  recordedDay: number,
  retractedDay: number,
  /** A property that is not true is left out. */
  undated: true | null,
  since: number,
  until: number | null,
  byEditor: true | null,
];

export const CLAIM_PROPERTIES = [
  plain("id"),
  integral("revision"),
  plain("dossier"),
  plain("status"),
  plain("sources"),
  plain("quote"),
  plain("locator"),
  plain("note"),
  plain("text"),
  plain("caveat"),
  plain("start"),
  plain("end"),
  plain("recorded"),
  plain("retracted"),
  integral("startEarliest"),
  integral("startLatest"),
  integral("endEarliest"),
  integral("endLatest"),
  integral("recordedDay"),
  integral("retractedDay"),
  plain("undated"),
  integral("since"),
  integral("until"),
  plain("retractedByEditor"),
] as const;

export function encodeClaim({ claim, since, until, byEditor }: StoredClaim): ClaimCells {
  const { clock } = claim;
  return [
    claim.id,
    claim.revision,
    claim.dossier,
    claim.status,
    claim.sources,
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
    clock.undated || null,
    since,
    until,
    byEditor ?? null,
  ];
}

export function decodeClaim(row: Cells): ClaimBase {
  const cells = row.slice(-CLAIM_PROPERTIES.length) as unknown as ClaimCells;
  return {
    id: cells[0],
    revision: cells[1],
    dossier: cells[2],
    status: cells[3],
    sources: cells[4],
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
      undated: cells[20] === true,
    },
  };
}

/** The versions that brought a claim and took it away, and whether an editor did. */
export function decodeVersions(row: Cells): Omit<StoredClaim, "claim"> {
  const [since, until, byEditor] = row.slice(-3) as unknown as [number, number | null, true | null];
  return byEditor === null ? { since, until } : { since, until, byEditor };
}
