import type { ManagedTransaction } from "neo4j-driver";
import type { ExposureError } from "../../domain/errors.js";
import type { Claim, ClaimRecordKind } from "../../domain/record.js";
import { RELATION_KIND_NAMES, RELATION_KINDS } from "../../domain/relation-kinds.js";
import { neo4jRow } from "../columns.js";
import {
  byStoredClaim,
  type Change,
  type ReadOptions,
  type RecordPage,
  type StoredClaim,
} from "../graph-store.js";
import { CLAIM_RECORDS, CLOCK } from "../records.js";
import { danglingReference, noSuchRevision } from "../refusals.js";
import { type Cell, type Cells, type Connection, integer } from "./connection.js";
import { CLAIM_MAPPINGS, RELATION_TYPES } from "./mapping.js";

const PAGE_SIZE = 5_000;

/** The pattern of each kind of claim: a relationship `r` from `a` to `b`, or a node `n`. */
const PATTERNS: Readonly<Record<ClaimRecordKind, string>> = {
  relation: `(a)-[r:${RELATION_TYPES}]->(b)`,
  subject: "(a)-[r:CONCERNS]->(b)",
  event: "(n:Claim:Event)",
  response: "(n:Claim:Response)",
  decision: "(n:Claim:Decision)",
  policy: "(n:Claim:ReviewPolicy)",
};

/** `c.revision IS NOT NULL` beside a condition on the id lets the index on (id, revision) be used. */
function variableOf(record: ClaimRecordKind): "n" | "r" {
  return record === "relation" || record === "subject" ? "r" : "n";
}

/** All revisions of all claims other than relations, each kind by (id, revision). */
export async function* readClaims(
  connection: Connection,
  version: number,
  options: ReadOptions,
): AsyncGenerator<RecordPage> {
  for (const record of CLAIM_RECORDS)
    if (record !== "relation")
      yield* readPages(connection, record, "", { version: integer(version) }, options);
}

/** All revisions of the claims that a dossier makes or made, each kind by (id, revision): their ids begin with `claim:SLUG/`. */
export async function* readDossierClaims(
  connection: Connection,
  slug: string,
  version: number,
  options: ReadOptions,
): AsyncGenerator<RecordPage> {
  const parameters = { prefix: `claim:${slug}/`, version: integer(version) };
  for (const record of CLAIM_RECORDS) {
    const c = variableOf(record);
    const which = `WHERE ${c}.id STARTS WITH $prefix AND ${c}.revision IS NOT NULL`;
    yield* readPages(connection, record, which, parameters, options);
  }
}

async function* readPages(
  connection: Connection,
  record: ClaimRecordKind,
  which: string,
  parameters: Readonly<Record<string, unknown>>,
  options: ReadOptions,
): AsyncGenerator<RecordPage> {
  const { with: properties, row, decode } = CLAIM_MAPPINGS[record];
  const text = `MATCH ${PATTERNS[record]} ${which}
${properties} WHERE p.since <= $version ORDER BY p.id, p.revision RETURN ${row}`;
  for await (const rows of connection.pages(text, parameters, PAGE_SIZE, options))
    yield { kind: "claims", claims: rows.map(decode) };
}

/** All revisions of these claims, by (id, revision); one statement a kind. What a load is still bringing is not there. */
export async function readClaimsById(
  connection: Connection,
  ids: readonly string[],
  options: ReadOptions,
): Promise<readonly StoredClaim[]> {
  const found = await Promise.all(
    CLAIM_RECORDS.map(async (record) => {
      const { with: properties, row, decode } = CLAIM_MAPPINGS[record];
      const c = variableOf(record);
      const text = `MATCH (v:GraphVersion) MATCH ${PATTERNS[record]}
WHERE ${c}.id IN $ids AND ${c}.revision IS NOT NULL
${properties}, v.n AS version WHERE p.since <= version RETURN ${row}`;
      return (await connection.rows(text, { ids }, options)).map(decode);
    }),
  );
  return found.flat().sort(byStoredClaim);
}

