import type { Noun } from "../../../domain/record.js";
import type { RecordPage } from "../../graph-store.js";
import type { Connection } from "../connection.js";
import { NOUN_TABLES } from "../tables/all-tables.js";
import type { Row } from "../tables/table.js";

const PAGE_SIZE = 5_000;

/**
 * Which dossiers, sources, flags and entities are there? In this order, each by its key; one page. SQLite packs the rows
 * into a JSON list, all cells being texts: reading it costs half of reading rows. Parameter: the last key of the page
 * before.
 */
const TEXTS: Readonly<Record<Noun["record"], string>> = {
  dossier: packed("dossier", "slug"),
  source: packed("source", "id"),
  flag: packed("flag", "id"),
  entity: packed("entity", "id"),
};

function packed(record: Noun["record"], key: string): string {
  const { name, columns } = NOUN_TABLES[record];
  return `select json_group_array(json_array(${columns.join(", ")})) as "rows", max(${key}) as "last"
from (select * from ${name} where ${key} > ? order by ${key} limit ${PAGE_SIZE})`;
}

type PackedPage = { readonly rows: string; readonly last: string | null };

export function* readNouns(connection: Connection): Generator<RecordPage> {
  for (const record of Object.keys(TEXTS) as Noun["record"][]) {
    for (let last: string | null = ""; last !== null; ) {
      const page: PackedPage | undefined = connection.first<PackedPage>(TEXTS[record], [last]);
      last = page?.last ?? null;
      if (page && last !== null) yield nounPage(record, JSON.parse(page.rows) as Row[]);
    }
  }
}

/** Rows of one table as a page of nouns. */
export function nounPage(record: Noun["record"], rows: readonly Row[]): RecordPage {
  const table = NOUN_TABLES[record];
  return { kind: "nouns", nouns: rows.map((row) => ({ record, value: table.decode(row) }) as Noun) };
}
