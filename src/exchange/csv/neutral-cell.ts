/** What a cell may hold: texts are neutralised, numbers are not (a negative amount is no formula). */
export type CellValue = string | number | null;

/** What makes a spreadsheet read a text as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A cell as text that no spreadsheet runs: a text that would begin a formula gets an apostrophe before it (OWASP,
 * "CSV Injection").
 */
export function neutralCell(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  return FORMULA.test(value) ? `'${value}` : value;
}
