import type { Noun } from "../../../domain/record.js";
import type { Connection } from "../connection.js";
import { NOUN_TABLES } from "../tables/all-tables.js";
import { insertInto } from "../tables/cells.js";

/** Writes a noun, in the place of the one with its key if there is one. Parameters: its cells. */
const TEXTS: Readonly<Record<Noun["record"], string>> = {
  dossier: `replace ${insertInto(NOUN_TABLES.dossier)}`,
  source: `replace ${insertInto(NOUN_TABLES.source)}`,
  flag: `replace ${insertInto(NOUN_TABLES.flag)}`,
  entity: `replace ${insertInto(NOUN_TABLES.entity)}`,
};

export function putNoun(connection: Connection, noun: Noun): void {
  connection.run(TEXTS[noun.record], NOUN_TABLES[noun.record].encode(noun.value));
}
