import { describe, expect, it } from "vitest";
import { parseMoney } from "../../../src/domain/money.js";
import type { DecisionCoverage, Timing } from "../../../src/exposure/finding.js";
import { type Summable, totalsOf } from "../../../src/exposure/transactions/totals.js";

let rows = 0;
/** A gift in US dollars of so much. */
function gift(amount: string, timing: Timing, other: Partial<Summable> = {}): Summable {
  rows += 1;
  return {
    relation: rows,
    timing,
    amount: parseMoney(amount, "", "USD", other.amountQualifier ?? ""),
    amountQualifier: null,
    amountPer: null,
    payment: "paid",
    currency: "USD",
    afterDecision: null,
    ...other,
  };
}

const AFTER: DecisionCoverage = { decision: "claim:rows/d", covers: "YES" };

describe("totals", () => {
  it("keep what was committed apart from what was paid, also where it is dated after a decision", () => {
    const [total] = totalsOf([
      gift("100", "CONCURRENT", { afterDecision: AFTER }),
      gift("3000", "CONCURRENT", { payment: "committed", afterDecision: AFTER }),
      gift("7", "BEFORE"),
    ]);
    expect(total).toMatchObject({
      concurrent: { min: 100, max: 100 },
      before: { min: 7, max: 7 },
      committed: { min: 3000, max: 3000 },
      afterDecision: { min: 100, max: 100 },
      transactions: 3,
      unknownAmounts: 0,
      approximate: 0,
    });
  });

  it("multiply no amount a year: the whole is not known", () => {
    const perYear = { amountPer: "year" } as const;
    const [total] = totalsOf([
      gift("500000", "AFTER", { ...perYear, amountQualifier: "about" }),
      gift("2", "AFTER", { ...perYear, payment: "committed" }),
      gift("5", "AFTER"),
    ]);
    expect(total).toMatchObject({
      after: { min: 5, max: 5 },
      committed: { min: 0, max: 0 },
      transactions: 3,
      unknownAmounts: 2,
      approximate: 0,
    });
  });

  it("count the summed amounts that are about so much; bounds are ranges", () => {
    const [total] = totalsOf([
      gift("100", "AFTER", { amountQualifier: "about" }),
      gift("10", "AFTER", { amountQualifier: "about", payment: "committed" }),
      gift("7", "AFTER", { amountQualifier: "at_least" }),
      gift("5", "AFTER", { amountQualifier: "up_to" }),
      gift("", "AFTER"),
    ]);
    expect(total).toMatchObject({
      after: { min: 107, max: null },
      committed: { min: 10, max: 10 },
      transactions: 5,
      unknownAmounts: 1,
      approximate: 2,
    });
  });
});
