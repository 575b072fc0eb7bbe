import type { ComponentChildren, JSX } from "preact";
import { texts } from "../texts/english.js";

/** A cell: what is shown, and by what it sorts and is written to a file; null sorts last and is written empty. */
export interface Cell {
  readonly show: ComponentChildren;
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
  readonly actions?: ComponentChildren;
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
export function SortableTable(options: SortableTableOptions): JSX.Element {
  const { id, caption, columns, rows, foot = [], sorted, limit = rows.length, showAll } = options;
  const hasActions = rows.some(({ actions }) => actions !== undefined);
  const drawn = ({ cells, actions }: TableRow) => (
    <Row columns={columns} cells={cells} actions={hasActions ? (actions ?? "") : null} />
  );
  const ordered = sortedRows(rows, columns, sorted).slice(0, limit);
  return (
    <div class="stack tight">
      <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
        <table class="folding sortable" id={id}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeadCell key={column.key} column={column} {...options} />
              ))}
              {hasActions && <td />}
            </tr>
          </thead>
          <tbody>{ordered.map(drawn)}</tbody>
          {foot.length > 0 && <tfoot>{foot.map(drawn)}</tfoot>}
        </table>
      </div>
      {rows.length > limit && showAll !== undefined && (
        <button type="button" class="quiet small" id={`${id}-all`} onClick={showAll}>
          {texts.table.all(rows.length)}
        </button>
      )}
    </div>
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

function HeadCell({
  column: { key, title, isNumber },
  id,
  sorted,
  sort,
}: SortableTableOptions & { readonly column: Column }): JSX.Element {
  const isSorted = sorted?.column === key;
  // Numbers are asked for from the top, words from the beginning.
  const descending = isSorted ? !sorted.descending : isNumber === true;
  return (
    <th
      scope="col"
      class={isNumber ? "number" : undefined}
      aria-sort={isSorted ? (sorted.descending ? "descending" : "ascending") : undefined}
    >
      <button
        type="button"
        id={`${id}-by-${key}`}
        class="sort"
        onClick={() => sort({ column: key, descending })}
      >
        {title}
        <span aria-hidden="true" class="arrow">
          {isSorted ? (sorted.descending ? " ▼" : " ▲") : " ↕"}
        </span>
      </button>
    </th>
  );
}

function Row({
  columns,
  cells,
  actions,
}: {
  readonly columns: readonly Column[];
  readonly cells: readonly Cell[];
  readonly actions: ComponentChildren;
}): JSX.Element {
  return (
    <tr>
      {columns.map(({ key, title, isNumber }, at) => {
        const Tag = at === 0 ? "th" : "td";
        return (
          <Tag
            key={key}
            scope={at === 0 ? "row" : undefined}
            class={isNumber ? "number" : undefined}
            data-label={title}
          >
            {cells[at]?.show}
          </Tag>
        );
      })}
      {actions !== null && <td class="actions">{actions}</td>}
    </tr>
  );
}
