import { NO_CURRENCY } from "../../../domain/money.js";
import { fullAmount } from "../../charts/amount.js";
import { captionOf } from "../../charts/caption.js";
import { drawHeatMap, type HeatCell, type HeatMap, heatMapWidth } from "../../charts/heat-map.js";
import type { Picture } from "../../charts/picture.js";
import { texts } from "../../texts/english.js";
import { currencyCode, currencyName } from "./currency-name.js";
import type { DashboardPlace } from "./dashboard-place.js";
import { type Matrix, wholesOf } from "./questions.js";

const say = texts.dashboard.heat;

/** A cell's value in words: "3 findings", "500,000 US dollars", "an amount that no source gives". */
export function valueWords(cell: HeatCell, { measure, currency }: DashboardPlace): string {
  const isMoney = measure === "GROSS" || measure === "GROSS_CONCURRENT";
  if (isMoney && currency === NO_CURRENCY && cell.max === 0) return texts.dashboard.noAmount;
  return say.of[measure](fullAmount(cell), currencyName(currency));
}

export interface HeatPictureOptions {
  readonly asked: DashboardPlace;
  readonly matrix: Matrix;
  /** What a page gives the cells of its drawing. */
  readonly cellAttributes?: HeatMap["cellAttributes"];
  readonly opened?: HeatMap["opened"];
}

/** The heat map of universities and a column of the reader's choice, as a picture. */
export function heatPicture({ asked, matrix, cellAttributes, opened = null }: HeatPictureOptions): Picture & {
  readonly minWidth: number;
} {
  const map: HeatMap = {
    rows: matrix.rows.map((row) => (isUnderSystem(matrix, row) ? `${PART} ${row.label}` : row.label)),
    columns: matrix.columns.map((column) => columnLabel(asked, column)),
    cells: matrix.cells,
    opened,
    ...(cellAttributes === undefined ? {} : { cellAttributes }),
  };
  const isMoney = asked.measure === "GROSS" || asked.measure === "GROSS_CONCURRENT";
  const what = isMoney
    ? `${say.measures[asked.measure]}, ${currencyName(asked.currency)},`
    : say.measures[asked.measure];
  const {
    id,
    key,
    least,
    most,
    unit,
    promisedLeast,
    promisedMost,
    countedIn: repeated,
  } = texts.dashboard.data;
  const names = matrix.columns.map((column) => columnName(asked, column));
  const measured = (what: Matrix["columns"][number]["total"], column: number) => [
    names[column] ?? "",
    matrix.columns[column]?.key ?? "",
    what?.min ?? null,
    what?.max ?? null,
    isMoney ? currencyCode(asked.currency) : say.measures[asked.measure],
    what?.committed?.min ?? null,
    what?.committed?.max ?? null,
  ];
  return {
    name: say.name,
    title: say.title(what, say.axes[asked.columns]),
    description: say.describe(map.rows.length, map.columns.length, mostWords(map, asked)),
    minWidth: heatMapWidth(map),
    draw: (width, palette) => drawHeatMap(map, width, palette),
    notes: [say.note, ...(isMoney ? [texts.dashboard.onlyAmounts(currencyName(asked.currency))] : [])],
    caption: captionOf(provenance(matrix.scope)),
    data: {
      inPage: [0, 2, 4, 5, 6, 9],
      columns: [
        ...[say.university, id, say.axes[asked.columns], key, least, most, unit],
        ...[promisedLeast, promisedMost, repeated],
      ],
      rows: [
        ...matrix.cells.map((cell) => [
          matrix.rows[cell.row]?.label ?? "",
          matrix.rows[cell.row]?.key ?? "",
          ...measured(cell, cell.column),
          countedIn(matrix, cell),
        ]),
        ...matrix.columns.map(({ total }, column) => [
          texts.dashboard.data.all,
          "",
          ...measured(total, column),
          "",
        ]),
      ],
    },
  };
}

/** In whose rows some of a cell's row is counted too. */
export function countedIn({ rows }: Matrix, { row }: { readonly row: number }): string {
  return rows[row]?.countedIn?.map(({ name }) => name).join("; ") ?? "";
}

/** Stands before the name of a campus whose system is a row too. */
const PART = "↳";

function isUnderSystem({ rows }: Matrix, row: Matrix["rows"][number]): boolean {
  return wholesOf(row).some((id) => rows.some(({ key }) => key === id));
}

/**
 * A column by the name that readers use and that has room: a group by the target that most of its findings are on, what
 * has a short name by that; channels and timings have short ones too.
 */
export function columnLabel({ columns }: DashboardPlace, column: Matrix["columns"][number]): string {
  const { key, label, entity, mainTarget } = column;
  const named = mainTarget ?? entity;
  if (named !== null) return named.shortName ?? named.name;
  if (columns === "CHANNEL" && key in texts.channels)
    return texts.channels[key as keyof typeof texts.channels];
  if (columns === "TIMING" && key in texts.timingShort)
    return texts.timingShort[key as keyof typeof texts.timingShort];
  return label;
}

/** A column in full, for tables and files: a group by the name that readers use and by its own. */
export function columnName(asked: DashboardPlace, column: Matrix["columns"][number]): string {
  const { label, entity, mainTarget } = column;
  if (entity === null) return columnLabel(asked, column);
  return mainTarget === null || mainTarget.name === entity.name
    ? label
    : `${columnLabel(asked, column)} (${label})`;
}

function mostWords({ rows, columns, cells }: HeatMap, asked: DashboardPlace): string {
  const most = cells.toSorted((a, b) => b.min - a.min)[0];
  if (most === undefined) return texts.dashboard.empty;
  return say.most(rows[most.row] ?? "", columns[most.column] ?? "", valueWords(most, asked));
}

/** Where an answer of the API comes from, for a caption. */
export function provenance({ dossiers, validAt, knownAt, graphVersion }: Matrix["scope"]) {
  return { dossiers: dossiers.map(({ title }) => title), validAt, knownAt, graphVersion };
}
