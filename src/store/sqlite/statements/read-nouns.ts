import type { Noun } from "../../../domain/record.js";
import type { RecordPage } from "../../graph-store.js";
import type { Connection } from "../connection.js";
import { NOUN_TABLES } from "../tables/all-tables.js";
import type { Row } from "../tables/table.js";

/** What SQLite makes of a page, and what is read from that, stays in the processor's cache. */
const PAGE_SIZE = 1_000;

interface Texts {
  /** Where does a page end? At the key of its last row; no row: the rest is shorter. Parameter: the last key of the page before. */
  readonly end: string;
  /** Parameters: the last key of the page before, and of this one; null: to the end (a blob comes after every text). */
  readonly page: string;
}

/**
 * Which dossiers, sources, flags and entities are there? In this order, each by its key; one page. SQLite packs the rows
 * into a JSON list, all cells being texts: reading it costs half of reading rows. Bounds rather than a limit, for which
 * SQLite would carry every cell through a subquery.
 */
const TEXTS: Readonly<Record<Noun["record"], Texts>> = {
  dossier: packed("dossier", "slug"),
  source: packed("source", "id"),
  flag: packed("flag", "id"),
  entity: packed("entity", "id"),
};

function packed(record: Noun["record"], key: string): Texts {
  const { name, columns } = NOUN_TABLES[record];
  return {
    end: `select ${key} as "last" from ${name} where ${key} > ? order by ${key} limit 1 offset ${PAGE_SIZE - 1}`,
    page: `select json_group_array(json_array(${columns.join(", ")})) as "rows" from ${name}
where ${key} > ? and ${key} <= coalesce(?, x'')`,
  };
}

export function* readNouns(connection: Connection): Generator<RecordPage> {
  for (const record of Object.keys(TEXTS) as Noun["record"][]) {
    const texts = TEXTS[record];
    for (let after: string | null = ""; after !== null; ) {
      const end: string | null = connection.first<{ last: string }>(texts.end, [after])?.last ?? null;
      const page = connection.first<{ rows: string }>(texts.page, [after, end]);
      const rows = JSON.parse(page?.rows ?? "[]") as Row[];
      if (rows.length > 0) yield nounPage(record, rows);
      after = end;
    }
  }
}

/** Rows of one table as a page of nouns. */
export function nounPage(record: Noun["record"], rows: readonly Row[]): RecordPage {
  const table = NOUN_TABLES[record];
  return { kind: "nouns", nouns: rows.map((row) => ({ record, value: table.decode(row) }) as Noun) };
}
