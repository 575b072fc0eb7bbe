import type { Noun } from "../../../domain/record.js";
import type { NounKey } from "../../graph-store.js";
import type { Connection } from "../connection.js";
import { NOUN_TABLES } from "../tables/all-tables.js";
import { selectFrom } from "../tables/cells.js";

/** Which of these nouns are there? One statement a kind. Parameter: the keys as a JSON list. */
const TEXTS: Readonly<Record<Noun["record"], string>> = {
  dossier: `${selectFrom(NOUN_TABLES.dossier)} where slug in (select value from json_each(?))`,
  source: `${selectFrom(NOUN_TABLES.source)} where id in (select value from json_each(?))`,
  flag: `${selectFrom(NOUN_TABLES.flag)} where id in (select value from json_each(?))`,
  entity: `${selectFrom(NOUN_TABLES.entity)} where id in (select value from json_each(?))`,
};

export function readNounsByKey(connection: Connection, keys: readonly NounKey[]): readonly Noun[] {
  return (Object.keys(TEXTS) as Noun["record"][]).flatMap((record) => {
    const ids = keys.filter((key) => key.record === record).map(({ id }) => id);
    if (ids.length === 0) return [];
    const rows = connection.rows(TEXTS[record], [JSON.stringify(ids)]);
    return rows.map((row) => ({ record, value: NOUN_TABLES[record].decode(row) }) as Noun);
  });
}
