import type { JSX } from "preact";
import { type Amount, shortAmount } from "./amount.js";
import { drawLegend, type Sample } from "./legend.js";
import type { Palette } from "./palette.js";
import type { Drawn } from "./picture.js";
import { cutTo, text, widthOf } from "./svg-text.js";

export interface HeatCell extends Amount {
  readonly row: number;
  readonly column: number;
}

export interface HeatMap {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly HeatCell[];
  /** What more a page gives a cell: what it does, what it is called. */
  readonly cellAttributes?: (cell: HeatCell) => JSX.SVGAttributes<SVGGElement>;
  /** The cell that is open. */
  readonly opened?: { readonly row: number; readonly column: number } | null;
}

const ROW = 27;
const LABEL = 12.5;
const MOST_LABEL = 310;
const NARROWEST_CELL = 34;
const WIDEST_CELL = 150;
/** Names of columns stand aslant, this much of a right angle. */
const SLANT = 50;

/** How wide a heat map must be drawn, so that numbers have room in its cells. */
export function heatMapWidth({ rows, columns }: HeatMap): number {
  return Math.ceil(labelWidth(rows, 360) + columns.length * NARROWEST_CELL + 60);
}

/** Cells of rows and columns, the darker the more, with the number in each. */
export function drawHeatMap(map: HeatMap, width: number, palette: Palette): Drawn {
  const { rows, columns, cells } = map;
  const left = labelWidth(rows, width);
  const columnNames = columns.map((name) => cutTo(name, 200, LABEL));
  const rise = Math.sin((SLANT * Math.PI) / 180);
  const top = Math.max(0, ...columnNames.map((name) => widthOf(name, LABEL))) * rise + 14;
  const overhang = widthOf(columnNames.at(-1) ?? "", LABEL) * Math.cos((SLANT * Math.PI) / 180);
  const cell = Math.max(
    NARROWEST_CELL,
    Math.min(WIDEST_CELL, (width - left - Math.min(60, overhang)) / Math.max(1, columns.length)),
  );
  const shade = shadesOf(cells, palette);
  const legend = drawLegend(shadeSamples(cells, shade, palette), width, palette);
  const bottom = top + rows.length * ROW + 4;
  return {
    height: Math.ceil(bottom + legend.height),
    body: [
      ...columnNames.map((name, at) => {
        const [x, y] = [left + (at + 0.5) * cell, top - 8];
        const label = text(name, { x: 0, y: 0, size: LABEL, fill: palette.ink });
        return <g transform={`translate(${round(x)} ${round(y)}) rotate(-${SLANT})`}>{label}</g>;
      }),
      ...rows.map((name, at) =>
        text(cutTo(name, left - 12, LABEL), {
          x: left - 10,
          y: top + at * ROW + ROW / 2 + 4.5,
          size: LABEL,
          fill: palette.ink,
          anchor: "end",
        }),
      ),
      <Grid heatMap={map} left={left} top={top} cell={cell} palette={palette} />,
      ...cells.map((one) => (
        <HeatCellShape
          one={one}
          heatMap={map}
          left={left}
          top={top}
          cell={cell}
          shade={shade(one)}
          palette={palette}
        />
      )),
      <g transform={`translate(0 ${Math.round(bottom)})`}>{legend.body}</g>,
    ],
  };
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
}

function labelWidth(rows: readonly string[], width: number): number {
  const most = Math.min(MOST_LABEL, width * 0.42);
  return Math.min(most, Math.max(40, ...rows.map((name) => widthOf(name, LABEL))) + 12);
}

/** Five shades over the logarithm of the measure: a few large gifts would leave all else pale otherwise. */
function shadesOf(cells: readonly HeatCell[], { heat }: Palette): (cell: HeatCell) => number {
  const logs = cells.map(({ min }) => Math.log1p(min));
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  return ({ min }) =>
    high === low
      ? 2
      : Math.min(heat.length - 1, Math.floor(((Math.log1p(min) - low) / (high - low)) * heat.length));
}

/** What each shade stands for: the least and the most that its cells show. */
function shadeSamples(
  cells: readonly HeatCell[],
  shade: (cell: HeatCell) => number,
  palette: Palette,
): readonly Sample[] {
  return palette.heat.flatMap((fill, at) => {
    const shown = cells.filter((cell) => shade(cell) === at).toSorted((a, b) => a.min - b.min);
    const [least, most] = [shown[0], shown.at(-1)];
    if (least === undefined || most === undefined) return [];
    const words = [...new Set([shortAmount(least), shortAmount(most)])].join(" – ");
    return [
      {
        sign: <rect x={6} y={-11} width={20} height={14} rx={2} fill={fill} stroke={palette.line} />,
        words,
      },
    ];
  });
}

/** A dot where there is nothing, so that rows and columns are found. */
function Grid({
  heatMap: { rows, columns, cells },
  left,
  top,
  cell,
  palette,
}: Frame & { readonly heatMap: HeatMap; readonly palette: Palette }): JSX.Element {
  const filled = new Set(cells.map(({ row, column }) => `${row} ${column}`));
  const dots = rows.flatMap((_, row) =>
    columns.flatMap((__, column) =>
      filled.has(`${row} ${column}`)
        ? []
        : [
            <circle
              cx={round(left + (column + 0.5) * cell)}
              cy={round(top + (row + 0.5) * ROW)}
              r={1.2}
              fill={palette.line}
            />,
          ],
    ),
  );
  return <g>{dots}</g>;
}

function HeatCellShape({
  one,
  heatMap: { cellAttributes, opened },
  left,
  top,
  cell,
  shade,
  palette,
}: Frame & {
  readonly one: HeatCell;
  readonly heatMap: HeatMap;
  readonly shade: number;
  readonly palette: Palette;
}): JSX.Element {
  const [x, y] = [left + one.column * cell, top + one.row * ROW];
  const isOpen = opened?.row === one.row && opened.column === one.column;
  return (
    <g {...(cellAttributes?.(one) ?? {})}>
      <rect
        x={round(x + 1)}
        y={round(y + 1)}
        width={round(cell - 2)}
        height={ROW - 2}
        rx={3}
        fill={palette.heat[shade]}
        stroke={isOpen ? palette.ink : palette.line}
        stroke-width={isOpen ? 2.5 : 0.5}
      />
      {text(shortAmount(one), {
        x: x + cell / 2,
        y: y + ROW / 2 + 4,
        size: 11.5,
        fill: palette.onHeat[shade] ?? palette.ink,
        anchor: "middle",
      })}
    </g>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
