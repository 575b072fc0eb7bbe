import type { ClaimRecordKind } from "../../../domain/record.js";
import type { ReadOptions, RecordPage } from "../../graph-store.js";
import { type Connection, integer } from "../connection.js";
import { CLAIM_SHAPES } from "../shapes/all-shapes.js";
import { RELATION_TYPES } from "../shapes/relations.js";
import { cellsOf, projected } from "../shapes/shape.js";
import { claimPage } from "./read-claims.js";

const PAGE_SIZE = 5_000;

const { relation, subject, event, response, decision, policy } = CLAIM_SHAPES;

/**
 * Which claims does a dossier make, or did it make? By (id, revision). Its ids begin with `claim:SLUG/`; the
 * second condition lets the index on (id, revision) be used. Parameters: that beginning, the version.
 */
const TEXTS: Readonly<Record<ClaimRecordKind, string>> = {
  relation: `MATCH (a)-[r:${RELATION_TYPES}]->(b) WHERE r.id STARTS WITH $prefix AND r.revision IS NOT NULL
WITH a.id AS from, b.id AS to, type(r) AS type, ${projected("r", relation.properties)} AS p
WHERE p.since <= $version ORDER BY p.id, p.revision
RETURN [from, to, type, ${cellsOf("p", relation.properties)}]`,
  subject: `MATCH (a)-[r:CONCERNS]->(b) WHERE r.id STARTS WITH $prefix AND r.revision IS NOT NULL
WITH a.id AS flag, b.id AS entity, ${projected("r", subject.properties)} AS p
WHERE p.since <= $version ORDER BY p.id, p.revision
RETURN [flag, entity, ${cellsOf("p", subject.properties)}]`,
  event: `MATCH (n:Claim:Event) WHERE n.id STARTS WITH $prefix AND n.revision IS NOT NULL
WITH ${projected("n", event.properties)} AS p WHERE p.since <= $version ORDER BY p.id, p.revision
RETURN [${cellsOf("p", event.properties)}]`,
  response: `MATCH (n:Claim:Response) WHERE n.id STARTS WITH $prefix AND n.revision IS NOT NULL
WITH ${projected("n", response.properties)} AS p WHERE p.since <= $version ORDER BY p.id, p.revision
RETURN [${cellsOf("p", response.properties)}]`,
  decision: `MATCH (n:Claim:Decision) WHERE n.id STARTS WITH $prefix AND n.revision IS NOT NULL
WITH ${projected("n", decision.properties)} AS p WHERE p.since <= $version ORDER BY p.id, p.revision
RETURN [${cellsOf("p", decision.properties)}]`,
  policy: `MATCH (n:Claim:ReviewPolicy) WHERE n.id STARTS WITH $prefix AND n.revision IS NOT NULL
WITH ${projected("n", policy.properties)} AS p WHERE p.since <= $version ORDER BY p.id, p.revision
RETURN [${cellsOf("p", policy.properties)}]`,
};

export async function* readDossierClaims(
  connection: Connection,
  slug: string,
  version: number,
  options: ReadOptions,
): AsyncGenerator<RecordPage> {
  const parameters = { prefix: `claim:${slug}/`, version: integer(version) };
  for (const record of Object.keys(TEXTS) as ClaimRecordKind[]) {
    for await (const rows of connection.pages(TEXTS[record], parameters, PAGE_SIZE, options)) {
      yield claimPage(record, rows);
    }
  }
}
