import type { GraphVersion } from "../../graph-store.js";
import type { Connection } from "../connection.js";

/** Gives the graph a new version. Parameters: the number, the instant. */
const TEXT = "update graph_version set n = ?, changed_at = ?";

export function raiseVersion(
  connection: Connection,
  n: number,
  changedAt = new Date().toISOString(),
): GraphVersion {
  connection.run(TEXT, [n, changedAt]);
  return { n, changedAt };
}
