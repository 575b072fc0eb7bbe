import type { ClaimRecordKind } from "../../../domain/record.js";
import { byIdAndRevision, type ReadOptions, type StoredClaim } from "../../graph-store.js";
import type { Connection } from "../connection.js";
import { CLAIM_SHAPES } from "../shapes/all-shapes.js";
import { RELATION_TYPES } from "../shapes/relations.js";
import { cellsOf, projected } from "../shapes/shape.js";

const { relation, subject, event, response, decision, policy } = CLAIM_SHAPES;

/**
 * Which revisions are there of these claims? The condition on the revision lets the index on (id, revision) be
 * used; what a load is still bringing is not there. Parameter: the ids.
 */
const TEXTS: Readonly<Record<ClaimRecordKind, string>> = {
  relation: `MATCH (v:GraphVersion) MATCH (a)-[r:${RELATION_TYPES}]->(b) WHERE r.id IN $ids AND r.revision IS NOT NULL
WITH a.id AS from, b.id AS to, type(r) AS type, ${projected("r", relation.properties)} AS p, v.n AS version
WHERE p.since <= version RETURN [from, to, type, ${cellsOf("p", relation.properties)}]`,
  subject: `MATCH (v:GraphVersion) MATCH (a)-[r:CONCERNS]->(b) WHERE r.id IN $ids AND r.revision IS NOT NULL
WITH a.id AS flag, b.id AS entity, ${projected("r", subject.properties)} AS p, v.n AS version
WHERE p.since <= version RETURN [flag, entity, ${cellsOf("p", subject.properties)}]`,
  event: `MATCH (v:GraphVersion) MATCH (n:Claim:Event) WHERE n.id IN $ids AND n.revision IS NOT NULL
WITH ${projected("n", event.properties)} AS p, v.n AS version
WHERE p.since <= version RETURN [${cellsOf("p", event.properties)}]`,
  response: `MATCH (v:GraphVersion) MATCH (n:Claim:Response) WHERE n.id IN $ids AND n.revision IS NOT NULL
WITH ${projected("n", response.properties)} AS p, v.n AS version
WHERE p.since <= version RETURN [${cellsOf("p", response.properties)}]`,
  decision: `MATCH (v:GraphVersion) MATCH (n:Claim:Decision) WHERE n.id IN $ids AND n.revision IS NOT NULL
WITH ${projected("n", decision.properties)} AS p, v.n AS version
WHERE p.since <= version RETURN [${cellsOf("p", decision.properties)}]`,
  policy: `MATCH (v:GraphVersion) MATCH (n:Claim:ReviewPolicy) WHERE n.id IN $ids AND n.revision IS NOT NULL
WITH ${projected("n", policy.properties)} AS p, v.n AS version
WHERE p.since <= version RETURN [${cellsOf("p", policy.properties)}]`,
};

/** By (id, revision). */
export async function readClaimsById(
  connection: Connection,
  ids: readonly string[],
  options: ReadOptions,
): Promise<readonly StoredClaim[]> {
  const found = await Promise.all(
    (Object.keys(TEXTS) as ClaimRecordKind[]).map(async (record) => {
      const rows = await connection.rows(TEXTS[record], { ids }, options);
      return rows.map((cells) => CLAIM_SHAPES[record].decode(cells));
    }),
  );
  return found.flat().sort(byIdAndRevision);
}
