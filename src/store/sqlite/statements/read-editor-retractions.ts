import type { StoredClaim } from "../../graph-store.js";
import type { Connection } from "../connection.js";

/** Which of these claims did one take away, in which revision? Parameter: the ids as a JSON list. */
const TEXT = "select id, revision from editor_retractions where id in (select value from json_each(?))";

/** Claims as they were read from their tables, those marked that an editor took away. */
export function withEditorRetractions(
  connection: Connection,
  claims: readonly StoredClaim[],
): readonly StoredClaim[] {
  const ended = claims.flatMap(({ claim, until }) => (until === null ? [] : [claim.id]));
  if (ended.length === 0) return claims;
  const marks = new Set(connection.rows(TEXT, [JSON.stringify(ended)]).map((row) => row.join(" ")));
  if (marks.size === 0) return claims;
  return claims.map((stored) =>
    marks.has(`${stored.claim.id} ${stored.claim.revision}`) ? { ...stored, byEditor: true } : stored,
  );
}
