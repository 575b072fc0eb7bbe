import type { ManagedTransaction } from "neo4j-driver";
import type { GraphVersion } from "../../graph-store.js";
import { integer } from "../connection.js";

/** Gives the graph a new version and lays down the pen. Parameters: the number, the instant. */
const TEXT = "MATCH (v:GraphVersion) SET v.n = $n, v.changedAt = $changedAt REMOVE v.load, v.loadBeat";

export async function raiseVersion(
  transaction: ManagedTransaction,
  n: number,
  changedAt = new Date().toISOString(),
): Promise<GraphVersion> {
  await transaction.run(TEXT, { n: integer(n), changedAt });
  return { n, changedAt };
}
