import type { ManagedTransaction } from "neo4j-driver";
import type { Entity } from "../../domain/entity.js";
import type { Noun } from "../../domain/record.js";
import type { NounKey, ReadOptions, RecordPage } from "../graph-store.js";
import { NOUN_RECORDS } from "../records.js";
import { type Cells, type Connection, integer } from "./connection.js";
import { NOUN_MAPPINGS, RELATION_TYPES } from "./mapping.js";

/** So many nouns travel as one row, and so many such rows are a page (see relation-columns.ts). */
const PACK_SIZE = 30;
const PACKED_PAGE_SIZE = 100;

/**
 * Which nouns of a kind are there? By key, in which order the index of the constraint gives them: nothing is sorted. First
 * the nodes, which take little of the server's memory, then what they hold, a pack at a time. Parameter: the version (what
 * a load is still bringing belongs to the next one).
 */
function packedText(record: Noun["record"]): string {
  const { label, key, with: properties, row } = NOUN_MAPPINGS[record];
  return `MATCH (n:${label}) WHERE n.${key} > '' WITH n ORDER BY n.${key} WITH collect(n) AS nodes
UNWIND range(0, size(nodes) - 1, ${PACK_SIZE}) AS first
CALL (nodes, first) {
  UNWIND nodes[first..first + ${PACK_SIZE}] AS n
  ${properties}, n.since AS since WHERE since <= $version
  RETURN collect(${row}) AS pack
}
RETURN pack`;
}

/** All nouns, one kind after the other, each by its key. */
export async function* readNouns(
  connection: Connection,
  version: number,
  options: ReadOptions,
): AsyncGenerator<RecordPage> {
  const parameters = { version: integer(version) };
  for (const record of NOUN_RECORDS) {
    const pages = connection.packedPages(packedText(record), parameters, PACKED_PAGE_SIZE, options);
    for await (const rows of pages) yield { kind: "nouns", nouns: nounsOf(record, rows) };
  }
}

const PAGE_SIZE = 5_000;

/** Which nouns does a dossier hold? Parameter: its slug. */
const HELD_BY: Readonly<Record<Noun["record"], string>> = {
  dossier: "n.slug = $slug AND n.dropped IS NULL",
  source: "n.id STARTS WITH 'source:' + $slug + '/' AND n.dropped IS NULL",
  flag: "$slug IN n.dossiers",
  entity: "$slug IN n.dossiers",
};

/** In the order of `readNouns`. */
export async function* readDossierNouns(
  connection: Connection,
  slug: string,
  version: number,
  options: ReadOptions,
): AsyncGenerator<RecordPage> {
  const parameters = { slug, version: integer(version) };
  for (const record of NOUN_RECORDS) {
    const { label, key, with: properties, row } = NOUN_MAPPINGS[record];
    const text = `MATCH (n:${label}) WHERE ${HELD_BY[record]} AND n.since <= $version
${properties} ORDER BY p.${key} RETURN ${row}`;
    for await (const rows of connection.pages(text, parameters, PAGE_SIZE, options))
      yield { kind: "nouns", nouns: nounsOf(record, rows) };
  }
}

/** In no order; one statement a kind. What a load is still bringing is not there. */
export async function readNounsByKey(
  connection: Connection,
  keys: readonly NounKey[],
  options: ReadOptions,
): Promise<readonly Noun[]> {
  const found: Noun[] = [];
  for (const record of NOUN_RECORDS) {
    const ids = keys.filter((key) => key.record === record).map(({ id }) => id);
    if (ids.length > 0) found.push(...(await readByKey(connection, record, ids, options)));
  }
  return found;
}

