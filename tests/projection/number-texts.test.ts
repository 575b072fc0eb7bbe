import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberTexts } from "../../src/projection/number-texts.js";

describe("numberTexts", () => {
  it("gives each text its place in the list, and -1 for any other", () => {
    const lists = fc.uniqueArray(fc.oneof(fc.string(), fc.stringMatching(/^company:[ab]{0,9}$/)));
    fc.assert(
      fc.property(lists, fc.string(), (texts, other) => {
        const numberOf = numberTexts(texts);
        expect(texts.map(numberOf)).toEqual(texts.map((_, number) => number));
        expect(numberOf(other)).toBe(texts.indexOf(other));
      }),
    );
  });

  it("tells texts apart that differ in one letter, however many there are", () => {
    const texts = Array.from({ length: 50_000 }, (_, number) => `company:${number}`);
    const numberOf = numberTexts(texts);
    expect(texts.every((text, number) => numberOf(text) === number)).toBe(true);
    expect(numberOf("company:50000")).toBe(-1);
  });
});
