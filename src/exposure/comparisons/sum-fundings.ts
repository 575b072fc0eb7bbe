import type { MoneyRange } from "../../domain/money.js";
import type { FundingMoney } from "../transactions/funding-money.js";
import { Sum } from "../transactions/totals.js";

/** Some Fundings of one currency, summed. */
export interface SummedFundings {
  /** Of the known amounts that were paid. */
  readonly total: MoneyRange;
  /** Announced or promised, payment not shown: part of no other sum. */
  readonly committed: MoneyRange;
  readonly transactions: number;
  /** Of them; an amount a year is no whole that is known. */
  readonly unknownAmounts: number;
  /** How many of the amounts that were summed are about so much. */
  readonly approximate: number;
}

/** Minima and maxima added, unknown amounts counted and never guessed. */
export function sumFundings(fundings: readonly FundingMoney[], currency: string): SummedFundings {
  const [total, committed] = [new Sum(), new Sum()];
  let [unknownAmounts, approximate] = [0, 0];
  for (const { least, most, isCommitted, isApproximate } of fundings) {
    if (Number.isNaN(least)) {
      unknownAmounts += 1;
      continue;
    }
    if (isApproximate) approximate += 1;
    (isCommitted ? committed : total).add(least, most);
  }
  return {
    total: total.of(currency),
    committed: committed.of(currency),
    transactions: fundings.length,
    unknownAmounts,
    approximate,
  };
}
