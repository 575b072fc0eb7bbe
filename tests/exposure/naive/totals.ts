/** Gross sums of money per currency and timing. */
import { type MoneyRange, NO_CURRENCY } from "../../../src/domain/money.js";
import type { ExposureTotal, Timing } from "../../../src/exposure/finding.js";
import type { NaiveTransaction } from "./answer.js";

/**
 * "Fundings only, min and max summed, unknown amounts counted, never guessed; one without a currency stands under XXX."
 * "Committed (announced, payment not shown) apart from paid, in a column of its own, never added to the paid."
 */
export function totalsOf(entries: readonly NaiveTransaction[]): readonly ExposureTotal[] {
  const fundings = once(entries.filter((entry) => entry.currency !== null));
  const currencies = [...new Set(fundings.map((entry) => entry.currency ?? NO_CURRENCY))].sort();
  return currencies.map((currency) => {
    const ofCurrency = fundings.filter((entry) => entry.currency === currency);
    const paid = ofCurrency.filter((entry) => entry.payment === "paid");
    const column = (timing: Timing) =>
      sum(
        currency,
        paid.filter((entry) => entry.timing === timing),
      );
    return {
      currency,
      concurrent: column("CONCURRENT"),
      possiblyConcurrent: column("POSSIBLY_CONCURRENT"),
      after: column("AFTER"),
      before: column("BEFORE"),
      undated: column("UNDATED"),
      withoutFlag: column("NO_FLAG"),
      committed: sum(
        currency,
        ofCurrency.filter((entry) => entry.payment === "committed"),
      ),
      afterDecision: {
        currency,
        min: sum(
          currency,
          paid.filter((entry) => entry.afterDecision?.covers === "YES"),
        ).min,
        max: sum(
          currency,
          paid.filter((entry) => entry.afterDecision !== null),
        ).max,
      },
      transactions: ofCurrency.length,
      unknownAmounts: ofCurrency.filter((entry) => whole(entry) === null).length,
      approximate: ofCurrency.filter((entry) => whole(entry) !== null && entry.amountQualifier === "about")
        .length,
    };
  });
}

/** "each transaction once": of several entries the one with the strongest coverage by a decision. */
function once(entries: readonly NaiveTransaction[]): readonly NaiveTransaction[] {
  const rank = (entry: NaiveTransaction) =>
    entry.afterDecision === null ? 0 : entry.afterDecision.covers === "YES" ? 2 : 1;
  const byRelation = new Map<string, NaiveTransaction>();
  for (const entry of entries) {
    const other = byRelation.get(entry.relation);
    if (other === undefined || rank(other) < rank(entry)) byRelation.set(entry.relation, entry);
  }
  return [...byRelation.values()];
}

/** "An amount per year is told 'a year', never multiplied; in sums the whole amount is unknown." */
function whole({ amount, amountPer }: NaiveTransaction): MoneyRange | null {
  return amountPer === null ? amount : null;
}

/** "a Funding with neither amount is counted in unknownAmounts and changes no sum"; "`..` makes max null". */
function sum(currency: string, entries: readonly NaiveTransaction[]): MoneyRange {
  let min = 0;
  let max: number | null = 0;
  for (const entry of entries) {
    const amount = whole(entry);
    if (amount === null) continue;
    min += amount.min;
    max = max === null || amount.max === null ? null : max + amount.max;
  }
  return { min, max, currency };
}
