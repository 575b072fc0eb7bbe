import { type Child, h, type Markup } from "./markup.js";

export interface PlainTableOptions {
  readonly columns: readonly string[];
  /** Cells in the order of the columns; the first names the row. */
  readonly rows: readonly (readonly TableCell[])[];
  readonly caption?: string;
  /** "folding" becomes a list on a narrow page, "early" does so before that. */
  readonly look?: string;
}

/** What stands in a cell; with `class` where it looks otherwise, with `span` where it takes the place of several. */
export type TableCell =
  | Child
  | { readonly show: Child; readonly class?: string | undefined; readonly span?: number };

/** A table that does not sort: a row of names, and rows that their first cell names. */
export function plainTable({ columns, rows, caption, look = "folding" }: PlainTableOptions): Markup {
  return h(
    "table",
    { class: look },
    caption !== undefined && h("caption", {}, caption),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        columns.map((name) => h("th", { scope: "col" }, name)),
      ),
    ),
    h(
      "tbody",
      {},
      rows.map(([first, ...rest]) =>
        h(
          "tr",
          {},
          cell(first, "th", { scope: "row" }),
          rest.map((one, at) => cell(one, "td", { "data-label": columns[at + 1] })),
        ),
      ),
    ),
  );
}

function cell(
  one: TableCell | undefined,
  tag: "th" | "td",
  attributes: Readonly<Record<string, string | undefined>>,
): Markup {
  if (typeof one !== "object" || one === null || !("show" in one)) return h(tag, attributes, one);
  const { show, class: look, span } = one;
  // A cell that takes the place of several says what it is by itself.
  return h(tag, { ...(span === undefined ? attributes : {}), class: look, colspan: span }, show);
}