type Kind = Exclude<ClaimRecordKind, "relation">;

const { subject, event, response, decision, policy } = CLAIM_MAPPINGS;

/**
 * Writes new revisions of claims other than relations, and says how many it could. A claim is skipped where an entity or a
 * flag that it speaks of is not there. Nodes keep the ids of what they speak of; the lines from them are for the eye.
 * Parameter: their cells in rows.
 */
const ADDITIONS: Readonly<Record<Kind, string>> = {
  subject: `UNWIND $rows AS row MATCH (flag:Flag {id: ${subject.cell("flag")}}) MATCH (entity:Entity {id: ${subject.cell("entity")}})
CREATE (flag)-[r:CONCERNS ${subject.written()}]->(entity) RETURN count(*)`,
  event: `UNWIND $rows AS row MATCH (flag:Flag {id: ${event.cell("flag")}})
CREATE (flag)-[:HAS_EVENT]->(:Event:Claim ${event.written()}) RETURN count(*)`,
  response: `UNWIND $rows AS row MATCH (speaker:Entity {id: ${response.cell("by")}})
CREATE (speaker)<-[:GIVEN_BY]-(answer:Response:Claim ${response.written()})
WITH answer
CALL (answer) { MATCH (flag:Flag {id: answer.to}) CREATE (answer)-[:ANSWERS]->(flag) }
CALL (answer) { MATCH (decision:Claim:Decision) WHERE decision.id = answer.to AND decision.revision IS NOT NULL
  CREATE (answer)-[:ANSWERS]->(decision) }
RETURN count(*)`,
  decision: `UNWIND $rows AS row MATCH (decider:Entity {id: ${decision.cell("by")}})
CREATE (decider)-[:DECIDED]->(decision:Decision:Claim ${decision.written()})
WITH decision
CALL (decision) { UNWIND decision.counterparties AS id MATCH (party:Entity {id: id})
  CREATE (decision)-[:ABOUT]->(party) }
CALL (decision) { MATCH (answer:Response {to: decision.id}) CREATE (answer)-[:ANSWERS]->(decision) }
RETURN count(*)`,
  policy: `UNWIND $rows AS row MATCH (university:Entity {id: ${policy.cell("university")}})
CREATE (university)-[:HAS_POLICY]->(:ReviewPolicy:Claim ${policy.written()}) RETURN count(*)`,
};

/** @throws DATA_INVALID where a claim speaks of an entity or a flag that is not there. */
export async function addClaims(
  transaction: ManagedTransaction,
  record: Kind,
  claims: readonly StoredClaim[],
): Promise<void> {
  if (claims.length === 0) return;
  const rows = claims.map(CLAIM_MAPPINGS[record].encode);
  const { records } = await transaction.run(ADDITIONS[record], { rows });
  if (records[0]?.get(0) !== rows.length) throw await anyDanglingReference(transaction, record, rows);
}

/** Which of these ids are neither an entity's nor a flag's? Parameter: the ids. */
const MISSING = `UNWIND $ids AS id WITH id
WHERE NOT EXISTS { (:Entity {id: id}) } AND NOT EXISTS { (:Flag {id: id}) } RETURN id LIMIT 1`;

async function anyDanglingReference(
  transaction: ManagedTransaction,
  record: Kind,
  rows: readonly Cells[],
): Promise<ExposureError> {
  const { references, indexOf } = CLAIM_MAPPINGS[record];
  const idsOf = (cells: Cells) => references.map((field) => cells[indexOf(field)]);
  const { records } = await transaction.run(MISSING, { ids: rows.flatMap(idsOf) });
  const missing = records[0]?.get(0) as string | undefined;
  const row = rows.find((cells) => missing !== undefined && idsOf(cells).includes(missing));
  return danglingReference(String(row?.[indexOf("id")]), String(missing));
}

