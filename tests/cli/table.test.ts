import { describe, expect, test } from "vitest";
import { tableLines } from "../../src/cli/table.js";
import { amountText, wrapped } from "../../src/cli/words.js";

describe("a table", () => {
  test("aligns texts left and numbers right, and cuts what is too long", () => {
    const rows = [
      { name: "Maker", sum: "1,000" },
      { name: "A name that is long", sum: "5" },
    ];
    const columns = [
      { title: "name", cell: ({ name }: (typeof rows)[number]) => name, atMost: 8 },
      { title: "sum", cell: ({ sum }: (typeof rows)[number]) => sum, right: true as const },
    ];
    expect(tableLines(columns, rows)).toEqual([
      "name        sum",
      "────────  ─────",
      "Maker     1,000",
      "A name …      5",
    ]);
  });

  test("counts letters of East Asia as two", () => {
    const columns = [
      { title: "name", cell: (row: string) => row },
      { title: "x", cell: () => "x" },
    ];
    expect(tableLines(columns, ["华为技术", "ab"]).slice(2)).toEqual(["华为技术  x", "ab        x"]);
  });

  test("leaves out an optional column that no row fills, and is nothing without rows", () => {
    const columns = [
      { title: "a", cell: () => "1" },
      { title: "b", cell: () => "", optional: true as const },
    ];
    expect(tableLines(columns, [1])).toEqual(["a", "─", "1"]);
    expect(tableLines(columns, [])).toEqual([]);
  });
});

describe("words", () => {
  test("of an amount say a point, bounds, or that no upper bound is known", () => {
    expect(amountText({ min: 500_000, max: 500_000 })).toBe("500,000");
    expect(amountText({ min: 0, max: 9_000_000 })).toBe("up to 9,000,000");
    expect(amountText({ min: 0, max: null })).toBe("not known");
    expect(amountText({ min: 4_800_000, max: null })).toBe("4,800,000 or more");
    expect(amountText({ min: 0, max: 0 })).toBe("");
  });

  test("are wrapped at the width, later lines indented", () => {
    expect(wrapped("one two three four", "  ", 10)).toBe("one two\n  three\n  four");
  });
});
