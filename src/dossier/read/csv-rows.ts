/** What the reader of a CSV text hands on. */
export interface CsvSink {
  /** A row: its cells and the line on which it begins. Blank lines are left out. */
  row(cells: string[], line: number): void;
  /** A row that is no RFC 4180: what is wrong, and how to mend it. Reading goes on with the next line. */
  fault(line: number, message: string): void;
}

/** Takes a text in pieces. */
export interface CsvReader {
  push(piece: string): void;
  end(): void;
}

/** A row may not grow without bound: an unclosed quote would swallow the rest of the file. */
const LONGEST_ROW = 1 << 20;

const UNCLOSED = "a quoted cell opens in this row and does not close before its comma: add the closing quote";
const AFTER_QUOTE =
  'text follows a closing quote in the row that begins here: double quotes within a quoted cell ("") and close the cell before its comma';
const INSIDE =
  'a quote stands inside a cell that does not begin with one: put the whole cell into quotes and double those within ("")';

const TOO_LONG = "a row of more than a million letters begins here: this is no table";

/** The outcome of scanning one row: where the next begins, or that the text ends within it, or what is wrong. */
type Scan = { readonly next: number } | "incomplete" | { readonly fault: string };

/**
 * Reads RFC 4180 rows (comma, double quotes, `\n`). After a faulty row it goes on with the line after that row's
 * first, so that one mistyped quote gives one problem on its own line.
 */
export function readCsv(sink: CsvSink): CsvReader {
  let text = "";
  let line = 1;
  /** Within a row that is too long to be kept: nothing counts until the line ends. */
  let skipping = false;

  const scanAll = (final: boolean) => {
    let at = 0;
    let quote = text.indexOf('"');
    while (at < text.length) {
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      const lineEnd = text.indexOf("\n", at);
      if (lineEnd < 0 && !final) {
        skipping = text.length - at > LONGEST_ROW;
        break;
      }
      const stop = lineEnd < 0 ? text.length : lineEnd;
      if (quote < 0 || quote > stop) {
        if (stop > at) sink.row(text.slice(at, stop).split(","), line);
        at = stop + 1;
        line++;
        continue;
      }
      const cells: string[] = [];
      const scan = scanQuoted(text, at, cells, final);
      if (scan === "incomplete" && text.length - at < LONGEST_ROW) break;
      if (typeof scan === "object" && "next" in scan) {
        sink.row(cells, line);
        line += linesBetween(text, at, scan.next);
        at = scan.next;
        continue;
      }
      sink.fault(line, scan === "incomplete" ? UNCLOSED : scan.fault);
      at = stop + 1;
      line++;
    }
    text = at >= text.length ? "" : text.slice(at);
    if (!skipping) return;
    sink.fault(line, TOO_LONG);
    text = "";
  };
  return {
    push(piece) {
      const lineEnd = skipping ? piece.indexOf("\n") : -1;
      if (skipping && lineEnd < 0) return;
      if (skipping) line++;
      skipping = false;
      text += piece.slice(lineEnd + 1);
      scanAll(false);
    },
    end: () => scanAll(true),
  };
}

/** Scans a row that holds a quote; fills `cells`. */
function scanQuoted(text: string, from: number, cells: string[], final: boolean): Scan {
  let at = from;
  for (;;) {
    let end: number;
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0) return final ? { fault: UNCLOSED } : "incomplete";
      const cell = text.slice(at + 1, close);
      cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell);
      end = close + 1;
      const follows = text[end];
      if (follows === undefined && !final) return "incomplete";
      if (follows !== undefined && follows !== "," && follows !== "\n") {
        return { fault: cell.includes("\n") ? UNCLOSED : AFTER_QUOTE };
      }
    } else {
      end = plainEnd(text, at);
      if (end === text.length && !final) return "incomplete";
      const cell = text.slice(at, end);
      if (cell.includes('"')) return { fault: INSIDE };
      cells.push(cell);
    }
    if (text[end] !== ",") return { next: end + 1 };
    at = end + 1;
  }
}

/** The quote that closes the cell, those that stand doubled passed over; -1 where there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function plainEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== "," && text[at] !== "\n") at++;
  return at;
}

function linesBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return Math.max(count, 1);
}
