import type { ReadOptions } from "../../graph-store.js";
import type { RecentChanges } from "../../recent-changes.js";
import { type Connection, integer } from "../connection.js";

/** What did the loads after a version change? By version. Parameter: the version. */
const TEXT =
  "MATCH (c:RecentChanges) WHERE c.n > $version RETURN [c.n, c.after, c.size, c.keys] ORDER BY c.n";

export async function readChanges(
  connection: Connection,
  version: number,
  options: ReadOptions,
): Promise<readonly RecentChanges[]> {
  const rows = await connection.rows(TEXT, { version: integer(version) }, options);
  return rows.map(([n, after, size, keys]) => ({ n, after, size, keys }) as RecentChanges);
}
