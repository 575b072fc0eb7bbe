import { byStartDays } from "../../domain/claim-order.js";
import { type MoneyRange, NO_CURRENCY, plusAmount } from "../../domain/money.js";
import { VERDICT_ORDER } from "../../ownership/control/verdict.js";
import {
  type DecisionCoverage,
  type ExposureTotal,
  TIMINGS,
  type Timing,
  type TransactionTiming,
} from "../finding.js";
import { type FundingMoney, moneyOf } from "./funding-money.js";

/** What a total is made of: a transaction's identity, timing and money. Without a currency it is no Funding and changes none. */
export interface Summable
  extends Pick<
    TransactionTiming,
    "timing" | "amount" | "amountQualifier" | "amountPer" | "payment" | "currency" | "afterDecision"
  > {
  readonly relation: string | number;
}

const COLUMN_OF = {
  CONCURRENT: "concurrent",
  POSSIBLY_CONCURRENT: "possiblyConcurrent",
  AFTER: "after",
  BEFORE: "before",
  UNDATED: "undated",
  NO_FLAG: "withoutFlag",
} as const satisfies Record<Timing, keyof ExposureTotal>;

type Column = (typeof COLUMN_OF)[Timing] | "committed" | "afterDecision";

/**
 * Gross amounts of Fundings, one total a currency, in order of currency: minima and maxima summed, unknown amounts
 * counted and never guessed, nothing converted. Each that was paid stands in exactly one timing column; what was committed
 * stands apart.
 */
export function totalsOf(transactions: readonly Summable[]): readonly ExposureTotal[] {
  const totals = new Totals();
  for (const each of distinctTransactions(transactions))
    if (each.currency !== null) totals.of(each.currency).add(moneyOf(each), each.timing, each.afterDecision);
  return totals.byCurrency();
}

/**
 * Each transaction once, in the order of their first appearance: under its strongest timing and, of equal ones, the
 * strongest coverage by the university's own decision.
 */
export function distinctTransactions<Transaction extends Summable>(
  transactions: readonly Transaction[],
): readonly Transaction[] {
  if (transactions.length < 2) return transactions;
  const distinct = new DistinctTransactions<Transaction>();
  distinct.add(transactions);
  return distinct.all;
}

/** The same, as they come. */
export class DistinctTransactions<Transaction extends Summable> {
  private readonly strongest = new Map<string | number, Transaction>();

  add(transactions: readonly Transaction[]): void {
    for (const transaction of transactions) {
      const known = this.strongest.get(transaction.relation);
      this.strongest.set(transaction.relation, known ? strongerOf(known, transaction) : transaction);
    }
  }

  get all(): readonly Transaction[] {
    return [...this.strongest.values()];
  }
}

function strongerOf<Transaction extends Summable>(a: Transaction, b: Transaction): Transaction {
  const [first, second] = TIMINGS.indexOf(b.timing) < TIMINGS.indexOf(a.timing) ? [b, a] : [a, b];
  const afterDecision = strongerCoverage(first.afterDecision, second.afterDecision);
  return afterDecision === first.afterDecision ? first : { ...first, afterDecision };
}

function strongerCoverage(a: DecisionCoverage | null, b: DecisionCoverage | null): DecisionCoverage | null {
  if (a === null || b === null) return a ?? b;
  return VERDICT_ORDER.indexOf(b.covers) < VERDICT_ORDER.indexOf(a.covers) ? b : a;
}

/** Totals in the making, of transactions that are distinct. */
export class Totals {
  private readonly totals = new Map<string, Total>();

  /** The total of a currency. */
  of(currency: string): Total {
    const name = currency === "" ? NO_CURRENCY : currency;
    let total = this.totals.get(name);
    if (total === undefined) {
      total = new Total();
      this.totals.set(name, total);
    }
    return total;
  }

  /** In order of currency. */
  byCurrency(): readonly ExposureTotal[] {
    return [...this.totals.keys()]
      .sort()
      .map((currency) => (this.totals.get(currency) as Total).of(currency));
  }
}