/** By id. What a load is still bringing is not there. */
export async function readEntitiesById(
  connection: Connection,
  ids: readonly string[],
  options: ReadOptions,
): Promise<readonly Entity[]> {
  const nouns = await readByKey(connection, "entity", ids, options);
  return nouns.map(({ value }) => value as Entity).sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function readByKey(
  connection: Connection,
  record: Noun["record"],
  keys: readonly string[],
  options: ReadOptions,
): Promise<readonly Noun[]> {
  const { label, key, with: properties, row } = NOUN_MAPPINGS[record];
  const text = `MATCH (v:GraphVersion) MATCH (n:${label}) WHERE n.${key} IN $keys AND n.since <= v.n
${properties} RETURN ${row}`;
  return nounsOf(record, await connection.rows(text, { keys }, options));
}

function nounsOf(record: Noun["record"], rows: readonly Cells[]): readonly Noun[] {
  const { decode } = NOUN_MAPPINGS[record];
  return rows.map((cells) => ({ record, value: decode(cells) }) as Noun);
}

/** Which of these nouns are there, and since which version? */
export async function findNouns(
  transaction: ManagedTransaction,
  record: Noun["record"],
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { label, key } = NOUN_MAPPINGS[record];
  const text = `MATCH (n:${label}) WHERE n.${key} IN $keys RETURN [n.${key}, n.since]`;
  const { records } = await transaction.run(text, { keys });
  return new Map(records.map((each) => each.get(0) as [string, number]));
}

/** Writes new nouns, which no reader sees before the version. */
export async function createNouns(
  transaction: ManagedTransaction,
  record: Noun["record"],
  nouns: readonly Noun[],
  since: number,
): Promise<void> {
  if (nouns.length === 0) return;
  const { label, cell, written, indexOf } = NOUN_MAPPINGS[record];
  const labels = indexOf("kind") < 0 ? label : `$(${cell("kind")})`;
  const text = `UNWIND $rows AS row CREATE (n:${labels} ${written()}) SET n.since = $since`;
  await transaction.run(text, { rows: rowsOf(record, nouns), since: integer(since) });
}

/** Writes nouns that are there anew; a dropped one is held again. */
export async function changeNouns(
  transaction: ManagedTransaction,
  record: Noun["record"],
  nouns: readonly Noun[],
): Promise<void> {
  if (nouns.length === 0) return;
  const { label, key, cell, written } = NOUN_MAPPINGS[record];
  const text = `UNWIND $rows AS row MATCH (n:${label} {${key}: ${cell(key)}}) SET n += ${written()} REMOVE n.dropped`;
  await transaction.run(text, { rows: rowsOf(record, nouns) });
}

function rowsOf(record: Noun["record"], nouns: readonly Noun[]): readonly Cells[] {
  return nouns.map(({ value }) => NOUN_MAPPINGS[record].encode(value));
}

/** Draws the lines from flags to the bodies that brought them, for the eye. Parameter: the flags' ids. */
const AUTHORITIES = `UNWIND $ids AS id MATCH (flag:Flag {id: id})
OPTIONAL MATCH (flag)-[old:BROUGHT_BY]->() DELETE old
WITH DISTINCT flag UNWIND flag.authorities AS authority MATCH (body:Entity {id: authority})
CREATE (flag)-[:BROUGHT_BY]->(body)`;

export async function drawAuthorities(
  transaction: ManagedTransaction,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await transaction.run(AUTHORITIES, { ids });
}

/**
 * Takes away nouns of which no kept claim speaks, and keeps the others, held by no dossier: claims are kept when
 * they are retracted. Parameter: the keys. Flags before entities: a flag's own line to an authority does not count
 * against the flag, and goes with it.
 */
const DROPS: Readonly<Record<Noun["record"], string>> = {
  dossier: `UNWIND $keys AS key MATCH (n:Dossier {slug: key})
WITH n, EXISTS { MATCH ()-[r:CONCERNS|${RELATION_TYPES}]->()
    WHERE r.id STARTS WITH 'claim:' + n.slug + '/' AND r.revision IS NOT NULL }
  OR EXISTS { MATCH (c:Claim) WHERE c.id STARTS WITH 'claim:' + n.slug + '/' AND c.revision IS NOT NULL } AS named
CALL (n, named) { WITH n, named WHERE named SET n.dropped = true }
CALL (n, named) { WITH n, named WHERE NOT named DETACH DELETE n }`,
  source: `CALL {
  MATCH ()-[r:CONCERNS|${RELATION_TYPES}]->() UNWIND r.sources AS id WITH id WHERE id IN $keys RETURN DISTINCT id
  UNION MATCH (c:Claim) UNWIND c.sources AS id WITH id WHERE id IN $keys RETURN DISTINCT id
}
WITH collect(id) AS cited
MATCH (n:Source) WHERE n.id IN $keys
CALL (n, cited) { WITH n, cited WHERE n.id IN cited SET n.dropped = true }
CALL (n, cited) { WITH n, cited WHERE NOT n.id IN cited DETACH DELETE n }`,
  flag: `UNWIND $keys AS key MATCH (n:Flag {id: key})
WITH n, EXISTS { (n)-[:CONCERNS|HAS_EVENT]->() } OR EXISTS { (n)<-[:ANSWERS]-() } AS named
CALL (n, named) { WITH n, named WHERE named SET n.dossiers = [] }
CALL (n, named) { WITH n, named WHERE NOT named DETACH DELETE n }`,
  entity: `UNWIND $keys AS key MATCH (n:Entity {id: key})
WITH n, EXISTS { (n)--() } AS named
CALL (n, named) { WITH n, named WHERE named SET n.dossiers = [] }
CALL (n, named) { WITH n, named WHERE NOT named DETACH DELETE n }`,
};

const DROP_ORDER = ["dossier", "source", "flag", "entity"] as const;

/** Drops nouns that no dossier holds any more; those that a kept claim speaks of stay, held by none. */
export async function dropNouns(transaction: ManagedTransaction, dropped: readonly NounKey[]): Promise<void> {
  for (const record of DROP_ORDER) {
    const keys = dropped.filter((each) => each.record === record).map((each) => each.id);
    if (keys.length > 0) await transaction.run(DROPS[record], { keys });
  }
}
