import type { ClaimRecordKind } from "../../../domain/record.js";
import type { Change } from "../../graph-store.js";
import { noSuchRevision } from "../../no-such-revision.js";
import type { Connection } from "../connection.js";
import { noteEditorRetraction } from "./note-editor-retraction.js";

type Retraction = Extract<Change, { change: "retract" }>;

/** Takes a revision of a claim away. Parameters: the day as text and as number, the version, id, revision. */
const TEXTS: Readonly<Record<ClaimRecordKind, string>> = {
  relation: "update relations set retracted = ?, retracted_day = ?, until = ? where id = ? and revision = ?",
  subject: "update subjects set retracted = ?, retracted_day = ?, until = ? where id = ? and revision = ?",
  event: "update events set retracted = ?, retracted_day = ?, until = ? where id = ? and revision = ?",
  response: "update responses set retracted = ?, retracted_day = ?, until = ? where id = ? and revision = ?",
  decision: "update decisions set retracted = ?, retracted_day = ?, until = ? where id = ? and revision = ?",
  policy: "update policies set retracted = ?, retracted_day = ?, until = ? where id = ? and revision = ?",
};

/** @throws CONFLICT where there is no such revision. */
export function retractClaim(connection: Connection, change: Retraction, until: number): void {
  const { record, id, revision, retracted, retractedDay } = change;
  const found = connection.run(TEXTS[record], [retracted, retractedDay, until, id, revision]);
  if (found === 0) throw noSuchRevision(id, revision);
  if (change.byEditor) noteEditorRetraction(connection, id, revision);
}
