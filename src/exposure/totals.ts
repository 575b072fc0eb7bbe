import { type MoneyRange, NO_CURRENCY, plusAmount } from "../domain/money.js";
import { type DecisionCoverage, type ExposureTotal, TIMINGS, type Timing } from "./finding.js";
import { VERDICT_ORDER } from "./verdict.js";

/** What a total is made of: a transaction's identity, timing and money. */
export interface Summable {
  readonly relation: string | number;
  readonly timing: Timing;
  readonly amount: MoneyRange | null;
  /** Null where it is no Funding: it changes no total. */
  readonly currency: string | null;
  readonly afterDecision: DecisionCoverage | null;
}

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
export function totalsOf(transactions: readonly Summable[]): readonly ExposureTotal[] {
  const byCurrency = new Map<string, Summable[]>();
  for (const transaction of distinctTransactions(transactions)) {
    if (transaction.currency === null) continue;
    const currency = transaction.currency === "" ? NO_CURRENCY : transaction.currency;
    const group = byCurrency.get(currency);
    if (group) group.push(transaction);
    else byCurrency.set(currency, [transaction]);
  }
  return [...byCurrency.keys()].sort().map((currency) => totalOf(currency, byCurrency.get(currency) ?? []));
}

/**
 * Each transaction once, in the order of their first appearance: under its strongest timing and, of equal ones, the
 * strongest coverage by the university's own decision.
 */
export function distinctTransactions<Transaction extends Summable>(
  transactions: readonly Transaction[],
): readonly Transaction[] {
  const strongest = new Map<string | number, Transaction>();
  for (const transaction of transactions) {
    const known = strongest.get(transaction.relation);
    strongest.set(transaction.relation, known ? strongerOf(known, transaction) : transaction);
  }
  return [...strongest.values()];
}

function strongerOf<Transaction extends Summable>(a: Transaction, b: Transaction): Transaction {
  const [first, second] = TIMINGS.indexOf(b.timing) < TIMINGS.indexOf(a.timing) ? [b, a] : [a, b];
  return { ...first, afterDecision: strongerCoverage(first.afterDecision, second.afterDecision) };
}

function strongerCoverage(a: DecisionCoverage | null, b: DecisionCoverage | null): DecisionCoverage | null {
  if (a === null || b === null) return a ?? b;
  return VERDICT_ORDER.indexOf(b.covers) < VERDICT_ORDER.indexOf(a.covers) ? b : a;
}

function totalOf(currency: string, transactions: readonly Summable[]): ExposureTotal {
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
    min: plusAmount(a.min, b.min),
    max: a.max === null || b.max === null ? null : plusAmount(a.max, b.max),
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
