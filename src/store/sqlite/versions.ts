import type { GraphVersion } from "../graph-store.js";
import { MOST_KEPT, type RecentChanges } from "../recent-changes.js";
import type { Connection } from "./connection.js";

export const GRAPH_VERSION = `create table graph_version (
  one integer primary key check (one = 1), -- a table of one row
  n integer not null, -- rises by one per load
  changed_at text
) strict;
insert into graph_version values (1, 0, null)`;

export function readVersion(connection: Connection): GraphVersion {
  const text = "select n, changed_at as changedAt from graph_version";
  const row = connection.first<{ n: number; changedAt: string | null }>(text);
  return { n: row?.n ?? 0, changedAt: row?.changedAt ?? null };
}

/** Gives the graph a new version. */
export function raiseVersion(
  connection: Connection,
  n: number,
  changedAt = new Date().toISOString(),
): GraphVersion {
  connection.run("update graph_version set n = ?, changed_at = ?", [n, changedAt]);
  return { n, changedAt };
}

/**
 * What the last loads changed. It came after the first files of layout 1; a program that does not know it leaves a gap in
 * it, by which it is told that its load was not noted.
 */
export const RECENT_CHANGES = `create table if not exists recent_changes (
  n integer primary key, -- the version that a load made
  after text, -- when the version before it was made
  size integer not null, -- how many records it changed
  keys text not null -- JSON: {"nouns": [[record, id], …], "claims": [id, …]}
) strict`;

/** Forgets the oldest of more than so many changes. Parameter: how many are kept. */
const FORGET = `delete from recent_changes where n <= (select max(n)
  from (select n, sum(size) over (order by n desc) as together from recent_changes) where together > ?)`;

/** Keeps what a load changed. */
export function noteChanges(connection: Connection, { n, after, size, keys }: RecentChanges): void {
  const text = "replace into recent_changes (n, after, size, keys) values (?, ?, ?, ?)";
  connection.run(text, [n, after, size, keys]);
  connection.run(FORGET, [MOST_KEPT]);
}

/** What the loads after a version changed, by version. */
export function readChanges(connection: Connection, version: number): readonly RecentChanges[] {
  const text = "select n, after, size, keys from recent_changes where n > ? order by n";
  return connection
    .rows(text, [version])
    .map(([n, after, size, keys]) => ({ n, after, size, keys }) as unknown as RecentChanges);
}
