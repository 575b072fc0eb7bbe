import { ExposureError } from "../../../domain/errors.js";
import type { ClaimRecordKind } from "../../../domain/record.js";
import type { StoredClaim } from "../../graph-store.js";
import type { Connection } from "../connection.js";
import { breaksConstraint } from "../sqlite-error.js";
import { CLAIM_TABLES } from "../tables/all-tables.js";
import { insertInto } from "../tables/cells.js";
import { noteEditorRetraction } from "./note-editor-retraction.js";

/** Writes a new revision of a claim. Parameters: its cells. */
const TEXTS: Readonly<Record<ClaimRecordKind, string>> = {
  relation: `insert ${insertInto(CLAIM_TABLES.relation)}`,
  subject: `insert ${insertInto(CLAIM_TABLES.subject)}`,
  event: `insert ${insertInto(CLAIM_TABLES.event)}`,
  response: `insert ${insertInto(CLAIM_TABLES.response)}`,
  decision: `insert ${insertInto(CLAIM_TABLES.decision)}`,
  policy: `insert ${insertInto(CLAIM_TABLES.policy)}`,
};

/** @throws CONFLICT where the revision is there already: two writers, or a claim that comes twice in a load. */
export function addClaim(connection: Connection, stored: StoredClaim): void {
  const { claim } = stored;
  const cells = CLAIM_TABLES[claim.record].encode(stored);
  try {
    connection.run(TEXTS[claim.record], cells);
    if (stored.byEditor) noteEditorRetraction(connection, claim.id, claim.revision);
  } catch (error) {
    if (!breaksConstraint(error)) throw error;
    const message = `the store already holds revision ${claim.revision} of ${claim.id}: run the load again`;
    throw new ExposureError("CONFLICT", message, { cause: error });
  }
}
