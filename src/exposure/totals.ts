import { type MoneyRange, NO_CURRENCY } from "../domain/money.js";
import type { ExposureTotal, Timing, TransactionTiming } from "./finding.js";

const COLUMN_OF = {
  CONCURRENT: "concurrent",
  POSSIBLY_CONCURRENT: "possiblyConcurrent",
  AFTER: "after",
  BEFORE: "before",
  UNDATED: "undated",
} as const satisfies Record<Timing, keyof ExposureTotal>;

/**
 * Gross amounts of Fundings, one total a currency, in order of currency: minima and maxima summed, unknown amounts
 * counted and never guessed, nothing converted. Each transaction stands in exactly one column.
 */
export function totalsOf(transactions: readonly TransactionTiming[]): readonly ExposureTotal[] {
  const byCurrency = new Map<string, TransactionTiming[]>();
  for (const transaction of transactions) {
    if (transaction.currency === null) continue;
    const currency = transaction.currency === "" ? NO_CURRENCY : transaction.currency;
    byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), transaction]);
  }
  return [...byCurrency.keys()].sort().map((currency) => totalOf(currency, byCurrency.get(currency) ?? []));
}

function totalOf(currency: string, transactions: readonly TransactionTiming[]): ExposureTotal {
  const zero: MoneyRange = { min: 0, max: 0, currency };
  const columns = { concurrent: zero, possiblyConcurrent: zero, after: zero, before: zero, undated: zero };
  let afterDecision = zero;
  let unknownAmounts = 0;
  for (const { amount, timing, afterDecision: decision } of transactions) {
    if (amount === null) {
      unknownAmounts += 1;
      continue;
    }
    const column = COLUMN_OF[timing];
    columns[column] = plus(columns[column], amount);
    if (decision) afterDecision = plus(afterDecision, decision.covers === "YES" ? amount : orNothing(amount));
  }
  return { currency, ...columns, afterDecision, transactions: transactions.length, unknownAmounts };
}

function plus(a: MoneyRange, b: MoneyRange): MoneyRange {
  return {
    min: a.min + b.min,
    max: a.max === null || b.max === null ? null : a.max + b.max,
    currency: a.currency,
  };
}

function orNothing(amount: MoneyRange): MoneyRange {
  return {
    ...amount,
    min: Math.min(0, amount.min),
    max: amount.max === null ? null : Math.max(0, amount.max),
  };
}
