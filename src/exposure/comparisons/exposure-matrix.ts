import type { View } from "../../projection/view.js";
import { CHANNEL_IDS, type ChannelId } from "../channels.js";
import { type Finding, TIMINGS, type Timing } from "../finding.js";
import type { AxisValue } from "./axis-value.js";
import { entryValue, type MatrixAxis, type MatrixEntry, underStrongestTiming } from "./matrix-entries.js";
import { type MatrixMeasure, type Measured, measure } from "./matrix-measure.js";

export interface MatrixTerms {
  readonly rows: MatrixAxis;
  readonly columns: MatrixAxis;
  readonly measure: MatrixMeasure;
  readonly currency: string;
  /** The most rows, and the most columns: those that measure most. */
  readonly limit: number;
}

/** A cell by its places; cells without anything are left out. Findings in their order. */
export interface MatrixCell extends Measured {
  readonly row: number;
  readonly column: number;
  readonly findings: readonly Finding[];
}

/** Cells by row, then by column. */
export interface ExposureMatrix {
  readonly rows: readonly AxisValue[];
  readonly columns: readonly AxisValue[];
  readonly cells: readonly MatrixCell[];
}

/**
 * Lays findings out in rows and columns. A cell sums distinct transactions, each once under its strongest timing among
 * the cell's findings, so rows and columns are not the sums of their cells: one gift may reach two targets. Years,
 * channels and timings come in their own order, all else by what it measures, the most first, then by key.
 */
export function exposureMatrix(
  view: View,
  entries: readonly MatrixEntry[],
  terms: MatrixTerms,
): ExposureMatrix {
  const { measure: what, currency } = terms;
  const placed = place(view, entries, terms).filter(({ entry }) => measure([entry], what, currency) !== null);
  const rows = chosen(placed, "row", terms);
  const columns = chosen(placed, "column", terms);
  const rowAt = new Map(rows.map(({ key }, at) => [key, at]));
  const columnAt = new Map(columns.map(({ key }, at) => [key, at]));
  const groups = new Map<string, MatrixEntry[]>();
  for (const { row, column, entry } of placed) {
    const [at, across] = [rowAt.get(row.key), columnAt.get(column.key)];
    if (at === undefined || across === undefined) continue;
    const id = `${at} ${across}`;
    groups.set(id, [...(groups.get(id) ?? []), entry]);
  }
  const cells = [...groups].flatMap(([id, group]): MatrixCell[] => {
    const [row = 0, column = 0] = id.split(" ").map(Number);
    const measured = measure(group, what, currency);
    return measured
      ? [{ row, column, ...measured, findings: [...new Set(group.map((each) => each.finding))] }]
      : [];
  });
  return { rows, columns, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

interface Placed {
  readonly row: AxisValue;
  readonly column: AxisValue;
  readonly entry: MatrixEntry;
}

/**
 * Every entry with its row and column. With TIMING as an axis a finding stands under its own timing; a transaction under
 * its strongest among those that agree on the other axis. What was committed and is not shown to be paid stands as money in
 * no column of timing.
 */
function place(
  view: View,
  entries: readonly MatrixEntry[],
  { rows, columns, measure: what }: MatrixTerms,
): Placed[] {
  const plain = (some: readonly MatrixEntry[]) =>
    some.map((entry) => ({
      row: entryValue(view, rows, entry),
      column: entryValue(view, columns, entry),
      entry,
    }));
  if (rows !== "TIMING" && columns !== "TIMING") return plain(entries);
  if (what === "FINDINGS") return plain(entries.map((entry) => ({ ...entry, timing: entry.finding.timing })));
  const other = rows === "TIMING" ? columns : rows;
  const timed =
    what === "TRANSACTIONS" ? entries : entries.filter((entry) => entry.transaction?.payment !== "committed");
  const groups = new Map<string, MatrixEntry[]>();
  for (const entry of timed) {
    const { key } = entryValue(view, other, entry);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].flatMap((group) => plain(underStrongestTiming(group)));
}

function chosen(placed: readonly Placed[], side: "row" | "column", terms: MatrixTerms): readonly AxisValue[] {
  const groups = new Map<string, { readonly value: AxisValue; readonly entries: MatrixEntry[] }>();
  for (const each of placed) {
    const value = each[side];
    const group = groups.get(value.key);
    if (group) group.entries.push(each.entry);
    else groups.set(value.key, { value, entries: [each.entry] });
  }
  const most = [...groups.values()]
    .map(({ value, entries }) => ({
      value,
      measured: measure(entries, terms.measure, terms.currency)?.min ?? 0,
    }))
    .sort((a, b) => b.measured - a.measured || compare(a.value.key, b.value.key))
    .slice(0, terms.limit)
    .map(({ value }) => value);
  const order = OWN_ORDER[side === "row" ? terms.rows : terms.columns];
  return order ? most.sort((a, b) => order(a.key) - order(b.key) || compare(a.key, b.key)) : most;
}

/** Axes whose values have an order of their own; years by their text, what is unclear last. */
const OWN_ORDER: Partial<Record<MatrixAxis, (key: string) => number>> = {
  CHANNEL: (key) => CHANNEL_IDS.indexOf(key as ChannelId),
  TIMING: (key) => TIMINGS.indexOf(key as Timing),
  YEAR: () => 0,
};

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
