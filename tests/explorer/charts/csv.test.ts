import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { csvOf } from "../../../src/explorer/charts/csv.js";

it("writes what a reader of CSV reads again, and no formula", () => {
  const csv = csvOf({
    columns: ["name", "money"],
    rows: [
      ['Co., "Ltd."', -5],
      ["=HYPERLINK(1)", null],
      ["two\nlines", 1.5],
    ],
  });
  expect(parse(csv, { bom: true })).toEqual([
    ["name", "money"],
    ['Co., "Ltd."', "-5"],
    ["'=HYPERLINK(1)", ""],
    ["two\nlines", "1.5"],
  ]);
});
