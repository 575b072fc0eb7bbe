import type { ManagedTransaction } from "neo4j-driver";
import type { GraphVersion } from "../../graph-store.js";
import { integer } from "../connection.js";
import { LAYOUT } from "../layout.js";

/** Gives the graph a new version and this program's layout, and lays down the pen. Parameters: both, and the instant. */
const TEXT = `MATCH (v:GraphVersion) SET v.n = $n, v.changedAt = $changedAt, v.layout = $layout
REMOVE v.load, v.loadBeat`;

export async function raiseVersion(
  transaction: ManagedTransaction,
  n: number,
  changedAt = new Date().toISOString(),
): Promise<GraphVersion> {
  await transaction.run(TEXT, { n: integer(n), changedAt, layout: integer(LAYOUT) });
  return { n, changedAt };
}
