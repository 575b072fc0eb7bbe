import type { RecentChanges } from "../../recent-changes.js";
import type { Connection } from "../connection.js";

/** What did the loads after a version change? By version. Parameter: the version. */
const TEXT = "select n, after, size, keys from recent_changes where n > ? order by n";

export function readChanges(connection: Connection, version: number): readonly RecentChanges[] {
  return connection
    .rows(TEXT, [version])
    .map(([n, after, size, keys]) => ({ n, after, size, keys }) as unknown as RecentChanges);
}
