import type { MoneyRange } from "../../domain/money.js";
import type { ExposureTotal } from "../finding.js";
import { moneyWords } from "./number-words.js";
import { listWords } from "./sentence.js";
import { TIMING_WORDS } from "./timing-text.js";

/** Totals by currency and timing: "500,000 US dollars before; 1 amount is not known". Empty for no money at all. */
export function totalsText(totals: readonly ExposureTotal[]): string {
  return totals
    .map(totalText)
    .filter((text) => text !== "")
    .join("; ");
}

function totalText(total: ExposureTotal): string {
  const columns: [MoneyRange, string][] = [
    [total.concurrent, TIMING_WORDS.CONCURRENT],
    [total.possiblyConcurrent, TIMING_WORDS.POSSIBLY_CONCURRENT],
    [total.after, TIMING_WORDS.AFTER],
    [total.before, TIMING_WORDS.BEFORE],
    [total.undated, TIMING_WORDS.UNDATED],
    [total.withoutFlag, TIMING_WORDS.NO_FLAG],
  ];
  const sums = columns
    .filter(([sum]) => isSomething(sum))
    .map(([sum, words]) => `${moneyWords(sum)} ${words}`);
  const unknown =
    total.unknownAmounts === 0
      ? []
      : [`${total.unknownAmounts} ${total.unknownAmounts === 1 ? "amount is" : "amounts are"} not known`];
  const after = isSomething(total.afterDecision)
    ? [
        `of it ${moneyWords(total.afterDecision)} dated after the university's own decision (it may have been promised before)`,
      ]
    : [];
  const committed = isSomething(total.committed)
    ? [`${moneyWords(total.committed)} promised, payment not shown`]
    : [];
  return [listWords(sums), ...after, ...committed, ...unknown].filter((part) => part !== "").join(", ");
}

function isSomething(sum: MoneyRange): boolean {
  return sum.min !== 0 || sum.max !== 0;
}
