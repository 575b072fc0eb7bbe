import type { ManagedTransaction } from "neo4j-driver";
import type { ExposureError } from "../../../domain/errors.js";
import type { ClaimRecordKind } from "../../../domain/record.js";
import type { Cells } from "../connection.js";
import { openEnd } from "../open-end.js";
import { CLAIM_SHAPES } from "../shapes/all-shapes.js";
import { written } from "../shapes/shape.js";

const { subject, event, response, decision, policy } = CLAIM_SHAPES;

type Kind = Exclude<ClaimRecordKind, "relation">;

/**
 * Writes new revisions of claims other than relations, and says how many it could. A claim is skipped where an entity or a flag that it
 * speaks of is not there. Nodes keep the ids of what they speak of; the lines from them are for the eye.
 * Parameter: their cells in rows.
 */
const TEXTS: Readonly<Record<Kind, string>> = {
  subject: `UNWIND $rows AS row MATCH (flag:Flag {id: row[0]}) MATCH (entity:Entity {id: row[1]})
CREATE (flag)-[r:CONCERNS ${written(subject)}]->(entity) RETURN count(*)`,
  event: `UNWIND $rows AS row MATCH (flag:Flag {id: row[0]})
CREATE (flag)-[:HAS_EVENT]->(:Event:Claim ${written(event)}) RETURN count(*)`,
  response: `UNWIND $rows AS row MATCH (speaker:Entity {id: row[1]})
CREATE (speaker)<-[:GIVEN_BY]-(answer:Response:Claim ${written(response)})
WITH answer
CALL (answer) { MATCH (flag:Flag {id: answer.to}) CREATE (answer)-[:ANSWERS]->(flag) }
CALL (answer) { MATCH (decision:Claim:Decision) WHERE decision.id = answer.to AND decision.revision IS NOT NULL
  CREATE (answer)-[:ANSWERS]->(decision) }
RETURN count(*)`,
  decision: `UNWIND $rows AS row MATCH (decider:Entity {id: row[0]})
CREATE (decider)-[:DECIDED]->(decision:Decision:Claim ${written(decision)})
WITH decision
CALL (decision) { UNWIND decision.counterparties AS id MATCH (party:Entity {id: id})
  CREATE (decision)-[:ABOUT]->(party) }
CALL (decision) { MATCH (answer:Response {to: decision.id}) CREATE (answer)-[:ANSWERS]->(decision) }
RETURN count(*)`,
  policy: `UNWIND $rows AS row MATCH (university:Entity {id: row[0]})
CREATE (university)-[:HAS_POLICY]->(:ReviewPolicy:Claim ${written(policy)}) RETURN count(*)`,
};

/** @throws DATA_INVALID where a claim speaks of an entity or a flag that is not there. */
export async function addClaims(
  transaction: ManagedTransaction,
  record: Kind,
  rows: readonly Cells[],
): Promise<void> {
  if (rows.length === 0) return;
  const { records } = await transaction.run(TEXTS[record], { rows });
  if (records[0]?.get(0) !== rows.length) throw await anyOpenEnd(transaction, record, rows);
}

/** Which of these ids are neither an entity's nor a flag's? Parameter: the ids. */
const MISSING = `UNWIND $ids AS id WITH id
WHERE NOT EXISTS { (:Entity {id: id}) } AND NOT EXISTS { (:Flag {id: id}) } RETURN id LIMIT 1`;

/** Where the ends of each kind stand in its cells. */
const ENDS: Readonly<Record<Kind, readonly number[]>> = {
  subject: [0, 1],
  event: [0],
  response: [1],
  decision: [0],
  policy: [0],
};

async function anyOpenEnd(
  transaction: ManagedTransaction,
  record: Kind,
  rows: readonly Cells[],
): Promise<ExposureError> {
  const ids = rows.flatMap((cells) => ENDS[record].map((end) => cells[end]));
  const { records } = await transaction.run(MISSING, { ids });
  const missing = records[0]?.get(0) as string | undefined;
  const row = rows.find((cells) => ENDS[record].some((end) => cells[end] === missing));
  return openEnd(record, row, String(missing));
}
