import { countryRemedy, isCountry } from "../../domain/countries.js";
import { parseDay } from "../../domain/day.js";
import { ExposureError } from "../../domain/errors.js";
import { suggestion } from "../../domain/nearest.js";
import { parseUncertainDate } from "../../domain/uncertain-date.js";
import type { RuleName } from "../rules.js";
import type { Row } from "./row.js";

/** The text of a cell, null where it is empty. */
export function text(row: Row, column: string): string | null {
  const cell = row.cell(column);
  return cell === "" ? null : cell;
}

/** The text of a cell that may not be empty; an empty one is named. */
export function required(row: Row, column: string): string {
  const cell = row.cell(column);
  if (cell === "") row.error("empty", `${column} is empty: fill it in`);
  return cell;
}

const NOTHING: readonly string[] = [];

/** The items of a list cell. Empty and repeated items are named. */
export function list(row: Row, column: string): readonly string[] {
  const cell = row.cell(column);
  if (cell === "") return NOTHING;
  if (!cell.includes(";")) return [cell];
  const items = cell.split(";");
  for (const [index, item] of items.entries()) {
    if (item === "" || item !== item.trim()) {
      row.error("list", `${column}: "${cell}" has an empty item or blanks around one: write a;b;c`);
      return items.map((each) => each.trim()).filter((each) => each !== "");
    }
    if (items.indexOf(item) !== index)
      row.error("list", `${column}: names "${item}" twice: remove one of them`);
  }
  return items;
}

/** A cell that holds one of a closed list of values; null where it is empty or none of them (named). */
export function oneOf<T extends string>(row: Row, column: string, values: readonly T[]): T | null {
  const cell = row.cell(column);
  if (cell === "") return null;
  const at = (values as readonly string[]).indexOf(cell);
  if (at >= 0) return values[at] ?? null;
  row.error("value", unknownValue(column, cell, values));
  return null;
}

/** As `oneOf`, for a cell that may not be empty. */
export function requiredOneOf<T extends string>(row: Row, column: string, values: readonly T[]): T | null {
  if (row.cell(column) === "") row.error("empty", `${column} is empty: write one of ${values.join(", ")}`);
  return oneOf(row, column, values);
}

/** A list cell whose items are from a closed list; unknown items are named and left out. */
export function listOf<T extends string>(row: Row, column: string, values: readonly T[]): readonly T[] {
  return list(row, column).flatMap((item) => {
    const found = values.find((value) => value === item);
    if (found === undefined) row.error("value", unknownValue(column, item, values));
    return found === undefined ? [] : [found];
  });
}

function unknownValue(column: string, cell: string, values: readonly string[]): string {
  const near = suggestion(cell, values);
  return near === ""
    ? `${column}: "${cell}" is not known: write one of ${values.join(", ")}`
    : `${column}: "${cell}" is not known${near}`;
}

/** What `read` gives for a cell; a value that it refuses is named with its column, and null stands for it. */
export function parsed<T>(row: Row, rule: RuleName, column: string, read: (cell: string) => T): T | null {
  try {
    return read(row.cell(column));
  } catch (fault) {
    if (!(fault instanceof ExposureError)) throw fault;
    row.error(rule, `${column}: ${fault.message}`);
    return null;
  }
}

const OTHER_DATE = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

/** The text of an UncertainDate; null where it is empty or none (named). */
export function date(row: Row, column: string): string | null {
  return dateText(row, column, parseUncertainDate);
}

/** The text of a calendar day; null where it is empty or none (named). */
export function day(row: Row, column: string): string | null {
  return dateText(row, column, parseDay);
}

function dateText(row: Row, column: string, check: (cell: string) => unknown): string | null {
  const cell = row.cell(column);
  if (cell === "") return null;
  try {
    check(cell);
    return cell;
  } catch (fault) {
    if (!(fault instanceof ExposureError)) throw fault;
    row.error("date", `${column}: ${otherDate(cell) ?? fault.message}`);
    return null;
  }
}

/** What to say of a date in the manner of 03/04/2019; null where it is none. */
function otherDate(cell: string): string | null {
  const other = OTHER_DATE.exec(cell);
  if (other === null) return null;
  const [, first = "", second = "", year = ""] = other;
  const readings = [`${year}-${pad(second)}-${pad(first)}`, `${year}-${pad(first)}-${pad(second)}`];
  const meant = [...new Set(readings)].filter(isDay).join(" or ") || "YYYY-MM-DD";
  return `"${cell}" is not a date: write ${meant}, year first`;
}

/** Whether a text is a calendar day. */
export function isDay(text: string): boolean {
  try {
    parseDay(text);
    return true;
  } catch {
    return false;
  }
}

function pad(number: string): string {
  return number.padStart(2, "0");
}

/** An ISO 3166-1 alpha-2 code; null where it is empty or none (named). */
export function country(row: Row, column: string): string | null {
  const cell = row.cell(column);
  if (cell === "" || isCountry(cell)) return cell === "" ? null : cell;
  row.error("code", unknownCountry(column, cell));
  return null;
}

/** What to say of a text that is no country's code. */
export function unknownCountry(column: string, cell: string): string {
  return `${column}: "${cell}" is not a country: ${countryRemedy(cell)}`;
}
