import { moneyWords } from "../../explain/number-words.js";
import type { MoneyFragment, Timing, TotalFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";

const COLUMNS = [
  ["CONCURRENT", "concurrent"],
  ["POSSIBLY_CONCURRENT", "possiblyConcurrent"],
  ["AFTER", "after"],
  ["BEFORE", "before"],
  ["UNDATED", "undated"],
  ["NO_FLAG", "withoutFlag"],
] as const;

/** A line of a sum: an amount and how it stands in time; null timing: what was promised, or how many amounts are not known. */
export interface SumLine {
  readonly amount: string;
  readonly timing: Timing | null;
}

/** Totals in words, one line for each currency and timing that has money, then what was promised, then how many amounts are unknown. */
export function sumLines(totals: readonly TotalFragment[]): readonly SumLine[] {
  const lines = totals.flatMap((total) =>
    COLUMNS.filter(([, column]) => hasMoney(total[column])).map(
      ([timing, column]): SumLine => ({ amount: moneyText(total[column]), timing }),
    ),
  );
  const promised = totals
    .filter(({ committed }) => hasMoney(committed))
    .map(({ committed }): SumLine => ({ amount: texts.ask.promised(moneyText(committed)), timing: null }));
  const unknown = totals.reduce((sum, { unknownAmounts }) => sum + unknownAmounts, 0);
  const known = [...lines, ...promised];
  return unknown === 0 ? known : [...known, { amount: texts.ask.unknownAmounts(unknown), timing: null }];
}

/** What of the totals came after the university's own decision; empty: none for certain or possibly. */
export function afterDecision(totals: readonly TotalFragment[]): readonly string[] {
  return totals
    .filter((total) => hasMoney(total.afterDecision))
    .map((total) => moneyText(total.afterDecision));
}

/** An amount in words. */
export function moneyText(money: MoneyFragment): string {
  return moneyWords(money);
}

function hasMoney({ min, max }: MoneyFragment): boolean {
  return min > 0 || max === null || max > 0;
}
