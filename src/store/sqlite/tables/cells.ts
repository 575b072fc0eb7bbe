import type { Row, Table } from "./table.js";

/** Reads all cells of a table's rows in the order in which it decodes them; what follows narrows and orders. */
export function selectFrom(table: Pick<Table<never, Row>, "name" | "columns">): string {
  return `select ${table.columns.join(", ")} from ${table.name}`;
}

/** Writes a row; the parameters are its cells in the order in which the table encodes them. */
export function insertInto(table: Pick<Table<never, Row>, "name" | "columns">): string {
  return `into ${table.name} (${table.columns.join(", ")}) values (${table.columns.map(() => "?").join(", ")})`;
}
