import { TABLE_NAMES, type TableName } from "./columns.js";
import type { Row } from "./row.js";

/** Where the ids of one dossier stand. */
export interface IdPlaces {
  /** Remembers the id of a row, and names one that stands already. */
  note(row: Row, name: TableName): void;
  /** The ids that stand in one table. */
  of(name: TableName): ReadonlySet<string>;
}

type Spaces = Readonly<Record<"sources" | "entities" | "flags" | "claims", Map<string, number>>>;

/** Within which an id may stand once: claims share one space, so that a decision's row id names nothing else. */
const SPACES: Readonly<Record<TableName, keyof Spaces>> = {
  sources: "sources",
  entities: "entities",
  flags: "flags",
  decisions: "claims",
  relations: "claims",
  subjects: "claims",
  events: "claims",
  responses: "claims",
  policies: "claims",
};

/** More tables than there are: a place is one number, the line times this plus the number of the table. */
const TABLES_AT_MOST = 16;

/** A memory of the ids of a dossier whose tables stand at these places. */
export function idPlaces(fileOf: (name: TableName) => string): IdPlaces {
  const spaces: Spaces = { sources: new Map(), entities: new Map(), flags: new Map(), claims: new Map() };
  return {
    note(row, name) {
      const id = row.cell("id");
      if (id === "") return;
      const space = spaces[SPACES[name]];
      const met = space.get(id);
      if (met === undefined) {
        space.set(id, row.line * TABLES_AT_MOST + TABLE_NAMES.indexOf(name));
        return;
      }
      const file = fileOf(TABLE_NAMES[met % TABLES_AT_MOST] ?? name);
      const place = `${file}:${Math.floor(met / TABLES_AT_MOST)}`;
      row.error(
        "id",
        `id: "${id}" stands already at ${place}: remove the row if it was pasted twice, else give it another id`,
      );
    },
    of(name) {
      const table = TABLE_NAMES.indexOf(name);
      const ids = new Set<string>();
      for (const [id, place] of spaces[SPACES[name]]) if (place % TABLES_AT_MOST === table) ids.add(id);
      return ids;
    },
  };
}
