import type { ManagedTransaction } from "neo4j-driver";
import type { Change } from "../../graph-store.js";
import { noSuchRevision } from "../../no-such-revision.js";
import { integer } from "../connection.js";
import { RELATION_TYPES } from "../shapes/relations.js";

export type Retraction = Extract<Change, { change: "retract" }>;

/**
 * Takes revisions of claims away: relationships, then nodes. Parameters: id, revision, day as text and as number
 * in rows; the version.
 */
const RELATIONSHIPS = `UNWIND $rows AS row MATCH ()-[r:CONCERNS|${RELATION_TYPES}]->()
WHERE r.id = row[0] AND r.revision = toInteger(row[1])
SET r.retracted = row[2], r.retractedDay = toInteger(row[3]), r.until = $until RETURN [r.id, r.revision]`;

const NODES = `UNWIND $rows AS row MATCH (n:Claim {id: row[0], revision: toInteger(row[1])})
SET n.retracted = row[2], n.retractedDay = toInteger(row[3]), n.until = $until RETURN [n.id, n.revision]`;

/** @throws CONFLICT where there is no such revision. */
export async function retractClaims(
  transaction: ManagedTransaction,
  retractions: readonly Retraction[],
  until: number,
): Promise<void> {
  const onRelationships = retractions.filter((each) => isRelationship(each.record));
  const onNodes = retractions.filter((each) => !isRelationship(each.record));
  for (const [text, part] of [
    [RELATIONSHIPS, onRelationships],
    [NODES, onNodes],
  ] as const) {
    if (part.length === 0) continue;
    const rows = part.map((each) => [each.id, each.revision, each.retracted, each.retractedDay]);
    const { records } = await transaction.run(text, { rows, until: integer(until) });
    checkAllFound(
      part,
      records.map((each) => each.get(0) as [string, number]),
    );
  }
}

/** Relations and flag subjects are relationships; all other claims are nodes. */
export function isRelationship(record: Retraction["record"]): boolean {
  return record === "relation" || record === "subject";
}

/** @throws CONFLICT that names the first revision which was not found. */
export function checkAllFound(
  wanted: readonly { readonly id: string; readonly revision: number }[],
  found: readonly (readonly [string, number])[],
): void {
  const keys = new Set(found.map(([id, revision]) => `${id} ${revision}`));
  const missing = wanted.find(({ id, revision }) => !keys.has(`${id} ${revision}`));
  if (missing) throw noSuchRevision(missing.id, missing.revision);
}
