import type { ManagedTransaction } from "neo4j-driver";
import { ExposureError } from "../../domain/errors.js";
import { type Connection, integer } from "./connection.js";
import { RELATION_TYPES } from "./mapping.js";

/**
 * One load writes at a time: it holds a lease, which is its own mark on the GraphVersion node, and renews it with every
 * transaction. A load that is silent for too long (it was killed) loses it to the next one, which sweeps away what it left.
 */

/** How long a load may keep silent before the next one takes its lease. */
const SILENCE_MS = 4_000;

/**
 * May this load write now? The first `SET` locks the node, so that what is read after it is true until the
 * transaction ends. Clock: the server's. Parameters: the load's own mark, the silence that ends a lease.
 */
const ACQUIRE = `MATCH (v:GraphVersion) SET v.key = v.key
WITH v, v.load IS NULL OR timestamp() - v.loadBeat > $silence AS free, v.load IS NOT NULL AS leftover
FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END | SET v.load = $load, v.loadBeat = timestamp())
RETURN [v.n, free, leftover]`;

export interface WriteLease {
  readonly n: number;
  /** False: another load is writing. */
  readonly acquired: boolean;
  /** An earlier load was cut short: what it left must be swept away. */
  readonly leftover: boolean;
}

/** Null: the database has never been prepared for a graph. */
export async function acquireLease(
  transaction: ManagedTransaction,
  load: string,
): Promise<WriteLease | null> {
  const { records } = await transaction.run(ACQUIRE, { load, silence: integer(SILENCE_MS) });
  const row = records[0]?.get(0) as [number, boolean, boolean] | undefined;
  return row ? { n: row[0], acquired: row[1], leftover: row[2] } : null;
}

/** Does this load still hold the lease? It also keeps every other load from it until the transaction ends. */
const RENEW = `MATCH (v:GraphVersion) SET v.key = v.key
WITH v WHERE v.load = $load SET v.loadBeat = timestamp() RETURN true`;

/** @throws CONFLICT where another load has taken the lease. */
export async function renewLease(transaction: ManagedTransaction, load: string): Promise<void> {
  const { records } = await transaction.run(RENEW, { load });
  if (records.length > 0) return;
  const message = "another load has taken over, because this one was silent for too long: run the load again";
  throw new ExposureError("CONFLICT", message);
}

/** Ends the lease without a new version. */
export async function releaseLease(connection: Connection, load: string): Promise<void> {
  await connection.run("MATCH (v:GraphVersion) WHERE v.load = $load REMOVE v.load, v.loadBeat", { load });
}

/** What did a load leave when it was cut short? Parameter: the version that holds. */
const COUNTS = [
  `MATCH ()-[r:CONCERNS|${RELATION_TYPES}]->() WHERE r.since > $version RETURN [count(r)]`,
  "MATCH (n:Dossier|Source|Flag|Entity|Claim) WHERE n.since > $version RETURN [count(n)]",
] as const;

export async function countUnfinished(connection: Connection, version: number): Promise<number> {
  let count = 0;
  for (const text of COUNTS) {
    const [row] = await connection.rows(text, { version: integer(version) });
    count += Number(row?.[0] ?? 0);
  }
  return count;
}

/**
 * Takes it away, many at a time, as long as the load holds the lease, and renews it. Nodes last: theirs are the ends.
 * Parameters: the version that holds, the load's own mark.
 */
const SWEEPS = [
  `MATCH (v:GraphVersion) MATCH ()-[r:CONCERNS|${RELATION_TYPES}]->() WHERE r.since > $version
CALL (v, r) { SET v.key = v.key WITH v, r WHERE v.load = $load SET v.loadBeat = timestamp() DELETE r }
IN TRANSACTIONS OF 10000 ROWS`,
  `MATCH (v:GraphVersion) MATCH (n:Dossier|Source|Flag|Entity|Claim) WHERE n.since > $version
CALL (v, n) { SET v.key = v.key WITH v, n WHERE v.load = $load SET v.loadBeat = timestamp() DETACH DELETE n }
IN TRANSACTIONS OF 10000 ROWS`,
] as const;

export async function sweep(connection: Connection, version: number, load: string): Promise<void> {
  for (const text of SWEEPS) await connection.run(text, { version: integer(version), load });
}
