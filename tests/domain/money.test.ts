import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MoneyRange, NO_CURRENCY, parseMoney, plusAmount, printMoney } from "../../src/domain/money.js";

const amounts = () => fc.integer({ min: -1e11, max: 1e11 }).map((cents) => cents / 100 || 0);

const moneyRanges = (): fc.Arbitrary<MoneyRange> =>
  fc
    .tuple(amounts(), amounts(), fc.boolean(), fc.constantFrom("USD", "GBP", "CNY", NO_CURRENCY))
    .map(([a, b, open, currency]) => ({ min: Math.min(a, b), max: open ? null : Math.max(a, b), currency }));

describe("an amount of money", () => {
  test("reads what it prints", () => {
    fc.assert(
      fc.property(moneyRanges(), (money) => {
        const { amount, amountMax, currency } = printMoney(money);
        expect(parseMoney(amount, amountMax, currency)).toEqual(money);
      }),
    );
  });

  test("never turns inside out", () => {
    fc.assert(
      fc.property(amounts(), amounts(), (a, b) => {
        if (b < a) expect(() => parseMoney(String(a), String(b), "USD")).toThrow(/turn them round/);
        else expect(parseMoney(String(a), String(b), "USD")).toEqual({ min: a, max: b, currency: "USD" });
      }),
    );
  });

  test.each<[string, string, string, MoneyRange | null]>([
    ["500000", "", "USD", { min: 500_000, max: 500_000, currency: "USD" }],
    ["", "9000000", "USD", { min: 0, max: 9_000_000, currency: "USD" }],
    ["4800000", "..", "GBP", { min: 4_800_000, max: null, currency: "GBP" }],
    ["100", "250", "", { min: 100, max: 250, currency: "XXX" }],
    ["-500", "", "USD", { min: -500, max: -500, currency: "USD" }],
    ["", "", "USD", null],
  ])("amount %j, amount_max %j and currency %j are read together", (amount, amountMax, currency, money) => {
    expect(parseMoney(amount, amountMax, currency)).toEqual(money);
  });

  test.each<[string, string, "about" | "at_least" | "up_to", MoneyRange]>([
    ["500000", "", "about", { min: 500_000, max: 500_000, currency: "USD" }],
    ["3000000", "5000000", "about", { min: 3_000_000, max: 5_000_000, currency: "USD" }],
    ["500000", "", "at_least", { min: 500_000, max: null, currency: "USD" }],
    ["500000", "..", "at_least", { min: 500_000, max: null, currency: "USD" }],
    ["500000", "", "up_to", { min: 0, max: 500_000, currency: "USD" }],
    ["", "500000", "up_to", { min: 0, max: 500_000, currency: "USD" }],
  ])(
    "amount %j, amount_max %j, qualified as %j, are read together",
    (amount, amountMax, qualifier, money) => {
      expect(parseMoney(amount, amountMax, "USD", qualifier)).toEqual(money);
    },
  );

  test.each<[string, string, "about" | "at_least" | "up_to", RegExp]>([
    ["500", "900", "at_least", /"900" contradicts amount_qualifier "at_least"/],
    ["", "900", "at_least", /contradicts/],
    ["500", "900", "up_to", /contradicts/],
    ["500", "..", "up_to", /contradicts/],
    ["500", "..", "about", /contradicts/],
    ["", "", "about", /stands beside no amount/],
  ])("refuses amount %j, amount_max %j, qualified as %j", (amount, amountMax, qualifier, message) => {
    expect(() => parseMoney(amount, amountMax, "USD", qualifier)).toThrow(message);
  });

  test.each([
    ["1,000", "", "USD", /is not an amount/],
    ["$5", "", "USD", /is not an amount/],
    ["5e6", "", "USD", /is not an amount/],
    ["9".repeat(40), "", "USD", /above/],
    ["5", "", "usd", /is not a currency/],
  ])(
    "refuses amount %j, amount_max %j, currency %j with the remedy",
    (amount, amountMax, currency, message) => {
      expect(() => parseMoney(amount, amountMax, currency)).toThrow(message);
    },
  );
});

describe("sums of amounts", () => {
  const cents = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 30 });
  const summed = (hundredths: readonly number[]) =>
    hundredths.reduce((sum, amount) => plusAmount(sum, amount / 100), 0);

  test("are what the decimals say, in any order", () => {
    expect(plusAmount(0.1, 0.2)).toBe(0.3);
    fc.assert(
      fc.property(cents, (hundredths) => {
        const whole = hundredths.reduce((sum, amount) => sum + amount, 0);
        expect(summed(hundredths)).toBe(whole / 100);
        expect(summed([...hundredths].reverse())).toBe(summed(hundredths));
      }),
    );
  });
});
