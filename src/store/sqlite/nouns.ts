import type { Entity } from "../../domain/entity.js";
import type { Noun } from "../../domain/record.js";
import type { NounKey, RecordPage } from "../graph-store.js";
import { NOUN_RECORDS } from "../records.js";
import type { Connection } from "./connection.js";
import { CLAIM_TABLES, NOUN_TABLES, type Row } from "./tables.js";

/** Writes a noun, in the place of the one with its key if there is one. */
export function putNoun(connection: Connection, noun: Noun): void {
  const table = NOUN_TABLES[noun.record];
  connection.run(table.write, table.encode(noun.value));
}

/** What SQLite makes of a page, and what is read from that, stays in the processor's cache. */
const PACKED_PAGE_SIZE = 1_000;

interface PackedTexts {
  /** Where does a page end? At the key of its last row; no row: the rest is shorter. Parameter: the last key of the page before. */
  readonly end: string;
  /** Parameters: the last key of the page before, and of this one; null: to the end (a blob comes after every text). */
  readonly page: string;
}

/**
 * Which nouns of a kind are there? By key; one page. SQLite packs the rows into a JSON list, all cells being texts: reading
 * it costs half of reading rows. Bounds rather than a limit, for which SQLite would carry every cell through a subquery.
 */
function packedTexts(record: Noun["record"]): PackedTexts {
  const { name, key, columns } = NOUN_TABLES[record];
  return {
    end: `select ${key} as "last" from ${name} where ${key} > ? order by ${key} limit 1 offset ${PACKED_PAGE_SIZE - 1}`,
    page: `select json_group_array(json_array(${columns.join(", ")})) as "rows" from ${name}
where ${key} > ? and ${key} <= coalesce(?, x'')`,
  };
}

/** All nouns, one kind after the other, each by its key. */
export function* readNouns(connection: Connection): Generator<RecordPage> {
  for (const record of NOUN_RECORDS) {
    const texts = packedTexts(record);
    for (let after: string | null = ""; after !== null; ) {
      const end: string | null = connection.first<{ last: string }>(texts.end, [after])?.last ?? null;
      const page = connection.first<{ rows: string }>(texts.page, [after, end]);
      const rows = JSON.parse(page?.rows ?? "[]") as Row[];
      if (rows.length > 0) yield { kind: "nouns", nouns: nounsOf(record, rows) };
      after = end;
    }
  }
}

const PAGE_SIZE = 5_000;

/** Which nouns does a dossier hold? Parameter: its slug. */
const HELD_BY: Readonly<Record<Noun["record"], string>> = {
  dossier: "where slug = ? and held = 1",
  source: "where dossier = ? and held = 1 order by id",
  flag: "where exists (select 1 from json_each(dossiers) where value = ?) order by id",
  entity: "where exists (select 1 from json_each(dossiers) where value = ?) order by id",
};

/** In the order of `readNouns`. */
export function* readDossierNouns(connection: Connection, slug: string): Generator<RecordPage> {
  for (const record of NOUN_RECORDS) {
    const text = `${NOUN_TABLES[record].select} ${HELD_BY[record]}`;
    for (const rows of connection.pages(text, [slug], PAGE_SIZE))
      yield { kind: "nouns", nouns: nounsOf(record, rows) };
  }
}

/** In no order; one statement a kind. Parameter: the keys as a JSON list. */
export function readNounsByKey(connection: Connection, keys: readonly NounKey[]): readonly Noun[] {
  return NOUN_RECORDS.flatMap((record) => {
    const ids = keys.filter((key) => key.record === record).map(({ id }) => id);
    if (ids.length === 0) return [];
    const { select, key } = NOUN_TABLES[record];
    const text = `${select} where ${key} in (select value from json_each(?))`;
    return nounsOf(record, connection.rows(text, [JSON.stringify(ids)]));
  });
}

/** By id. Parameter: the ids as a JSON list. */
export function readEntitiesById(connection: Connection, ids: readonly string[]): readonly Entity[] {
  const { select, decode } = NOUN_TABLES.entity;
  const text = `${select} where id in (select value from json_each(?)) order by id`;
  return connection.rows(text, [JSON.stringify(ids)]).map((row) => decode(row) as Entity);
}

function nounsOf(record: Noun["record"], rows: readonly Row[]): readonly Noun[] {
  const { decode } = NOUN_TABLES[record];
  return rows.map((row) => ({ record, value: decode(row) }) as Noun);
}

const CLAIM_TABLE_NAMES = Object.values(CLAIM_TABLES).map(({ name }) => name);

/**
 * Which of these nouns does a kept claim speak of, or cite? Each kind's own text. Parameter: the keys as a JSON
 * list. Claims are kept when they are retracted, so that what they speak of must be kept too.
 */
const STILL_NAMED: Readonly<Record<Noun["record"], string>> = {
  dossier: `with dropped as (select value as slug, 'claim:' || value || '/' as first, 'claim:' || value || '0' as after
      from json_each(?))
    select slug as id from dropped where ${CLAIM_TABLE_NAMES.map(
      (name) => `exists (select 1 from ${name} where id >= first and id < after)`,
    ).join(" or ")}`,
  source: `with dropped as materialized (select value as id from json_each(?))
    ${CLAIM_TABLE_NAMES.map(
      (name) =>
        `select each.value as id from ${name}, json_each(sources) as each where each.value in (select id from dropped)`,
    ).join(" union ")}`,
  flag: `with dropped as materialized (select value as id from json_each(?))
    select flag as id from subjects where flag in (select id from dropped)
    union select flag from events where flag in (select id from dropped)
    union select to_id from responses where to_id in (select id from dropped)`,
  entity: `with dropped as materialized (select value as id from json_each(?))
    select from_id as id from relations where from_id in (select id from dropped)
    union select to_id from relations where to_id in (select id from dropped)
    union select entity from subjects where entity in (select id from dropped)
    union select each.value from flags, json_each(authorities) as each where each.value in (select id from dropped)
    union select by_id from responses where by_id in (select id from dropped)
    union select by_id from decisions where by_id in (select id from dropped)
    union select each.value from decisions, json_each(counterparties) as each where each.value in (select id from dropped)
    union select university from policies where university in (select id from dropped)`,
};

/** Keeps a noun for the claims that speak of it, held by no dossier. Parameter: its key. */
const KEEP: Readonly<Record<Noun["record"], string>> = {
  dossier: "update dossiers set held = 0 where slug = ?",
  source: "update sources set held = 0 where id = ?",
  flag: "update flags set dossiers = '[]' where id = ?",
  entity: "update entities set dossiers = '[]' where id = ?",
};

/** Claims first name flags, and flags name entities: in this order a noun goes with the last that named it. */
const DROP_ORDER = ["dossier", "source", "flag", "entity"] as const;

/** Drops nouns that no dossier holds any more; those that a kept claim speaks of stay, held by none. */
export function dropNouns(connection: Connection, keys: readonly NounKey[]): void {
  for (const record of DROP_ORDER) {
    const ids = keys.filter((key) => key.record === record).map((key) => key.id);
    if (ids.length === 0) continue;
    const { name, key } = NOUN_TABLES[record];
    const kept = new Set(connection.rows(STILL_NAMED[record], [JSON.stringify(ids)]).map((row) => row[0]));
    for (const id of ids)
      connection.run(kept.has(id) ? KEEP[record] : `delete from ${name} where ${key} = ?`, [id]);
  }
}
