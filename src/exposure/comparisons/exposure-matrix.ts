import type { EntityId } from "../../domain/entity.js";
import { Pace } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import { CHANNEL_IDS, type ChannelId } from "../channels.js";
import {
  type ExposureTotal,
  type Finding,
  TIMINGS,
  type Timing,
  type TransactionTiming,
} from "../finding.js";
import { inDateOrder } from "../transactions/totals.js";
import type { AxisValue } from "./axis-value.js";
import {
  entryValue,
  groupsOfTargets,
  type MatrixAxis,
  type MatrixEntry,
  underStrongestTiming,
} from "./matrix-entries.js";
import { type MatrixMeasure, type Measured, measure, measuredTransactions } from "./matrix-measure.js";
import { UniversityRows } from "./university-rows.js";

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
  /** The transactions that it counts or sums, each once; of findings all that stand in the cell. In order of date. */
  readonly transactions: readonly TransactionTiming[];
}

/** A row or a column. */
export interface MatrixLine extends AxisValue {
  /** All of its entries together, those beyond the limit of the other axis too, each finding and transaction once. */
  readonly total: Measured;
  /** Of a university: the others that are asked about whose lines count some transaction of its own, by id; else null. */
  readonly countedIn: readonly EntityId[] | null;
  /** Of a university: over those of its transactions that stand in no line of a part of it; else null. */
  readonly ownTotals: readonly ExposureTotal[] | null;
  /** Of a group: the target in it that most of its findings are on, of several the group itself, else the smallest id; else null. */
  readonly mainTarget: EntityId | null;
}

/** Cells by row, then by column. */
export interface ExposureMatrix {
  readonly rows: readonly MatrixLine[];
  readonly columns: readonly MatrixLine[];
  readonly cells: readonly MatrixCell[];
  /** Over everything that is measured, lines beyond the limit too, each transaction once: the sum of all own totals. */
  readonly totals: readonly ExposureTotal[];
}

/**
 * Lays findings out in rows and columns. A cell sums distinct transactions, each once under its strongest timing among
 * the cell's findings, so rows and columns are not the sums of their cells: one gift may reach two targets. Years,
 * channels and timings come in their own order, all else by what it measures, the most first, then by key. Of a university
 * is told what of its line is counted in another's too. In steps.
 */
export function* exposureMatrix(
  view: View,
  entries: readonly MatrixEntry[],
  terms: MatrixTerms,
): Generator<void, ExposureMatrix> {
  const { measure: what, currency } = terms;
  const placed = yield* placedEntries(view, entries, terms);
  const rows = yield* chosen(placed, "row", terms);
  const columns = yield* chosen(placed, "column", terms);
  const rowAt = new Map(rows.map(({ key }, at) => [key, at]));
  const columnAt = new Map(columns.map(({ key }, at) => [key, at]));
  const groups = new Map<string, MatrixEntry[]>();
  for (const { row, column, entry } of placed) {
    const [at, across] = [rowAt.get(row.key), columnAt.get(column.key)];
    if (at === undefined || across === undefined) continue;
    appendTo(groups, `${at} ${across}`, entry);
  }
  const cells: MatrixCell[] = [];
  for (const [id, group] of groups) {
    yield;
    const [row = 0, column = 0] = id.split(" ").map(Number);
    const measured = measure(group, what, currency);
    if (measured === null) continue;
    cells.push({
      ...{ row, column, ...measured },
      findings: [...new Set(group.map((each) => each.finding))],
      transactions: inDateOrder(measuredTransactions(group, what, currency)),
    });
  }
  yield;
  const universities = universityRows(view, placed);
  const line = (measured: MeasuredValue): MatrixLine => {
    const { dimension, key } = measured;
    const isUniversity = dimension === "UNIVERSITY";
    return {
      ...measured,
      countedIn: isUniversity ? universities.countedIn(key) : null,
      ownTotals: isUniversity ? universities.ownTotals(key) : null,
    };
  };
  return {
    rows: rows.map(line),
    columns: columns.map(line),
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    totals: universities.totals(),
  };
}

/** The target of most findings among a group's entries. */
function mainTarget(group: string, entries: readonly MatrixEntry[]): EntityId | null {
  const counts = new Map<EntityId, number>();
  for (const { target } of new Set(entries.map(({ finding }) => finding)))
    counts.set(target, (counts.get(target) ?? 0) + 1);
  const [most] = [...counts].sort(
    ([a, some], [b, others]) => others - some || Number(b === group) - Number(a === group) || compare(a, b),
  );
  return most?.[0] ?? null;
}

