import type { JSX } from "preact";
import type { HeatCell } from "../../charts/heat-map.js";

export interface HeatKeyOptions {
  readonly opened: { readonly row: number; readonly column: number } | null;
  readonly name: (cell: HeatCell) => string;
  readonly open: (cell: HeatCell) => void;
}

const DIRECTIONS: Readonly<Record<string, { readonly row: number; readonly column: number }>> = {
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
};

/** The cells of a heat map under the keyboard: one of them is in the order of tabs, arrows lead on from it. */
export class HeatKeys {
  private at: { readonly row: number; readonly column: number } | null = null;

  /** What makes a cell a button that can be reached. */
  attributes(
    cells: readonly HeatCell[],
    { opened, name, open }: HeatKeyOptions,
  ): (cell: HeatCell) => JSX.SVGAttributes<SVGGElement> {
    const isAt = (cell: HeatCell) => cell.row === this.at?.row && cell.column === this.at.column;
    if (!cells.some(isAt)) this.at = opened ?? cells[0] ?? null;
    return (cell) => ({
      id: cellId(cell),
      class: "cell",
      role: "button",
      tabindex: isAt(cell) ? 0 : -1,
      "aria-label": name(cell),
      "aria-pressed": cell.row === opened?.row && cell.column === opened.column ? "true" : "false",
      onClick: () => open(cell),
      onKeyDown: (event: KeyboardEvent) => {
        const direction = DIRECTIONS[event.key];
        const isOpening = event.key === "Enter" || event.key === " ";
        if (direction === undefined && !isOpening) return;
        event.preventDefault();
        if (isOpening) open(cell);
        else if (direction !== undefined) this.move(cells, cell, direction);
      },
    });
  }

  private move(cells: readonly HeatCell[], from: HeatCell, direction: { row: number; column: number }): void {
    const next = nextCell(cells, from, direction);
    if (next === null) return;
    this.at = next;
    document.getElementById(cellId(from))?.setAttribute("tabindex", "-1");
    const element = document.getElementById(cellId(next));
    element?.setAttribute("tabindex", "0");
    element?.focus();
  }
}

function cellId({ row, column }: { readonly row: number; readonly column: number }): string {
  return `cell-${row}-${column}`;
}

/** The next filled cell in a direction: in the same row or column, else in the next line that has any, the nearest to it. */
export function nextCell(
  cells: readonly HeatCell[],
  from: { readonly row: number; readonly column: number },
  direction: { readonly row: number; readonly column: number },
): HeatCell | null {
  const isUpright = direction.row !== 0;
  const step = direction.row + direction.column;
  const along = (cell: { readonly row: number; readonly column: number }) =>
    (isUpright ? cell.row - from.row : cell.column - from.column) * step;
  const aside = (cell: { readonly row: number; readonly column: number }) =>
    Math.abs(isUpright ? cell.column - from.column : cell.row - from.row);
  const ahead = cells.filter((cell) => along(cell) > 0 && (isUpright || aside(cell) === 0));
  const [next] = ahead.toSorted((a, b) => along(a) - along(b) || aside(a) - aside(b));
  return next ?? null;
}
