import type { ClaimRecordKind } from "../../../domain/record.js";
import type { ReadOptions, RecordPage } from "../../graph-store.js";
import { type Cells, type Connection, integer } from "../connection.js";
import { CLAIM_SHAPES } from "../shapes/all-shapes.js";
import { cellsOf, projected } from "../shapes/shape.js";

const PAGE_SIZE = 5_000;

const { subject, event, response, decision, policy } = CLAIM_SHAPES;

/** Which claims other than relations are there, in all their revisions? By (id, revision). Parameter: the version. */
const TEXTS = {
  subject: `MATCH (a:Flag)-[r:CONCERNS]->(b:Entity)
WITH a.id AS flag, b.id AS entity, ${projected("r", subject.properties)} AS p
WHERE p.since <= $version ORDER BY p.id, p.revision
RETURN [flag, entity, ${cellsOf("p", subject.properties)}]`,
  event: `MATCH (n:Event) WITH ${projected("n", event.properties)} AS p
WHERE p.since <= $version ORDER BY p.id, p.revision
RETURN [${cellsOf("p", event.properties)}]`,
  response: `MATCH (n:Response) WITH ${projected("n", response.properties)} AS p
WHERE p.since <= $version ORDER BY p.id, p.revision
RETURN [${cellsOf("p", response.properties)}]`,
  decision: `MATCH (n:Decision) WITH ${projected("n", decision.properties)} AS p
WHERE p.since <= $version ORDER BY p.id, p.revision
RETURN [${cellsOf("p", decision.properties)}]`,
  policy: `MATCH (n:ReviewPolicy) WITH ${projected("n", policy.properties)} AS p
WHERE p.since <= $version ORDER BY p.id, p.revision
RETURN [${cellsOf("p", policy.properties)}]`,
} as const;

export async function* readClaims(
  connection: Connection,
  version: number,
  options: ReadOptions,
): AsyncGenerator<RecordPage> {
  const parameters = { version: integer(version) };
  for (const record of Object.keys(TEXTS) as (keyof typeof TEXTS)[]) {
    for await (const rows of connection.pages(TEXTS[record], parameters, PAGE_SIZE, options)) {
      yield claimPage(record, rows);
    }
  }
}

/** Rows of one kind as a page of claims. */
export function claimPage(record: ClaimRecordKind, rows: readonly Cells[]): RecordPage {
  const shape = CLAIM_SHAPES[record];
  return { kind: "claims", claims: rows.map((cells) => shape.decode(cells)) };
}
