import type { ClaimRecordKind } from "../../../domain/record.js";
import type { RecordPage } from "../../graph-store.js";
import type { Connection } from "../connection.js";
import { CLAIM_TABLES } from "../tables/all-tables.js";
import { selectFrom } from "../tables/cells.js";
import { claimPage } from "./read-claims.js";

const PAGE_SIZE = 5_000;

/**
 * Which claims does a dossier make, or did it make? Each table by (id, revision). Its ids are `claim:SLUG/ROW`,
 * so that they are one stretch of the primary key ("0" follows "/"). Parameters: its first id, the first id after.
 */
const TEXTS: Readonly<Record<ClaimRecordKind, string>> = {
  relation: `${selectFrom(CLAIM_TABLES.relation)} where id >= ? and id < ? order by id, revision`,
  subject: `${selectFrom(CLAIM_TABLES.subject)} where id >= ? and id < ? order by id, revision`,
  event: `${selectFrom(CLAIM_TABLES.event)} where id >= ? and id < ? order by id, revision`,
  response: `${selectFrom(CLAIM_TABLES.response)} where id >= ? and id < ? order by id, revision`,
  decision: `${selectFrom(CLAIM_TABLES.decision)} where id >= ? and id < ? order by id, revision`,
  policy: `${selectFrom(CLAIM_TABLES.policy)} where id >= ? and id < ? order by id, revision`,
};

export function* readDossierClaims(connection: Connection, slug: string): Generator<RecordPage> {
  const stretch = [`claim:${slug}/`, `claim:${slug}0`];
  for (const record of Object.keys(TEXTS) as ClaimRecordKind[]) {
    for (const rows of connection.pages(TEXTS[record], stretch, PAGE_SIZE)) {
      yield claimPage(connection, record, rows);
    }
  }
}
