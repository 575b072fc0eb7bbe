import { type Connection, integer } from "../connection.js";
import { RELATION_TYPES } from "../shapes/relations.js";

/** What did a load leave when it was cut short? Parameter: the version that holds. */
const COUNTS = [
  `MATCH ()-[r:CONCERNS|${RELATION_TYPES}]->() WHERE r.since > $version RETURN [count(r)]`,
  "MATCH (n:Dossier|Source|Flag|Entity|Claim) WHERE n.since > $version RETURN [count(n)]",
] as const;

/**
 * Takes it away, many at a time, as long as the load holds the pen, and says that the load lives. Nodes last:
 * theirs are the ends. Parameters: the version that holds, the load's own mark.
 */
const SWEEPS = [
  `MATCH (v:GraphVersion) MATCH ()-[r:CONCERNS|${RELATION_TYPES}]->() WHERE r.since > $version
CALL (v, r) { SET v.key = v.key WITH v, r WHERE v.load = $load SET v.loadBeat = timestamp() DELETE r }
IN TRANSACTIONS OF 10000 ROWS`,
  `MATCH (v:GraphVersion) MATCH (n:Dossier|Source|Flag|Entity|Claim) WHERE n.since > $version
CALL (v, n) { SET v.key = v.key WITH v, n WHERE v.load = $load SET v.loadBeat = timestamp() DETACH DELETE n }
IN TRANSACTIONS OF 10000 ROWS`,
] as const;

export async function countUnfinished(connection: Connection, version: number): Promise<number> {
  let count = 0;
  for (const text of COUNTS) {
    const [row] = await connection.rows(text, { version: integer(version) });
    count += Number(row?.[0] ?? 0);
  }
  return count;
}

export async function sweep(connection: Connection, version: number, load: string): Promise<void> {
  for (const text of SWEEPS) await connection.run(text, { version: integer(version), load });
}