/** The statements that do one thing to claims of any kind. */
interface ChangeTexts {
  /** One a relationship type: all in one cost the server two and a half times the memory. */
  readonly relation: readonly string[];
  readonly subject: readonly string[];
  /** All other claims are nodes. */
  readonly node: readonly string[];
}

/** Finds each claim `c` by the id and revision that open its row, does to it what is said, and names it. */
function changeTexts(what: string): ChangeTexts {
  const onType = (type: string) => `UNWIND $rows AS row MATCH ()-[c:${type}]->()
WHERE c.id = row[0] AND c.revision = toInteger(row[1]) ${what} RETURN [c.id, c.revision]`;
  return {
    relation: RELATION_KIND_NAMES.map((kind) => onType(RELATION_KINDS[kind].verb)),
    subject: [onType("CONCERNS")],
    node: [
      `UNWIND $rows AS row MATCH (c:Claim {id: row[0], revision: toInteger(row[1])}) ${what} RETURN [c.id, c.revision]`,
    ],
  };
}

export type Retraction = Extract<Change, { change: "retract" }>;

/** A row: id, revision, day as text and as number, and whether an editor does it. Parameter beside: the version. */
const RETRACT = changeTexts(
  "SET c.retracted = row[2], c.retractedDay = toInteger(row[3]), c.until = $until, c.retractedByEditor = row[4]",
);

/** Takes revisions of claims away, in a version. @throws CONFLICT where there is no such revision. */
export async function retractClaims(
  transaction: ManagedTransaction,
  retractions: readonly Retraction[],
  until: number,
): Promise<void> {
  const rowOf = ({ id, revision, retracted, retractedDay, byEditor }: Retraction) =>
    [id, revision, retracted, retractedDay, byEditor ?? null] as const;
  await changeClaims(transaction, RETRACT, retractions, rowOf, { until: integer(until) });
}

const CLOCK_ROW = neo4jRow(CLOCK);

/** A row: id, revision, the cells of the clock. */
const RECLOCK = changeTexts(
  `SET c += {${CLOCK_ROW.cells
    .map(({ name, integer }, at) => `${name}: ${integer ? `toInteger(row[${at + 2}])` : `row[${at + 2}]`}`)
    .join(", ")}}`,
);

/** Gives revisions of claims the days of a clock computed anew. @throws CONFLICT where there is no such revision. */
export async function reclockClaims(
  transaction: ManagedTransaction,
  claims: readonly Claim[],
): Promise<void> {
  const rowOf = ({ id, revision, clock }: Claim): Cells => {
    const row: Cell[] = [id, revision];
    CLOCK_ROW.write(clock, row);
    return row;
  };
  await changeClaims(transaction, RECLOCK, claims, rowOf, {});
}

/** @throws CONFLICT that names the first revision which is not there. */
async function changeClaims<C extends Pick<Claim, "record" | "id" | "revision">>(
  transaction: ManagedTransaction,
  texts: ChangeTexts,
  changes: readonly C[],
  rowOf: (change: C) => Cells,
  parameters: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const place of ["relation", "subject", "node"] as const) {
    let waiting = changes.filter((change) => placeOf(change) === place);
    for (const text of texts[place]) {
      if (waiting.length === 0) break;
      const rows = waiting.map(rowOf);
      const { records } = await transaction.run(text, { ...parameters, rows });
      const found = new Set(records.map((record) => (record.get(0) as [string, number]).join(" ")));
      waiting = waiting.filter(({ id, revision }) => !found.has(`${id} ${revision}`));
    }
    const [missing] = waiting;
    if (missing) throw noSuchRevision(missing.id, missing.revision);
  }
}

function placeOf({ record }: Pick<Claim, "record">): keyof ChangeTexts {
  return record === "relation" || record === "subject" ? record : "node";
}
