import type { ClaimRecordKind } from "../../../domain/record.js";
import type { RecordPage } from "../../graph-store.js";
import type { Connection } from "../connection.js";
import { CLAIM_TABLES } from "../tables/all-tables.js";
import { selectFrom } from "../tables/cells.js";
import type { Row } from "../tables/table.js";
import { withEditorRetractions } from "./read-editor-retractions.js";

const PAGE_SIZE = 5_000;

/** Which claims other than relations are there, in all their revisions? Each table by (id, revision). */
const TEXTS = {
  subject: `${selectFrom(CLAIM_TABLES.subject)} order by id, revision`,
  event: `${selectFrom(CLAIM_TABLES.event)} order by id, revision`,
  response: `${selectFrom(CLAIM_TABLES.response)} order by id, revision`,
  decision: `${selectFrom(CLAIM_TABLES.decision)} order by id, revision`,
  policy: `${selectFrom(CLAIM_TABLES.policy)} order by id, revision`,
} as const;

export function* readClaims(connection: Connection): Generator<RecordPage> {
  for (const record of Object.keys(TEXTS) as (keyof typeof TEXTS)[]) {
    for (const rows of connection.pages(TEXTS[record], [], PAGE_SIZE))
      yield claimPage(connection, record, rows);
  }
}

/** Rows of one table as a page of claims. */
export function claimPage(connection: Connection, record: ClaimRecordKind, rows: readonly Row[]): RecordPage {
  const table = CLAIM_TABLES[record];
  const claims = rows.map((row) => table.decode(row));
  return { kind: "claims", claims: withEditorRetractions(connection, claims) };
}
