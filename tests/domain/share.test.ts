import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BILLION,
  isKnown,
  parseShare,
  printShare,
  type Share,
  UNKNOWN_SHARE,
} from "../../src/domain/share.js";

const billionths = () => fc.integer({ min: 0, max: BILLION });

/** Every share that can be written: a point, or bounds between which a number lies. */
const shares = (): fc.Arbitrary<Share> =>
  fc
    .tuple(billionths(), billionths(), fc.boolean(), fc.boolean())
    .map(([a, b, minExclusive, maxExclusive]) => {
      const [min, max] = [Math.min(a, b) / BILLION, Math.max(a, b) / BILLION];
      const point = min === max;
      return { min, max, minExclusive: !point && minExclusive, maxExclusive: !point && maxExclusive };
    });

describe("a share", () => {
  test("reads what it prints", () => {
    fc.assert(
      fc.property(shares(), (share) => {
        expect(parseShare(printShare(share))).toEqual(share);
      }),
      {
        examples: [
          [{ min: 1e-9, max: 1e-9, minExclusive: false, maxExclusive: false }],
          [UNKNOWN_SHARE],
          [{ ...UNKNOWN_SHARE, maxExclusive: true }],
        ],
      },
    );
  });

  test("never turns inside out", () => {
    fc.assert(
      fc.property(billionths(), billionths(), (a, b) => {
        const text = `[${(a / 1e7).toFixed(7)},${(b / 1e7).toFixed(7)}]`;
        if (a > b) expect(() => parseShare(text)).toThrow(/no number lies between/);
        else expect(parseShare(text)).toMatchObject({ min: a / BILLION, max: b / BILLION });
      }),
    );
  });

  test.each<[string, Partial<Share>]>([
    ["60", { min: 0.6, max: 0.6, minExclusive: false, maxExclusive: false }],
    ["33.3", { min: 0.333, max: 0.333 }],
    ["[25,50]", { min: 0.25, max: 0.5, minExclusive: false, maxExclusive: false }],
    ["(50,75)", { min: 0.5, max: 0.75, minExclusive: true, maxExclusive: true }],
    ["[75, 100]", { min: 0.75, max: 1 }],
    ["", UNKNOWN_SHARE],
    ["[0,100]", UNKNOWN_SHARE],
    ["0", { min: 0, max: 0 }],
    ["100", { min: 1, max: 1 }],
  ])("%j is read as its bounds", (text, share) => {
    expect(parseShare(text)).toMatchObject(share);
  });

  test("is unknown where it is empty: neither nothing nor all", () => {
    expect(isKnown(parseShare(""))).toBe(false);
    expect(isKnown(parseShare("0"))).toBe(true);
    expect(isKnown(parseShare("100"))).toBe(true);
  });

  test.each([
    ["60%", /leave out the percent sign/],
    ["101", /above 100/],
    ["[20,120]", /above 100/],
    ["[50,25]", /no number lies between/],
    ["(50,50]", /no number lies between/],
    ["-5", /is not a share/],
    ["sixty", /is not a share/],
    ["0,6", /is not a share/],
  ])("refuses %j with the remedy", (text, message) => {
    expect(() => parseShare(text)).toThrow(message);
  });
});
