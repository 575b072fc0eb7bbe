import type { Claim, ClaimRecordKind } from "../../../domain/record.js";
import { noSuchRevision } from "../../no-such-revision.js";
import type { Connection } from "../connection.js";

/** Gives a revision of a claim the days of a clock computed anew. Parameters: the seven columns, id, revision. */
function text(table: string): string {
  return `update ${table} set start_earliest = ?, start_latest = ?, end_earliest = ?, end_latest = ?,
  recorded_day = ?, retracted_day = ?, undated = ? where id = ? and revision = ?`;
}

const TEXTS: Readonly<Record<ClaimRecordKind, string>> = {
  relation: text("relations"),
  subject: text("subjects"),
  event: text("events"),
  response: text("responses"),
  decision: text("decisions"),
  policy: text("policies"),
};

/** @throws CONFLICT where there is no such revision. */
export function reclockClaim(connection: Connection, { record, id, revision, clock }: Claim): void {
  const days = [clock.startEarliest, clock.startLatest, clock.endEarliest, clock.endLatest];
  const known = [clock.recorded, clock.retracted, clock.undated ? 1 : 0];
  if (connection.run(TEXTS[record], [...days, ...known, id, revision]) === 0)
    throw noSuchRevision(id, revision);
}
