import type { Timing } from "../../api/documents.generated.js";
import { type Amount, shortAmount } from "../../charts/amount.js";
import { captionOf } from "../../charts/caption.js";
import type { Picture, PictureData } from "../../charts/picture.js";
import { type Bar, type Bars, drawColumns, drawRows, totalOf } from "../../charts/stacked-bars.js";
import { TIMINGS } from "../../charts/timing-fill.js";
import { texts } from "../../texts/english.js";
import { currencyCode, currencyName } from "./currency-name.js";
import type { DashboardPlace } from "./dashboard-place.js";
import { provenance } from "./heat-picture.js";
import type { Matrix } from "./questions.js";

/** A bar for each row of a matrix whose columns are timings. */
export function barsOf(matrix: Matrix): readonly (Bar & { readonly key: string })[] {
  return matrix.rows.map(({ key, label }, row) => ({
    key,
    label,
    parts: Object.fromEntries(
      matrix.cells
        .filter((cell) => cell.row === row)
        .map(({ column, min, max }): [string, Amount] => [matrix.columns[column]?.key ?? "", { min, max }]),
    ) as Partial<Record<Timing, Amount>>,
  }));
}

/** Bars of all years from the first to the last, also of those without money; unclear years come last. */
export function yearBars(matrix: Matrix): readonly (Bar & { readonly key: string })[] {
  const bars = barsOf(matrix);
  const years = bars.map(({ key }) => Number(key)).filter(Number.isInteger);
  const unclear = bars.filter(({ key }) => !Number.isInteger(Number(key)));
  if (years.length === 0) return unclear;
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const all = Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
  return [
    ...all.map((year) => bars.find(({ key }) => key === year) ?? { key: year, label: year, parts: {} }),
    ...unclear,
  ];
}

/** Money per year, stacked by how it stands in time to the flags of whom it reaches. */
export function yearsPicture(asked: DashboardPlace, matrix: Matrix, open?: OpenBar): Picture {
  const say = texts.dashboard.years;
  const unit = currencyName(asked.currency);
  const bars = yearBars(matrix).map((bar) =>
    Number.isInteger(Number(bar.key)) ? bar : { ...bar, label: say.unclear },
  );
  const most = mostOf(bars);
  return {
    name: say.name,
    title: say.title(unit),
    description:
      most === null
        ? say.none
        : say.describe(bars[0]?.label ?? "", bars.at(-1)?.label ?? "", nameAndTotal(most, unit)),
    draw: (width, palette) => drawColumns(chart(say.name, bars, unit, open), width, palette),
    notes: [...lastYear(bars), say.note(unit)],
    caption: captionOf(provenance(matrix.scope)),
    data: dataOf(say.year, bars, asked.currency),
  };
}

/** Counterparties by their money, stacked in the same way. */
export function partiesPicture(asked: DashboardPlace, matrix: Matrix, open?: OpenBar): Picture {
  const say = texts.dashboard.parties;
  const unit = currencyName(asked.currency);
  const bars = barsOf(matrix);
  const most = mostOf(bars);
  return {
    name: say.name,
    title: say.title(unit),
    description:
      most === null ? texts.dashboard.years.none : say.describe(bars.length, nameAndTotal(most, unit)),
    draw: (width, palette) => drawRows(chart(say.name, bars, unit, open), width, palette),
    notes: [texts.dashboard.years.note(unit)],
    caption: captionOf(provenance(matrix.scope)),
    data: dataOf(say.party, bars, asked.currency),
  };
}

/** What a click on the bar with a key does. */
export type OpenBar = (key: string) => void;

function chart(
  name: string,
  bars: readonly (Bar & { readonly key: string })[],
  unit: string,
  open?: OpenBar,
): Bars {
  return { name, bars, unit, words: texts.timing, open: open && ((at) => open(bars[at]?.key ?? "")) };
}

/** Up to when there are amounts: an axis that ends does not say that nothing came after. */
function lastYear(bars: readonly (Bar & { readonly key: string })[]): readonly string[] {
  const years = bars.filter(
    ({ key, parts }) => Number.isInteger(Number(key)) && Object.keys(parts).length > 0,
  );
  const last = years.at(-1);
  return last === undefined ? [] : [texts.dashboard.years.last(last.key)];
}

function mostOf(bars: readonly Bar[]): Bar | null {
  const most = bars.toSorted((a, b) => totalOf(b).min - totalOf(a).min)[0];
  return most === undefined || totalOf(most).min === 0 ? null : most;
}

function nameAndTotal(bar: Bar, unit: string): string {
  return `${bar.label}, ${shortAmount(totalOf(bar))} ${unit}`;
}

function dataOf(
  first: string,
  bars: readonly (Bar & { readonly key: string })[],
  currency: string,
): PictureData {
  const { key: keyed, timing: inTime, least, most } = texts.dashboard.data;
  const unit = currencyCode(currency);
  return {
    inPage: [0, 2, 3, 4, 5],
    columns: [first, keyed, inTime, least, most, texts.dashboard.currency],
    rows: bars.flatMap(({ label, key, parts }) =>
      TIMINGS.flatMap((timing) => {
        const part = parts[timing];
        return part === undefined ? [] : [[label, key, texts.timing[timing], part.min, part.max, unit]];
      }),
    ),
  };
}
