/** What of the rows of an answer about many universities is counted in another row too, by going through all of them. */
import type { EntityId } from "../../../src/domain/entity.js";
import { type ExposureTotal, TIMINGS } from "../../../src/exposure/finding.js";
import type { BareFinding, NaiveTransaction } from "./answer.js";
import { totalsOf } from "./totals.js";
import { placedIn, type Seen } from "./world.js";

export interface NaiveRow {
  readonly university: EntityId;
  readonly totals: readonly ExposureTotal[];
  readonly countedIn: readonly EntityId[];
  readonly ownTotals: readonly ExposureTotal[];
}

/**
 * "countedIn: other universities of the whole answer whose row contains this row's transactions, or part of them."
 * "ownTotals: transactions of this row that stand in no row of a part of it": where several such rows are left, in that
 * of the university whose id comes first.
 */
export function naiveRows(
  seen: Seen,
  answers: ReadonlyMap<EntityId, readonly BareFinding[]>,
): readonly NaiveRow[] {
  const rows = [...answers].map(([university, findings]) => ({
    university,
    transactions: eachOnce(
      findings.flatMap((finding) => finding.counterparties.flatMap((entry) => entry.transactions)),
    ),
  }));
  const counts = (row: (typeof rows)[number], relation: string) =>
    row.transactions.some((one) => one.relation === relation);
  const isPart = (unit: EntityId, whole: EntityId) => placedIn(seen, whole).has(unit);
  const owner = (relation: string) => {
    const counting = rows.filter((row) => counts(row, relation)).map(({ university }) => university);
    const smallest = counting.filter(
      (one) => !counting.some((other) => isPart(other, one) && !isPart(one, other)),
    );
    return smallest.sort()[0];
  };
  return rows.map((row) => ({
    university: row.university,
    totals: totalsOf(row.transactions),
    countedIn: rows
      .filter((other) => other !== row && row.transactions.some(({ relation }) => counts(other, relation)))
      .map(({ university }) => university)
      .sort(),
    ownTotals: totalsOf(row.transactions.filter(({ relation }) => owner(relation) === row.university)),
  }));
}

/** "Above a finding totals are over distinct transactions, each once under its strongest timing"; `totalsOf` does the rest. */
function eachOnce(entries: readonly NaiveTransaction[]): readonly NaiveTransaction[] {
  return entries.map((entry) => {
    const timings = entries.filter((other) => other.relation === entry.relation).map(({ timing }) => timing);
    return { ...entry, timing: TIMINGS.find((timing) => timings.includes(timing)) ?? entry.timing };
  });
}
