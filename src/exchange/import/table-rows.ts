import { readCsv } from "../../dossier/read/csv-rows.js";
import { type OnBytes, textOf } from "./input-file.js";
import type { TableRow } from "./table-row.js";
import type { InputFile } from "./unreadable-file.js";
import { xlsxRows } from "./xlsx-rows.js";

/**
 * The rows of a CSV file, packed or not, or of the first sheet of an XLSX workbook, some at a time. A sheet's row ends
 * with its last cell that holds something; its dates are the numbers that it keeps.
 * @throws UnreadableFile
 */
export async function* tableRows(file: InputFile, onBytes: OnBytes): AsyncGenerator<readonly TableRow[]> {
  if (isWorkbook(file)) {
    yield* xlsxRows(file, onBytes);
    return;
  }
  let rows: TableRow[] = [];
  const reader = readCsv({
    row: (cells, line) => rows.push({ line, cells }),
    fault: (line, fault) => rows.push({ line, fault }),
  });
  const taken = () => {
    const some = rows;
    rows = [];
    return some;
  };
  for await (const piece of textOf(file, onBytes)) {
    reader.push(piece);
    yield taken();
  }
  reader.end();
  yield taken();
}

/** Whether a file is read as a workbook. */
export function isWorkbook({ packing, name }: InputFile): boolean {
  return packing === "zip" && /\.xls[xm]$/i.test(name);
}
