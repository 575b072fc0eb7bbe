import { ExposureError } from "../../domain/errors.js";
import type { Claim, ClaimRecordKind } from "../../domain/record.js";
import { sqliteRow } from "../columns.js";
import { byStoredClaim, type Change, type RecordPage, type StoredClaim } from "../graph-store.js";
import { CLAIM_RECORDS, CLOCK } from "../records.js";
import { noSuchRevision } from "../refusals.js";
import type { Connection } from "./connection.js";
import type { SqlValue } from "./driver.js";
import { breaksConstraint } from "./sqlite-error.js";
import { CLAIM_TABLES } from "./tables.js";

/**
 * Writes a new revision of a claim.
 * @throws CONFLICT where the revision is there already: two writers, or a claim that comes twice in a load.
 */
export function addClaim(connection: Connection, stored: StoredClaim): void {
  const { claim } = stored;
  const { write, encode } = CLAIM_TABLES[claim.record];
  const cells = encode(stored);
  try {
    connection.run(write, cells);
    if (stored.byEditor) noteEditorRetraction(connection, claim.id, claim.revision);
  } catch (error) {
    if (!breaksConstraint(error)) throw error;
    const message = `the store already holds revision ${claim.revision} of ${claim.id}: run the load again`;
    throw new ExposureError("CONFLICT", message, { cause: error });
  }
}

/** Takes a revision of a claim away, in a version. @throws CONFLICT where there is no such revision. */
export function retractClaim(
  connection: Connection,
  change: Extract<Change, { change: "retract" }>,
  until: number,
): void {
  const { record, id, revision, retracted, retractedDay } = change;
  const text = `update ${CLAIM_TABLES[record].name} set retracted = ?, retracted_day = ?, until = ? where id = ? and revision = ?`;
  const found = connection.run(text, [retracted, retractedDay, until, id, revision]);
  if (found === 0) throw noSuchRevision(id, revision);
  if (change.byEditor) noteEditorRetraction(connection, id, revision);
}

const CLOCK_ROW = sqliteRow(CLOCK);
const CLOCK_CELLS = CLOCK_ROW.cells.map(({ name }) => `${name} = ?`).join(", ");

/** Gives a revision of a claim the days of a clock computed anew. @throws CONFLICT where there is no such revision. */
export function reclockClaim(connection: Connection, { record, id, revision, clock }: Claim): void {
  const cells: SqlValue[] = [];
  CLOCK_ROW.write(clock, cells);
  const text = `update ${CLAIM_TABLES[record].name} set ${CLOCK_CELLS} where id = ? and revision = ?`;
  if (connection.run(text, [...cells, id, revision]) === 0) throw noSuchRevision(id, revision);
}

/** Which revisions of claims an editor took away, not their folder. It came after the first files of layout 1. */
export const EDITOR_RETRACTIONS = `create table if not exists editor_retractions (
  id text not null, -- the claim
  revision integer not null,
  primary key (id, revision)
) strict, without rowid`;

function noteEditorRetraction(connection: Connection, id: string, revision: number): void {
  connection.run("insert or ignore into editor_retractions (id, revision) values (?, ?)", [id, revision]);
}

/** Which of these claims did an editor take away, in which revision? Parameter: the ids as a JSON list. */
const RETRACTED_BY_EDITOR =
  "select id, revision from editor_retractions where id in (select value from json_each(?))";

/** Claims as they were read from their tables, those marked that an editor took away. */
function withEditorRetractions(
  connection: Connection,
  claims: readonly StoredClaim[],
): readonly StoredClaim[] {
  const ended = claims.flatMap(({ claim, until }) => (until === null ? [] : [claim.id]));
  if (ended.length === 0) return claims;
  const rows = connection.rows(RETRACTED_BY_EDITOR, [JSON.stringify(ended)]);
  const marks = new Set(rows.map((row) => row.join(" ")));
  if (marks.size === 0) return claims;
  return claims.map((stored) =>
    marks.has(`${stored.claim.id} ${stored.claim.revision}`) ? { ...stored, byEditor: true } : stored,
  );
}

const PAGE_SIZE = 5_000;

/** All revisions of all claims other than relations, each table by (id, revision). */
export function* readClaims(connection: Connection): Generator<RecordPage> {
  for (const record of CLAIM_RECORDS)
    if (record !== "relation") yield* readPages(connection, record, "order by id, revision", []);
}

/**
 * All revisions of the claims that a dossier makes or made, each table by (id, revision). Their ids are `claim:SLUG/ROW`, so
 * that they are one stretch of the primary key ("0" follows "/").
 */
export function* readDossierClaims(connection: Connection, slug: string): Generator<RecordPage> {
  const stretch = [`claim:${slug}/`, `claim:${slug}0`];
  for (const record of CLAIM_RECORDS)
    yield* readPages(connection, record, "where id >= ? and id < ? order by id, revision", stretch);
}

function* readPages(
  connection: Connection,
  record: ClaimRecordKind,
  which: string,
  parameters: readonly SqlValue[],
): Generator<RecordPage> {
  const { select, decode } = CLAIM_TABLES[record];
  for (const rows of connection.pages(`${select} ${which}`, parameters, PAGE_SIZE))
    yield { kind: "claims", claims: withEditorRetractions(connection, rows.map(decode)) };
}

/** All revisions of these claims, by (id, revision); one statement a kind. Parameter: the ids as a JSON list. */
export function readClaimsById(connection: Connection, ids: readonly string[]): readonly StoredClaim[] {
  const parameters = [JSON.stringify(ids)];
  const found = CLAIM_RECORDS.flatMap((record) => {
    const { select, decode } = CLAIM_TABLES[record];
    return connection.rows(`${select} where id in (select value from json_each(?))`, parameters).map(decode);
  });
  return withEditorRetractions(connection, found.sort(byStoredClaim));
}

/** A claim that speaks of an entity or a flag which is not there. */
export interface DanglingReference {
  readonly claim: string;
  readonly missing: string;
}

/**
 * The first claim with a dangling reference among those that some versions brought, ids between two; undefined: none.
 * Parameters: first id, last id, first version, last version.
 */
export function findDanglingReference(
  connection: Connection,
  record: ClaimRecordKind,
  ids: { readonly first: string; readonly last: string },
  versions: readonly [first: number, last: number],
): DanglingReference | undefined {
  const { name, references } = CLAIM_TABLES[record];
  const texts = references.map(
    ([column, target]) => `select id as claim, ${column} as missing from ${name}
  where id between ?1 and ?2 and since between ?3 and ?4 and not exists (select 1 from ${target} where ${target}.id = ${column})`,
  );
  const text = `${texts.join(" union all ")} limit 1`;
  return connection.first<DanglingReference>(text, [ids.first, ids.last, ...versions]);
}
