import type { MoneyRange } from "../../domain/money.js";
import type { TransactionTiming } from "../finding.js";
import { moneyOf } from "../transactions/funding-money.js";
import { distinctTransactions } from "../transactions/totals.js";
import type { MatrixEntry } from "./matrix-entries.js";
import { sumFundings } from "./sum-fundings.js";

/** What a cell counts or sums. GROSS sums paid Fundings of one currency, GROSS_CONCURRENT those that are CONCURRENT. */
export const MATRIX_MEASURES = ["FINDINGS", "TRANSACTIONS", "GROSS", "GROSS_CONCURRENT"] as const;
export type MatrixMeasure = (typeof MATRIX_MEASURES)[number];

/** A measure; `max` null: no upper bound is known. */
export interface Measured {
  readonly min: number;
  readonly max: number | null;
  /** Of GROSS: what was announced or promised, payment not shown, beside the sum; null for any other measure. */
  readonly committed: MoneyRange | null;
  /** Of money: how many amounts are not known, or known for a year only. */
  readonly unknownAmounts: number;
  /** Of money: how many of the amounts that were summed are about so much. */
  readonly approximate: number;
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
  const transactions = measuredTransactions(entries, what, currency);
  if (what === "TRANSACTIONS") return counted(transactions.length);
  if (transactions.length === 0) return null;
  const { total, committed, unknownAmounts, approximate } = sumFundings(transactions.map(moneyOf), currency);
  const { min, max } = total;
  return { min, max, committed: what === "GROSS" ? committed : null, unknownAmounts, approximate };
}

/** The transactions that a measure counts or sums, each once under its strongest timing; of findings all of theirs. */
export function measuredTransactions(
  entries: readonly MatrixEntry[],
  what: MatrixMeasure,
  currency: string,
): readonly TransactionTiming[] {
  const transactions = distinctTransactions(entries.flatMap(({ transaction }) => transaction ?? []));
  if (what === "FINDINGS" || what === "TRANSACTIONS") return transactions;
  return transactions.filter(
    (each) =>
      each.currency === currency &&
      (what === "GROSS" || (each.timing === "CONCURRENT" && each.payment === "paid")),
  );
}

function counted(count: number): Measured | null {
  return count === 0 ? null : { min: count, max: count, committed: null, unknownAmounts: 0, approximate: 0 };
}
