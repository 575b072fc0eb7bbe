import type { RuleName } from "../rules.js";
import type { Problems } from "./problem.js";

/** One row of a table while it is read. The same object serves all rows of a file: keep its values, not it. */
export interface Row {
  readonly file: string;
  readonly line: number;
  /** The text of a cell; empty where the column was left out. */
  cell(column: string): string;
  error(rule: RuleName, message: string): void;
}

/** A row that is filled anew for each line. */
export interface RowFrame extends Row {
  fill(cells: readonly string[], line: number): void;
}

/** The frame for the rows of a file with these columns. */
export function rowFrame(file: string, header: readonly string[], problems: Problems): RowFrame {
  const at = new Map(header.map((column, index) => [column, index]));
  let current: readonly string[] = [];
  let line = 1;
  return {
    file,
    get line() {
      return line;
    },
    cell: (column) => current[at.get(column) ?? -1] ?? "",
    error: (rule, message) => problems.add(rule, file, line, message),
    fill(cells, onLine) {
      current = cells;
      line = onLine;
    },
  };
}
