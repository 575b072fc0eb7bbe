import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberTexts } from "../../src/graph/string-interner.js";
import { type StringTable, StringTableBuilder } from "../../src/graph/string-table.js";

function tableOf(texts: readonly string[]): StringTable {
  const builder = new StringTableBuilder();
  for (const text of texts) builder.add(text);
  return builder.build();
}

describe("numberTexts", () => {
  it("gives each text its place in the table, and -1 for any other", () => {
    const letters = fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.stringMatching(/^company:[ab]{0,9}$/),
    );
    fc.assert(
      fc.property(fc.uniqueArray(letters), fc.array(letters), (texts, others) => {
        const numbersOf = numberTexts(tableOf(texts));
        expect([...numbersOf(texts)]).toEqual(texts.map((_, number) => number));
        expect([...numbersOf(others)]).toEqual(others.map((other) => texts.indexOf(other)));
      }),
    );
  });

  it("tells texts apart that differ in one letter, however many there are", () => {
    const texts = Array.from({ length: 50_000 }, (_, number) => `company:${number}`);
    const numbersOf = numberTexts(tableOf(texts));
    expect(numbersOf(texts).every((found, number) => found === number)).toBe(true);
    expect([...numbersOf(["company:50000"])]).toEqual([-1]);
  });

  it("tells texts apart that share a hash", () => {
    const [one, other] = ["company:2oao", "company:14se0"] as const;
    expect([...numberTexts(tableOf([one, other]))([other, one])]).toEqual([1, 0]);
    expect([...numberTexts(tableOf([one]))([other, one])]).toEqual([-1, 0]);
  });
});
