import type { Noun } from "../../../domain/record.js";
import type { RecordPage } from "../../graph-store.js";
import type { Connection } from "../connection.js";
import { NOUN_TABLES } from "../tables/all-tables.js";
import { selectFrom } from "../tables/cells.js";
import type { Row } from "../tables/table.js";

const PAGE_SIZE = 5_000;

/** Which dossiers, sources, flags and entities are there? In this order, each by its key. */
const TEXTS: Readonly<Record<Noun["record"], string>> = {
  dossier: `${selectFrom(NOUN_TABLES.dossier)} order by slug`,
  source: `${selectFrom(NOUN_TABLES.source)} order by id`,
  flag: `${selectFrom(NOUN_TABLES.flag)} order by id`,
  entity: `${selectFrom(NOUN_TABLES.entity)} order by id`,
};

export function* readNouns(connection: Connection): Generator<RecordPage> {
  for (const record of Object.keys(TEXTS) as Noun["record"][]) {
    for (const rows of connection.pages(TEXTS[record], [], PAGE_SIZE)) yield nounPage(record, rows);
  }
}

/** Rows of one table as a page of nouns. */
export function nounPage(record: Noun["record"], rows: readonly Row[]): RecordPage {
  const table = NOUN_TABLES[record];
  return { kind: "nouns", nouns: rows.map((row) => ({ record, value: table.decode(row) }) as Noun) };
}
