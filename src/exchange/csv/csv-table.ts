import { stringify } from "csv-stringify/browser/esm/sync";

/** The one writer of CSV: exports and the explorer's downloads. Its library's build for browsers runs in Node as well. */

/** What a file begins with, so that spreadsheets read it as UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";

/** What a cell may hold: texts are neutralised, numbers are not (a negative amount is no formula); null is empty. */
export type CellValue = string | number | null;

/** A table to be written: the name of each column, and its cell in a row. */
export type CsvColumns<Row> = Readonly<Record<string, (row: Row) => CellValue>>;

/** The header line of a table. */
export function headerLine<Row>(columns: CsvColumns<Row>): string {
  return csvLine(Object.keys(columns));
}

/** One row as a line. */
export function rowLine<Row>(columns: CsvColumns<Row>, row: Row): string {
  return csvLine(Object.values(columns).map((cell) => cell(row)));
}

/** Cells as one line (RFC 4180, but that it ends in LF). */
export function csvLine(cells: readonly CellValue[]): string {
  return csvLines([cells]);
}

/** Rows as lines: many at once take a tenth of the time. */
export function csvLines(rows: readonly (readonly CellValue[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(neutralCell)),
    { quoted_match: /\r/ },
  );
}

/** What makes a spreadsheet read a text as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text that would begin a formula gets an apostrophe before it (OWASP, "CSV Injection"). */
export function neutralCell(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  return FORMULA.test(value) ? `'${value}` : value;
}