/** Of one currency. */
class Total {
  /** Null where nothing is added: most are. */
  private readonly columns: Record<Column, Sum | null> = {
    concurrent: null,
    possiblyConcurrent: null,
    after: null,
    before: null,
    undated: null,
    withoutFlag: null,
    committed: null,
    afterDecision: null,
  };
  private transactions = 0;
  private unknownAmounts = 0;
  private approximate = 0;

  add(money: FundingMoney, timing: Timing, decision: DecisionCoverage | null): void {
    const { least: min, most: max } = money;
    this.transactions += 1;
    if (Number.isNaN(min)) {
      this.unknownAmounts += 1;
      return;
    }
    if (money.isApproximate) this.approximate += 1;
    if (money.isCommitted) {
      this.column("committed").add(min, max);
      return;
    }
    this.column(COLUMN_OF[timing]).add(min, max);
    if (decision?.covers === "YES") this.column("afterDecision").add(min, max);
    else if (decision) this.column("afterDecision").add(Math.min(0, min), Math.max(0, max));
  }

  private column(name: Column): Sum {
    this.columns[name] ??= new Sum();
    return this.columns[name];
  }

  of(currency: string): ExposureTotal {
    const { columns } = this;
    const nothing: MoneyRange = { min: 0, max: 0, currency };
    return {
      currency,
      concurrent: columns.concurrent?.of(currency) ?? nothing,
      possiblyConcurrent: columns.possiblyConcurrent?.of(currency) ?? nothing,
      after: columns.after?.of(currency) ?? nothing,
      before: columns.before?.of(currency) ?? nothing,
      undated: columns.undated?.of(currency) ?? nothing,
      withoutFlag: columns.withoutFlag?.of(currency) ?? nothing,
      committed: columns.committed?.of(currency) ?? nothing,
      afterDecision: columns.afterDecision?.of(currency) ?? nothing,
      transactions: this.transactions,
      unknownAmounts: this.unknownAmounts,
      approximate: this.approximate,
    };
  }
}

/** Adds up totals of transactions none of which stands in two of them, in order of currency. */
export function addTotals(all: Iterable<readonly ExposureTotal[]>): readonly ExposureTotal[] {
  const sums = new Map<string, ExposureTotal>();
  for (const totals of all) {
    for (const total of totals) {
      const known = sums.get(total.currency);
      sums.set(total.currency, known === undefined ? total : plusTotal(known, total));
    }
  }
  return [...sums.keys()].sort().map((currency) => sums.get(currency) as ExposureTotal);
}

const COLUMNS = [...Object.values(COLUMN_OF), "committed", "afterDecision"] as const satisfies Column[];

function plusTotal(a: ExposureTotal, b: ExposureTotal): ExposureTotal {
  const sums = Object.fromEntries(
    COLUMNS.map((name) => {
      const sum = new Sum();
      for (const { min, max } of [a[name], b[name]]) sum.add(min, max ?? Number.NaN);
      return [name, sum.of(a.currency)];
    }),
  ) as Record<Column, MoneyRange>;
  return {
    currency: a.currency,
    ...sums,
    transactions: a.transactions + b.transactions,
    unknownAmounts: a.unknownAmounts + b.unknownAmounts,
    approximate: a.approximate + b.approximate,
  };
}

/** Of ranges. */
export class Sum {
  private min = 0;
  private max = 0;

  /** `max` not a number: no upper bound is known. */
  add(min: number, max: number): void {
    this.min = plusAmount(this.min, min);
    this.max = plusAmount(this.max, max);
  }

  of(currency: string): MoneyRange {
    return { min: this.min, max: Number.isNaN(this.max) ? null : this.max, currency };
  }
}

/** By the last possible day of the start, then the first, then the id; undated ones last. */
export function inDateOrder(transactions: readonly TransactionTiming[]): readonly TransactionTiming[] {
  return [...transactions].sort(
    (a, b) =>
      Number(a.undated) - Number(b.undated) || byStartDays(a, b) || (a.relation < b.relation ? -1 : 1),
  );
}
