import type { GraphVersion } from "../../graph-store.js";
import type { Connection } from "../connection.js";

/** Which version has the graph, since when, and does a load hold the pen? No row: nothing was ever loaded. */
const TEXT = "MATCH (v:GraphVersion) RETURN [v.n, v.changedAt, v.load IS NOT NULL]";

export interface LoadingVersion extends GraphVersion {
  /** A load is being written, or was cut short. */
  readonly loading: boolean;
}

export async function readVersion(connection: Connection): Promise<LoadingVersion> {
  const [row] = await connection.rows(TEXT, {});
  if (!row) return { n: 0, changedAt: null, loading: false };
  const [n, changedAt, loading] = row as [number, string | null, boolean];
  return { n, changedAt, loading };
}
