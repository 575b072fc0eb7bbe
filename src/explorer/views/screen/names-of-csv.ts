import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { screen as screenTexts } from "../../texts/screen.js";

/** A CSV as a table, and which of its columns the names stand in. */
export interface NameTable {
  /** The rows without the header. */
  readonly rows: readonly (readonly string[])[];
  /** What each column is called: its header, or its first cell where there is none. */
  readonly columns: readonly string[];
  /** The column that looks as if it held the names. */
  readonly column: number;
}

const NAME_HEADER =
  /\b(name|company|entity|organi[sz]ation|counterparty|vendor|supplier|institution|university)\b/i;

/** Why a text is no CSV: the line counts from 1. */
export class NoCsv extends Error {
  override readonly name = "NoCsv";
}

/** Reads a CSV with commas, semicolons or tabs. @throws NoCsv with the line that is none. */
export function namesOfCsv(text: string): NameTable {
  checkText(text);
  const rows = read(text);
  const [first = []] = rows;
  const column = first.findIndex((cell) => NAME_HEADER.test(cell));
  return {
    rows: column < 0 ? rows : rows.slice(1),
    columns: first,
    column: Math.max(column, 0),
  };
}

/** The names in a column, each once, in order. */
export function namesIn({ rows }: NameTable, column: number): readonly string[] {
  return [...new Set(rows.map((row) => row[column]?.trim() ?? ""))].filter((name) => name !== "");
}

function read(text: string): string[][] {
  try {
    return parse(text, { bom: true, delimiter: delimiterOf(text), skip_empty_lines: true, trim: true });
  } catch (fault) {
    throw fault instanceof CsvError ? noCsv(lineOf(fault), whatOf(fault)) : fault;
  }
}

/** The sign that the first line has most of. */
function delimiterOf(text: string): string {
  const [line = ""] = text.split(/\r?\n/, 1);
  const count = (sign: string) => line.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Control signs and the mark of a broken encoding stand in no table of names. */
function checkText(text: string): void {
  const at = [...text].findIndex((sign) => isBinary(sign.codePointAt(0) ?? 0));
  if (at >= 0) throw noCsv([...text].slice(0, at).filter((sign) => sign === "\n").length + 1, "binary");
}

function isBinary(code: number): boolean {
  const isSpace = code === 9 || code === 10 || code === 13;
  return (code < 32 && !isSpace) || code === 0xfffd;
}

function lineOf(fault: CsvError): number {
  const line = (fault as { readonly lines?: unknown }).lines;
  return typeof line === "number" ? line : 1;
}

function whatOf({ code }: CsvError): keyof typeof screenTexts.problems {
  if (code.includes("QUOTE")) return "quote";
  return code.includes("INCONSISTENT") ? "columns" : "other";
}

function noCsv(line: number, what: keyof typeof screenTexts.problems): NoCsv {
  return new NoCsv(screenTexts.badFile(line, screenTexts.problems[what]));
}
