import type { ManagedTransaction } from "neo4j-driver";
import { ExposureError } from "../../../domain/errors.js";

/**
 * Does this load still hold the pen? It also says that it lives, and keeps everybody else from the pen until the
 * transaction ends. Parameter: the load's own mark.
 */
const TEXT = `MATCH (v:GraphVersion) SET v.key = v.key
WITH v WHERE v.load = $load SET v.loadBeat = timestamp() RETURN true`;

/** @throws CONFLICT where another load took this one for dead. */
export async function keepPen(transaction: ManagedTransaction, load: string): Promise<void> {
  const { records } = await transaction.run(TEXT, { load });
  if (records.length > 0) return;
  const message = "another load has taken over, because this one was silent for too long: run the load again";
  throw new ExposureError("CONFLICT", message);
}
