/** A column of a table in Markdown. */
export interface MarkdownColumn<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string | number;
  /** Numbers stand at the right; 0 is left empty. */
  readonly number?: true;
}

/** Rows as a table in Markdown, one line a row, under its header. */
export function markdownTable<Row>(
  columns: readonly MarkdownColumn<Row>[],
  rows: readonly Row[],
): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ number }) => (number ? "--:" : "---"))),
    ...rows.map((row) => line(columns.map(({ cell }) => cellText(cell(row))))),
  ];
}

/** Text that reads as itself in Markdown: its signs of markup are escaped. */
export function markdownText(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`).replaceAll(/\s+/g, " ");
}

function cellText(cell: string | number): string {
  if (typeof cell === "number") return cell === 0 ? "" : cell.toLocaleString("en-US");
  return cell;
}
