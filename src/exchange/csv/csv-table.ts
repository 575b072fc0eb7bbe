import { stringify } from "csv-stringify/sync";
import { type CellValue, neutralCell } from "./neutral-cell.js";

/** A table to be written: the name of each column, and its cell in a row. */
export type CsvColumns<Row> = Readonly<Record<string, (row: Row) => CellValue>>;

/** The header line of a table. */
export function headerLine<Row>(columns: CsvColumns<Row>): string {
  return stringify([Object.keys(columns)]);
}

/** One row as a line. */
export function rowLine<Row>(columns: CsvColumns<Row>, row: Row): string {
  return stringify([Object.values(columns).map((cell) => neutralCell(cell(row)))]);
}
