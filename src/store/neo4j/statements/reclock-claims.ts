import type { ManagedTransaction } from "neo4j-driver";
import type { Claim } from "../../../domain/record.js";
import { RELATION_TYPES } from "../shapes/relations.js";
import { checkAllFound, isRelationship } from "./retract-claims.js";

const DAYS = `{startEarliest: toInteger(row[2]), startLatest: toInteger(row[3]), endEarliest: toInteger(row[4]),
endLatest: toInteger(row[5]), recordedDay: toInteger(row[6]), retractedDay: toInteger(row[7]), undated: row[8]}`;

/**
 * Gives revisions of claims the days of a clock computed anew: relationships, then nodes. Parameters: id, revision
 * and the seven values in rows.
 */
const RELATIONSHIPS = `UNWIND $rows AS row MATCH ()-[r:CONCERNS|${RELATION_TYPES}]->()
WHERE r.id = row[0] AND r.revision = toInteger(row[1]) SET r += ${DAYS} RETURN [r.id, r.revision]`;

const NODES = `UNWIND $rows AS row MATCH (n:Claim {id: row[0], revision: toInteger(row[1])})
SET n += ${DAYS} RETURN [n.id, n.revision]`;

/** @throws CONFLICT where there is no such revision. */
export async function reclockClaims(
  transaction: ManagedTransaction,
  claims: readonly Claim[],
): Promise<void> {
  for (const [text, part] of [
    [RELATIONSHIPS, claims.filter((claim) => isRelationship(claim.record))],
    [NODES, claims.filter((claim) => !isRelationship(claim.record))],
  ] as const) {
    if (part.length === 0) continue;
    const { records } = await transaction.run(text, { rows: part.map(rowOf) });
    checkAllFound(
      part,
      records.map((each) => each.get(0) as [string, number]),
    );
  }
}

function rowOf({ id, revision, clock }: Claim): readonly (string | number | true | null)[] {
  const days = [clock.startEarliest, clock.startLatest, clock.endEarliest, clock.endLatest];
  return [id, revision, ...days, clock.recorded, clock.retracted, clock.undated || null];
}
