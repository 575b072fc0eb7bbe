import type { GraphVersion } from "../../graph-store.js";
import type { Connection } from "../connection.js";

/** Which version has the graph, and since when? */
const TEXT = "select n, changed_at as changedAt from graph_version";

export function readVersion(connection: Connection): GraphVersion {
  const row = connection.first<{ n: number; changedAt: string | null }>(TEXT);
  return { n: row?.n ?? 0, changedAt: row?.changedAt ?? null };
}
