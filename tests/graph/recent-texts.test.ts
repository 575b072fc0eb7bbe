import { describe, expect, it } from "vitest";
import { RecentTexts, StringTableBuilder } from "../../src/graph/string-table.js";

describe("the texts of a table that were read last", () => {
  const builder = new StringTableBuilder();
  const texts = Array.from({ length: 5000 }, (_, index) => `entity:ä${index}`);
  for (const text of texts) builder.add(text);
  const recent = new RecentTexts(builder.build());

  it("are those of their indices, whatever stood in the same place before", () => {
    for (const index of [7, 7 + 1024, 7, 7 + 2048, 7 + 1024, 4999, 0, 7]) {
      recent.fetch(index);
      expect(recent.at(index)).toBe(texts[index]);
    }
    for (const [index, text] of texts.entries()) expect(recent.at(index)).toBe(text);
  });

  it("are empty beyond the table, as those of the table are", () => {
    expect(recent.at(-1)).toBe("");
    expect(recent.at(5000)).toBe("");
  });
});
