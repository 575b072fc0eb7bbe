import type { Noun } from "../../../domain/record.js";
import type { RecordPage } from "../../graph-store.js";
import type { Connection } from "../connection.js";
import { NOUN_TABLES } from "../tables/all-tables.js";
import { selectFrom } from "../tables/cells.js";
import { nounPage } from "./read-nouns.js";

const PAGE_SIZE = 5_000;

/** Which nouns does a dossier hold? In the order of readNouns. Parameter: the dossier's slug. */
const TEXTS: Readonly<Record<Noun["record"], string>> = {
  dossier: `${selectFrom(NOUN_TABLES.dossier)} where slug = ? and held = 1`,
  source: `${selectFrom(NOUN_TABLES.source)} where dossier = ? and held = 1 order by id`,
  flag: `${selectFrom(NOUN_TABLES.flag)}
  where exists (select 1 from json_each(dossiers) where value = ?) order by id`,
  entity: `${selectFrom(NOUN_TABLES.entity)}
  where exists (select 1 from json_each(dossiers) where value = ?) order by id`,
};

export function* readDossierNouns(connection: Connection, slug: string): Generator<RecordPage> {
  for (const record of Object.keys(TEXTS) as Noun["record"][]) {
    for (const rows of connection.pages(TEXTS[record], [slug], PAGE_SIZE)) yield nounPage(record, rows);
  }
}
