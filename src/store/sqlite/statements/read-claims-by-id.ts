import type { ClaimRecordKind } from "../../../domain/record.js";
import { byIdAndRevision } from "../../claim-order.js";
import type { StoredClaim } from "../../graph-store.js";
import type { Connection } from "../connection.js";
import { CLAIM_TABLES } from "../tables/all-tables.js";
import { selectFrom } from "../tables/cells.js";
import { withEditorRetractions } from "./read-editor-retractions.js";

/** Which revisions are there of these claims? One statement a kind. Parameter: the ids as a JSON list. */
const TEXTS: Readonly<Record<ClaimRecordKind, string>> = {
  relation: `${selectFrom(CLAIM_TABLES.relation)} where id in (select value from json_each(?))`,
  subject: `${selectFrom(CLAIM_TABLES.subject)} where id in (select value from json_each(?))`,
  event: `${selectFrom(CLAIM_TABLES.event)} where id in (select value from json_each(?))`,
  response: `${selectFrom(CLAIM_TABLES.response)} where id in (select value from json_each(?))`,
  decision: `${selectFrom(CLAIM_TABLES.decision)} where id in (select value from json_each(?))`,
  policy: `${selectFrom(CLAIM_TABLES.policy)} where id in (select value from json_each(?))`,
};

/** By (id, revision). */
export function readClaimsById(connection: Connection, ids: readonly string[]): readonly StoredClaim[] {
  const parameters = [JSON.stringify(ids)];
  const found = (Object.keys(TEXTS) as ClaimRecordKind[]).flatMap((record) =>
    connection.rows(TEXTS[record], parameters).map((row) => CLAIM_TABLES[record].decode(row)),
  );
  return withEditorRetractions(connection, found.sort(byIdAndRevision));
}
