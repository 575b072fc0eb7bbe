import type { ComponentChildren, JSX } from "preact";

export interface PlainTableOptions {
  readonly columns: readonly string[];
  /** Cells in the order of the columns; the first names the row. */
  readonly rows: readonly (readonly TableCell[])[];
  readonly caption?: string;
  /** "folding" becomes a list on a narrow page, "early" does so before that. */
  readonly look?: string;
}

/** What stands in a cell; with `class` where it looks otherwise, with `span` where it takes the place of several. */
export type TableCell = ComponentChildren | LaidOutCell;

export interface LaidOutCell {
  readonly show: ComponentChildren;
  readonly class?: string | undefined;
  readonly span?: number;
}

/** A table that does not sort: a row of names, and rows that their first cell names. */
export function PlainTable({ columns, rows, caption, look = "folding" }: PlainTableOptions): JSX.Element {
  return (
    <table class={look}>
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          {columns.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...rest]) => (
          <tr>
            <Cell cell={first} as="th" scope="row" />
            {rest.map((cell, at) => (
              <Cell cell={cell} as="td" data-label={columns[at + 1]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = JSX.HTMLAttributes<HTMLTableCellElement> & {
  readonly cell: TableCell | undefined;
  readonly as: "th" | "td";
  readonly scope?: string;
  readonly "data-label"?: string | undefined;
};

function Cell({ cell, as: Tag, ...attributes }: CellProps): JSX.Element {
  if (!isLaidOut(cell)) return <Tag {...attributes}>{cell}</Tag>;
  const { show, class: look, span } = cell;
  // A cell that takes the place of several says what it is by itself.
  return (
    <Tag {...(span === undefined ? attributes : {})} class={look} colSpan={span}>
      {show}
    </Tag>
  );
}

function isLaidOut(cell: TableCell | undefined): cell is LaidOutCell {
  return typeof cell === "object" && cell !== null && "show" in cell;
}
