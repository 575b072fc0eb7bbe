import { type MoneyRange, NO_CURRENCY } from "../../domain/money.js";
import type { Share } from "../../domain/share.js";
import type { TransactionTiming } from "../finding.js";

const NOTHING_TO_ALL: Share = { min: 0, max: 1, minExclusive: false, maxExclusive: false };

/**
 * What of concurrent money is the target's own: the sum over concurrent transactions that were paid of amount times the
 * target's economic share of its own payer on its own day, an interval a currency, in order of currency. A closed loop
 * adds [0, amount]; an amount that is unknown, or known for a year only, adds nothing. Shares are computed on the
 * ownership graph, never per path.
 */
export function lookThrough(
  transactions: readonly TransactionTiming[],
  shareOf: (transaction: TransactionTiming) => Share | null,
): readonly MoneyRange[] {
  const sums = new Map<string, MoneyRange>();
  for (const transaction of transactions) {
    if (transaction.timing !== "CONCURRENT" || transaction.amount === null) continue;
    if (transaction.payment !== "paid" || transaction.amountPer !== null) continue;
    const currency = transaction.amount.currency === "" ? NO_CURRENCY : transaction.amount.currency;
    const before = sums.get(currency) ?? { min: 0, max: 0, currency };
    const part = times(transaction.amount, shareOf(transaction) ?? NOTHING_TO_ALL);
    const max = before.max === null || part.max === null ? null : before.max + part.max;
    sums.set(currency, { min: before.min + part.min, max, currency });
  }
  return [...sums.keys()].sort().map((currency) => sums.get(currency) as MoneyRange);
}

/** Refunds are negative amounts: the bounds change places. */
function times(amount: MoneyRange, share: Share): { readonly min: number; readonly max: number | null } {
  const products = [amount.min * share.min, amount.min * share.max];
  if (amount.max === null) return { min: Math.min(...products), max: share.max === 0 ? 0 : null };
  products.push(amount.max * share.min, amount.max * share.max);
  return { min: Math.min(...products), max: Math.max(...products) };
}
