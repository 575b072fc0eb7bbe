import type { ManagedTransaction } from "neo4j-driver";
import type { GraphVersion, ReadOptions } from "../graph-store.js";
import { MOST_KEPT, type RecentChanges } from "../recent-changes.js";
import { LAYOUT } from "../records.js";
import { type Connection, integer } from "./connection.js";

export interface LoadingVersion extends GraphVersion {
  /** A load is being written, or was cut short. */
  readonly loading: boolean;
}

/** No row: nothing was ever loaded. */
export async function readVersion(connection: Connection): Promise<LoadingVersion> {
  const text = "MATCH (v:GraphVersion) RETURN [v.n, v.changedAt, v.load IS NOT NULL]";
  const [row] = await connection.rows(text, {});
  if (!row) return { n: 0, changedAt: null, loading: false };
  const [n, changedAt, loading] = row as [number, string | null, boolean];
  return { n, changedAt, loading };
}

/** Gives the graph a new version and this program's layout, and releases the write lease. */
const RAISE = `MATCH (v:GraphVersion) SET v.n = $n, v.changedAt = $changedAt, v.layout = $layout
REMOVE v.load, v.loadBeat`;

export async function raiseVersion(
  transaction: ManagedTransaction,
  n: number,
  changedAt = new Date().toISOString(),
): Promise<GraphVersion> {
  await transaction.run(RAISE, { n: integer(n), changedAt, layout: integer(LAYOUT) });
  return { n, changedAt };
}

/** Keeps what a load changed. Parameters: the version that it made, and its properties. */
const NOTE = "CREATE (c:RecentChanges {n: $n, after: $after, size: $size, keys: $keys})";

/** How many changes are noted of each version? The latest first. */
const SIZES = "MATCH (c:RecentChanges) RETURN [c.n, c.size] ORDER BY c.n DESC";

/** Forgets the changes of versions. Parameter: the last of them. */
const FORGET = "MATCH (c:RecentChanges) WHERE c.n <= $n DELETE c";

export async function noteChanges(transaction: ManagedTransaction, changes: RecentChanges): Promise<void> {
  const { n, after, size, keys } = changes;
  await transaction.run(NOTE, { n: integer(n), after, size: integer(size), keys });
  const { records } = await transaction.run(SIZES);
  let together = 0;
  for (const [version, noted] of records.map((record) => record.get(0) as [number, number])) {
    together += noted;
    if (together <= MOST_KEPT) continue;
    await transaction.run(FORGET, { n: integer(version) });
    return;
  }
}

/** What the loads after a version changed, by version. */
export async function readChanges(
  connection: Connection,
  version: number,
  options: ReadOptions,
): Promise<readonly RecentChanges[]> {
  const text =
    "MATCH (c:RecentChanges) WHERE c.n > $version RETURN [c.n, c.after, c.size, c.keys] ORDER BY c.n";
  const rows = await connection.rows(text, { version: integer(version) }, options);
  return rows.map(([n, after, size, keys]) => ({ n, after, size, keys }) as RecentChanges);
}
