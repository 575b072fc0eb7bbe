import type { PictureData } from "./picture.js";

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows as a CSV file (RFC 4180, UTF-8 with the mark that spreadsheets look for). A text that a spreadsheet would take for a
 * formula gets an apostrophe before it; numbers stay numbers; null is an empty cell.
 */
export function csvOf({ columns, rows }: PictureData): string {
  const lines = [columns, ...rows].map((cells) => cells.map(cell).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
