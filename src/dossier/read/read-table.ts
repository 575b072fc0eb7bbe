import { suggestion } from "../../domain/nearest.js";
import type { DossierTable } from "./columns.js";
import { readCsv } from "./csv-rows.js";
import { type DossierFolder, placeOf } from "./dossier-folder.js";
import type { Problems } from "./problem.js";
import { readText } from "./read-text.js";
import { type Row, type RowFrame, rowFrame } from "./row.js";

/**
 * Reads one table of a dossier row by row; what is wrong with its text, header or number of cells goes to
 * `problems`. Says whether every row of it could be read as a row (false: what else it declares is not known).
 */
export async function readTable(
  folder: DossierFolder,
  table: DossierTable,
  problems: Problems,
  onRow: (row: Row) => void,
): Promise<boolean> {
  const place = placeOf(folder, table.file);
  let readable = true;
  let frame: RowFrame | null = null;
  let width: number | null = null;
  let header = false;
  const reader = readCsv({
    row(cells, line) {
      if (!header) {
        header = true;
        width = cells.length;
        readable = checkHeader(cells, line, table, place, problems);
        frame = readable ? rowFrame(place, cells, problems) : null;
      } else if (width !== null && cells.length !== width) {
        readable = false;
        problems.add("width", place, line, wrongWidth(cells.length, width));
      } else if (frame !== null) {
        trim(cells, frame, line, problems);
        frame.fill(cells, line);
        onRow(frame);
      }
    },
    fault(line, message) {
      readable = false;
      // Where the header itself cannot be read, no other row is taken for it.
      header = true;
      problems.add("csv", place, line, message);
    },
  });
  const reading = readText(folder, table.file, problems);
  for await (const piece of reading.pieces) reader.push(piece);
  if (!reading.isWhole()) return false;
  reader.end();
  if (!header) {
    problems.add(
      "columns",
      place,
      1,
      `is empty: begin it with a header row such as ${table.required.join(",")}`,
    );
  }
  return readable && header;
}

function wrongWidth(cells: number, columns: number): string {
  const remedy = cells > columns ? "put a cell that holds a comma into quotes" : "add the missing commas";
  return `has ${cells} ${cells === 1 ? "cell" : "cells"} where the header has ${columns} columns: ${remedy}`;
}

/** Whether the header can be used; names unknown, repeated and missing columns. */
function checkHeader(
  header: readonly string[],
  line: number,
  table: DossierTable,
  place: string,
  problems: Problems,
): boolean {
  const before = problems.errors;
  const seen = new Set<string>();
  for (const column of header) {
    if (seen.has(column))
      problems.add("columns", place, line, `names the column "${column}" twice: remove one of them`);
    seen.add(column);
    if (table.columns.includes(column)) continue;
    const near = suggestion(column, table.columns);
    problems.add(
      "columns",
      place,
      line,
      `has an unknown column "${column}"${near}${near === "" ? ":" : ""} known here are ${table.columns.join(", ")}`,
    );
  }
  for (const column of table.required) {
    if (!seen.has(column)) problems.add("columns", place, line, `lacks the column "${column}": add it`);
  }
  return problems.errors === before;
}

/** Names cells with blanks around them, and goes on without these. */
function trim(cells: string[], frame: RowFrame, line: number, problems: Problems): void {
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (cell === undefined || cell === "" || (!isBlank(cell, 0) && !isBlank(cell, cell.length - 1))) continue;
    const bare = cell.trim();
    cells[index] = bare;
    problems.add(
      "blanks",
      frame.file,
      line,
      `the cell "${cell}" begins or ends with a blank: write "${bare}"`,
    );
  }
}

/** Space, tab, line feed, no-break space. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 || code === 0xa0;
}
