import type { ManagedTransaction } from "neo4j-driver";
import { integer } from "../connection.js";

/** How long a load may keep silent before the next one takes it for dead. */
const SILENCE_MS = 4_000;

/**
 * May this load write now? The first `SET` locks the node, so that what is read after it is true until the
 * transaction ends. Clock: the server's. Parameters: the load's own mark, the silence that means death.
 */
const TEXT = `MATCH (v:GraphVersion) SET v.key = v.key
WITH v, v.load IS NULL OR timestamp() - v.loadBeat > $silence AS free, v.load IS NOT NULL AS leftover
FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END | SET v.load = $load, v.loadBeat = timestamp())
RETURN [v.n, free, leftover]`;

export interface Pen {
  readonly n: number;
  /** False: another load is writing. */
  readonly taken: boolean;
  /** An earlier load was cut short: what it left must be swept away. */
  readonly leftover: boolean;
}

/** Null: the database has never been prepared for a graph. */
export async function takePen(transaction: ManagedTransaction, load: string): Promise<Pen | null> {
  const { records } = await transaction.run(TEXT, { load, silence: integer(SILENCE_MS) });
  const row = records[0]?.get(0) as [number, boolean, boolean] | undefined;
  return row ? { n: row[0], taken: row[1], leftover: row[2] } : null;
}
