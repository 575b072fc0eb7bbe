import { texts } from "../texts/english.js";
import { type Child, h, type Markup } from "./markup.js";

/** A cell: what is shown, and by what it sorts and is written to a file; null sorts last and is written empty. */
export interface Cell {
  readonly show: Child;
  readonly value: string | number | null;
}

export interface Column {
  /** Its name in an address. */
  readonly key: string;
  readonly title: string;
  readonly isNumber?: boolean;
}

export interface Sorted {
  readonly column: string;
  readonly descending: boolean;
}

export interface TableRow {
  readonly cells: readonly Cell[];
  /** A command or link of the row, under a last column without a name of its own. */
  readonly actions?: Child;
}

export interface SortableTableOptions {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** What stands below the rows in any order: totals. */
  readonly foot?: readonly TableRow[];
  /** Null: in the order in which the rows come. */
  readonly sorted: Sorted | null;
  readonly sort: (sorted: Sorted) => void;
  /** Rows that are drawn at first; a button brings the rest. */
  readonly limit?: number;
  readonly showAll?: () => void;
}

/** A table that sorts by the buttons in its head; equal values keep their order. */
export function sortableTable(options: SortableTableOptions): Markup {
  const { id, caption, columns, rows, foot = [], sorted, limit = rows.length, showAll } = options;
  const hasActions = rows.some(({ actions }) => actions !== undefined);
  const drawn = ({ cells, actions }: TableRow) => row(columns, cells, hasActions ? (actions ?? "") : null);
  const ordered = sortedRows(rows, columns, sorted).slice(0, limit);
  return h(
    "div",
    { class: "stack tight" },
    h(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
      h(
        "table",
        { class: "folding sortable", id },
        h("caption", {}, caption),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            columns.map((column) => headCell(column, options)),
            hasActions && h("td", {}),
          ),
        ),
        h("tbody", {}, ordered.map(drawn)),
        foot.length > 0 && h("tfoot", {}, foot.map(drawn)),
      ),
    ),
    rows.length > limit &&
      showAll !== undefined &&
      h(
        "button",
        { type: "button", class: "quiet small", id: `${id}-all`, onclick: showAll },
        texts.table.all(rows.length),
      ),
  );
}

/** Rows in the order of a column; null values last either way. */
export function sortedRows(
  rows: readonly TableRow[],
  columns: readonly Column[],
  sorted: Sorted | null,
): readonly TableRow[] {
  const at = columns.findIndex(({ key }) => key === sorted?.column);
  if (sorted === null || at < 0) return rows;
  const sign = sorted.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [a.cells[at]?.value ?? null, b.cells[at]?.value ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return (
      sign * (typeof x === "number" && typeof y === "number" ? x - y : COLLATOR.compare(String(x), String(y)))
    );
  });
}

const COLLATOR = new Intl.Collator("en", { numeric: true });

function headCell({ key, title, isNumber }: Column, { id, sorted, sort }: SortableTableOptions): Markup {
  const isSorted = sorted?.column === key;
  // Numbers are asked for from the top, words from the beginning.
  const descending = isSorted ? !sorted.descending : isNumber === true;
  return h(
    "th",
    {
      scope: "col",
      class: isNumber ? "number" : null,
      "aria-sort": isSorted ? (sorted.descending ? "descending" : "ascending") : null,
    },
    h(
      "button",
      {
        type: "button",
        id: `${id}-by-${key}`,
        class: "sort",
        onclick: () => sort({ column: key, descending }),
      },
      title,
      h(
        "span",
        { "aria-hidden": "true", class: "arrow" },
        isSorted ? (sorted.descending ? " ▼" : " ▲") : " ↕",
      ),
    ),
  );
}

function row(columns: readonly Column[], cells: readonly Cell[], actions: Child): Markup {
  return h(
    "tr",
    {},
    columns.map(({ title, isNumber }, at) =>
      h(
        at === 0 ? "th" : "td",
        { scope: at === 0 ? "row" : null, class: isNumber ? "number" : null, "data-label": title },
        cells[at]?.show,
      ),
    ),
    actions !== null && h("td", { class: "actions" }, actions),
  );
}
