import { plusAmount } from "../../domain/money.js";
import { distinctTransactions } from "../transactions/totals.js";
import type { MatrixEntry } from "./matrix-entries.js";

/** What a cell counts or sums. GROSS sums Fundings of one currency, GROSS_CONCURRENT those that are CONCURRENT. */
export const MATRIX_MEASURES = ["FINDINGS", "TRANSACTIONS", "GROSS", "GROSS_CONCURRENT"] as const;
export type MatrixMeasure = (typeof MATRIX_MEASURES)[number];

/** A measure; `max` null: no upper bound is known. */
export interface Measured {
  readonly min: number;
  readonly max: number | null;
}

/**
 * Measures some entries: each finding and each transaction once, a transaction under its strongest timing. Unknown
 * amounts change no sum. Null where there is nothing to measure: no transaction, or no Funding of the currency.
 */
export function measure(
  entries: readonly MatrixEntry[],
  what: MatrixMeasure,
  currency: string,
): Measured | null {
  if (what === "FINDINGS") return counted(new Set(entries.map(({ finding }) => finding)).size);
  const transactions = distinctTransactions(entries.flatMap(({ transaction }) => transaction ?? []));
  if (what === "TRANSACTIONS") return counted(transactions.length);
  const fundings = transactions.filter(
    (each) => each.currency === currency && (what === "GROSS" || each.timing === "CONCURRENT"),
  );
  if (fundings.length === 0) return null;
  let min = 0;
  let max: number | null = 0;
  for (const { amount } of fundings) {
    if (amount === null) continue;
    min = plusAmount(min, amount.min);
    max = max === null || amount.max === null ? null : plusAmount(max, amount.max);
  }
  return { min, max };
}

function counted(count: number): Measured | null {
  return count === 0 ? null : { min: count, max: count };
}