function universityRows(view: View, placed: readonly Placed[]): UniversityRows<TransactionTiming> {
  const byUniversity = new Map<EntityId, TransactionTiming[]>();
  for (const { entry } of placed) {
    const { university } = entry.finding;
    const transactions = byUniversity.get(university) ?? [];
    if (entry.transaction !== null) transactions.push(entry.transaction);
    byUniversity.set(university, transactions);
  }
  return new UniversityRows(
    view,
    [...byUniversity].map(([university, transactions]) => ({ university, transactions })),
  );
}

interface Placed {
  readonly row: AxisValue;
  readonly column: AxisValue;
  readonly entry: MatrixEntry;
}

/** So many entries are placed or measured in one step, some tens of microseconds. */
const ENTRIES_A_STEP = 64;

/**
 * Every entry that measures something, with its row and column. With TIMING as an axis a finding stands under its own timing; a transaction under
 * its strongest among those that agree on the other axis. What was committed and is not shown to be paid stands as money in
 * no column of timing.
 */
function* placedEntries(
  view: View,
  entries: readonly MatrixEntry[],
  { rows, columns, measure: what, currency }: MatrixTerms,
): Generator<void, readonly Placed[]> {
  const hasGroups = rows === "TARGET_GROUP" || columns === "TARGET_GROUP";
  const targetGroups = yield* groupsOfTargets(view, hasGroups ? entries : []);
  const value = (axis: MatrixAxis, entry: MatrixEntry) => entryValue(view, targetGroups, axis, entry);
  const pace = new Pace(ENTRIES_A_STEP);
  const placed: Placed[] = [];
  for (const entry of yield* timedEntries(entries)) {
    if (measure([entry], what, currency) !== null)
      placed.push({ row: value(rows, entry), column: value(columns, entry), entry });
    if (pace.isStep()) yield;
  }
  return placed;

  function* timedEntries(all: readonly MatrixEntry[]): Generator<void, readonly MatrixEntry[]> {
    if (rows !== "TIMING" && columns !== "TIMING") return all;
    if (what === "FINDINGS") return all.map((entry) => ({ ...entry, timing: entry.finding.timing }));
    const other = rows === "TIMING" ? columns : rows;
    const groups = new Map<string, MatrixEntry[]>();
    for (const entry of all) {
      const isMoney = what === "TRANSACTIONS" || entry.transaction?.payment !== "committed";
      if (isMoney) appendTo(groups, value(other, entry).key, entry);
      if (pace.isStep()) yield;
    }
    return [...groups.values()].flatMap(underStrongestTiming);
  }
}

type MeasuredValue = AxisValue & Pick<MatrixLine, "total" | "mainTarget">;

function* chosen(
  placed: readonly Placed[],
  side: "row" | "column",
  terms: MatrixTerms,
): Generator<void, readonly MeasuredValue[]> {
  const groups = new Map<string, { readonly value: AxisValue; readonly entries: MatrixEntry[] }>();
  for (const each of placed) {
    const value = each[side];
    const group = groups.get(value.key);
    if (group) group.entries.push(each.entry);
    else groups.set(value.key, { value, entries: [each.entry] });
  }
  const measured: MeasuredValue[] = [];
  for (const { value, entries } of groups.values()) {
    yield;
    const total = measure(entries, terms.measure, terms.currency);
    const main = value.dimension === "TARGET_GROUP" ? mainTarget(value.key, entries) : null;
    if (total !== null) measured.push({ ...value, total, mainTarget: main });
  }
  const most = measured
    .sort((a, b) => b.total.min - a.total.min || compare(a.key, b.key))
    .slice(0, terms.limit);
  const order = OWN_ORDER[side === "row" ? terms.rows : terms.columns];
  return order ? most.sort((a, b) => order(a.key) - order(b.key) || compare(a.key, b.key)) : most;
}

/** Axes whose values have an order of their own; years by their text, what is unclear last. */
const OWN_ORDER: Partial<Record<MatrixAxis, (key: string) => number>> = {
  CHANNEL: (key) => CHANNEL_IDS.indexOf(key as ChannelId),
  TIMING: (key) => TIMINGS.indexOf(key as Timing),
  YEAR: () => 0,
};

function appendTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
