import type { JSX } from "preact";
import { fullAmount } from "../../charts/amount.js";
import { Figure } from "../../charts/figure.js";
import type { HeatCell } from "../../charts/heat-map.js";
import type { TableRow } from "../../components/sortable-table.js";
import { BadPlace } from "../../state/bad-place.js";
import { texts } from "../../texts/english.js";
import { CellPanel } from "./cell-panel.js";
import { Choice } from "./controls.js";
import { AXES, type DashboardPlace, MEASURES, ROWS } from "./dashboard-place.js";
import type { HeatKeys } from "./heat-keys.js";
import { columnName, countedIn, heatPicture, valueWords } from "./heat-picture.js";
import { embedOf, PanelTable, type PanelTerms } from "./panel-terms.js";
import type { Cell, Matrix } from "./questions.js";

const say = texts.dashboard.heat;

export interface HeatPanelOptions {
  readonly matrix: Matrix;
  /** What the open cell holds; null: none is open, or it is being asked. */
  readonly opened: Cell | null;
  readonly keys: HeatKeys;
  /** Where the open cell stands. */
  readonly at: { readonly row: number; readonly column: number } | null;
}

/** Universities by a column of the reader's choice; a cell opens to its findings. */
export function HeatPanel({
  terms,
  matrix,
  opened,
  keys,
  at,
}: HeatPanelOptions & { readonly terms: PanelTerms }): JSX.Element {
  const { asked, go } = terms;
  const open = (cell: HeatCell) =>
    go({ cell: `${matrix.rows[cell.row]?.key}|${matrix.columns[cell.column]?.key}` });
  const named = (cell: HeatCell) => namesOf(asked, matrix, cell);
  const name = (cell: HeatCell) => {
    const { university, column } = named(cell);
    return say.cell(university, column, valueWords(cell, asked));
  };
  const cellAttributes = keys.attributes(matrix.cells, { opened: at, name, open });
  const picture = heatPicture({ asked, matrix, opened: at, cellAttributes });
  return (
    <Figure
      picture={picture}
      minWidth={picture.minWidth}
      isGroup
      empty={texts.dashboard.empty}
      embed={embedOf(terms, "universities")}
      controls={<Layout {...terms} />}
      opened={at !== null && <CellPanel {...terms} {...named({ ...at, min: 0, max: 0 })} answer={opened} />}
      below={[
        <PanelTable
          {...terms}
          options={{
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
          }}
        />,
      ]}
    />
  );
}

/** What the columns are, what is counted, how many universities. */
function Layout({ asked, go }: PanelTerms): JSX.Element {
  return (
    <div class="row screen-only">
      <Choice
        name="columns"
        label={say.columns}
        value={asked.columns}
        none={null}
        options={AXES.map((value) => ({ value, name: say.axes[value] }))}
        go={go}
      />
      <Choice
        name="measure"
        label={say.measure}
        value={asked.measure}
        none={null}
        options={MEASURES.map((value) => ({ value, name: say.measures[value] }))}
        go={go}
      />
      <Choice
        name="rows"
        label={say.rows}
        value={String(asked.rows)}
        none={null}
        options={ROWS.map((n) => ({ value: String(n), name: String(n) }))}
        go={go}
      />
      <span class="small soft">{say.keys}</span>
    </div>
  );
}

interface Names {
  readonly university: string;
  readonly column: string;
  readonly columnKey: string;
}

function namesOf(asked: DashboardPlace, { rows, columns }: Matrix, { row, column }: HeatCell): Names {
  const met = columns[column];
  return {
    university: rows[row]?.label ?? "",
    column: met === undefined ? "" : columnName(asked, met),
    columnKey: met?.key ?? "",
  };
}

function tableRow(
  matrix: Matrix,
  cell: HeatCell,
  { university, column }: Names,
  open: (cell: HeatCell) => void,
): TableRow {
  const counted = countedIn(matrix, cell);
  const button = (
    <button
      type="button"
      class="quiet small"
      id={`open-${cell.row}-${cell.column}`}
      aria-label={say.openOf(university, column)}
      onClick={() => open(cell)}
    >
      {say.open}
    </button>
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

function totalRow(asked: DashboardPlace, column: Matrix["columns"][number]): TableRow {
  const { total } = column;
  const shown = [
    texts.dashboard.data.all,
    columnName(asked, column),
    total === null ? "" : fullAmount(total),
  ];
  return { cells: shown.map((show) => ({ show, value: show })) };
}

export function openedCell({ cell }: DashboardPlace, matrix: Matrix): { row: number; column: number } | null {
  if (cell === null) return null;
  const row = matrix.rows.findIndex(({ key }) => key === cell.row);
  const column = matrix.columns.findIndex(({ key }) => key === cell.column);
  if (!matrix.cells.some((one) => one.row === row && one.column === column))
    throw new BadPlace(texts.dashboard.notCell(`${cell.row}|${cell.column}`), { cell: null });
  return { row, column };
}
