import { h, type Markup } from "../../looks/markup.js";
import type { TableRow } from "../../looks/sortable-table.js";
import { fullAmount } from "../../pictures/amount.js";
import { figure } from "../../pictures/figure.js";
import type { HeatCell } from "../../pictures/heat-map.js";
import { BadPlace } from "../../state/bad-place.js";
import { texts } from "../../texts/english.js";
import { cellPanel } from "./cell-panel.js";
import { choice } from "./controls.js";
import { AXES, type DashboardPlace, MEASURES, ROWS } from "./dashboard-place.js";
import type { HeatKeys } from "./heat-keys.js";
import { columnLabel, countedIn, heatPicture, valueWords } from "./heat-picture.js";
import { embedOf, type PanelTerms, panelTable } from "./panel-terms.js";
import type { Cell, Matrix } from "./questions.js";

const say = texts.dashboard.heat;

export interface HeatPanelOptions {
  readonly matrix: Matrix;
  /** What the open cell holds; null: none is open, or it is being asked. */
  readonly opened: Cell | null;
  readonly keys: HeatKeys;
}

/**
 * Universities by a column of the reader's choice; a cell opens to its findings.
 * @throws BadPlace where the address opens a cell that the answer does not have.
 */
export function heatPanel(terms: PanelTerms, { matrix, opened, keys }: HeatPanelOptions): Markup {
  const { asked, go } = terms;
  const at = openedCell(asked, matrix);
  const open = (cell: HeatCell) =>
    go({ cell: `${matrix.rows[cell.row]?.key}|${matrix.columns[cell.column]?.key}` });
  const named = (cell: HeatCell) => namesOf(asked, matrix, cell);
  const name = (cell: HeatCell) => {
    const { university, column } = named(cell);
    return say.cell(university, column, valueWords(cell, asked));
  };
  const cellAttributes = keys.attributes(matrix.cells, { opened: at, name, open });
  const picture = heatPicture({ asked, matrix, opened: at, cellAttributes });
  return figure({
    picture,
    minWidth: picture.minWidth,
    isGroup: true,
    empty: texts.dashboard.empty,
    embed: embedOf(terms, "universities"),
    controls: layout(terms),
    opened: at !== null && cellPanel(terms, { ...named({ ...at, min: 0, max: 0 }), answer: opened }),
    below: [
      panelTable(terms, {
        id: "heat",
        caption: say.tableCaption,
        columns: [
          { key: "university", title: say.university },
          { key: "column", title: say.axes[asked.columns] },
          { key: "value", title: say.value, isNumber: true },
          { key: "in", title: texts.dashboard.data.countedIn },
        ],
        rows: matrix.cells.map((cell) => tableRow(matrix, cell, named(cell), open)),
        foot: matrix.columns.map((column) => totalRow(asked, column)),
      }),
    ],
  });
}

/** What the columns are, what is counted, how many universities. */
function layout({ asked, go }: PanelTerms): Markup {
  return h(
    "div",
    { class: "row screen-only" },
    choice({
      name: "columns",
      label: say.columns,
      value: asked.columns,
      none: null,
      options: AXES.map((value) => ({ value, name: say.axes[value] })),
      go,
    }),
    choice({
      name: "measure",
      label: say.measure,
      value: asked.measure,
      none: null,
      options: MEASURES.map((value) => ({ value, name: say.measures[value] })),
      go,
    }),
    choice({
      name: "rows",
      label: say.rows,
      value: String(asked.rows),
      none: null,
      options: ROWS.map((n) => ({ value: String(n), name: String(n) })),
      go,
    }),
    h("span", { class: "small soft" }, say.keys),
  );
}

interface Names {
  readonly university: string;
  readonly column: string;
  readonly columnKey: string;
}

function namesOf(asked: DashboardPlace, { rows, columns }: Matrix, { row, column }: HeatCell): Names {
  const { key, label } = columns[column] ?? { key: "", label: "" };
  return { university: rows[row]?.label ?? "", column: columnLabel(asked, key, label), columnKey: key };
}

function tableRow(
  matrix: Matrix,
  cell: HeatCell,
  { university, column }: Names,
  open: (cell: HeatCell) => void,
): TableRow {
  const counted = countedIn(matrix, cell);
  const button = h(
    "button",
    {
      type: "button",
      class: "quiet small",
      id: `open-${cell.row}-${cell.column}`,
      "aria-label": say.openOf(university, column),
      onclick: () => open(cell),
    },
    say.open,
  );
  return {
    cells: [
      { show: university, value: university },
      { show: column, value: column },
      { show: fullAmount(cell), value: cell.min },
      { show: counted, value: counted || null },
    ],
    actions: button,
  };
}

function totalRow(asked: DashboardPlace, { key, label, total }: Matrix["columns"][number]): TableRow {
  const shown = [
    texts.dashboard.data.all,
    columnLabel(asked, key, label),
    total === null ? "" : fullAmount(total),
  ];
  return { cells: shown.map((show) => ({ show, value: show })) };
}

function openedCell({ cell }: DashboardPlace, matrix: Matrix): { row: number; column: number } | null {
  if (cell === null) return null;
  const row = matrix.rows.findIndex(({ key }) => key === cell.row);
  const column = matrix.columns.findIndex(({ key }) => key === cell.column);
  if (!matrix.cells.some((one) => one.row === row && one.column === column))
    throw new BadPlace(texts.dashboard.notCell(`${cell.row}|${cell.column}`), { cell: null });
  return { row, column };
}
