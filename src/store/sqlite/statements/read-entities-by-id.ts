import type { Entity } from "../../../domain/entity.js";
import type { Connection } from "../connection.js";
import { NOUN_TABLES } from "../tables/all-tables.js";
import { selectFrom } from "../tables/cells.js";

/** Which of these entities are there? By id. Parameter: the ids as a JSON list. */
const TEXT = `${selectFrom(NOUN_TABLES.entity)} where id in (select value from json_each(?)) order by id`;

export function readEntitiesById(connection: Connection, ids: readonly string[]): readonly Entity[] {
  return connection.rows(TEXT, [JSON.stringify(ids)]).map((row) => NOUN_TABLES.entity.decode(row) as Entity);
}
