/** A column of a table on a terminal. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  /** Numbers stand at the right. */
  readonly right?: true;
  /** Left out where no row fills it. */
  readonly optional?: true;
  /** Longer cells are cut to this many characters, with an ellipsis. */
  readonly atMost?: number;
}

/** Rows as aligned lines under a header; no lines at all without rows. */
export function tableLines<Row>(allColumns: readonly Column<Row>[], rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return [];
  const columns = allColumns.filter(
    ({ optional, cell }) => !optional || rows.some((row) => cell(row) !== ""),
  );
  const cells = rows.map((row) => columns.map(({ cell, atMost }) => cut(oneLine(cell(row)), atMost)));
  const titles = columns.map(({ title }) => title);
  const widths = titles.map((title, at) =>
    Math.max(width(title), ...cells.map((line) => width(line[at] ?? ""))),
  );
  const line = (texts: readonly string[]) =>
    texts
      .map((text, at) => {
        const space = " ".repeat(Math.max(0, (widths[at] ?? 0) - width(text)));
        return columns[at]?.right ? space + text : text + space;
      })
      .join("  ")
      .trimEnd();
  return [line(titles), line(widths.map((each) => "─".repeat(each))), ...cells.map(line)];
}

function cut(text: string, atMost: number | undefined): string {
  const letters = [...text];
  return atMost === undefined || letters.length <= atMost
    ? text
    : `${letters.slice(0, atMost - 1).join("")}…`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

/** How many columns of a terminal a text takes; letters of East Asia take two. */
function width(text: string): number {
  let columns = 0;
  for (const letter of text)
    columns += /\p{scx=Han}|\p{scx=Hira}|\p{scx=Kana}|\p{scx=Hang}/u.test(letter) ? 2 : 1;
  return columns;
}

/** A number with thin groups as readers of English expect: 28,672,437. */
export function grouped(number: number): string {
  return number.toLocaleString("en-US", { maximumFractionDigits: 2 });
}
