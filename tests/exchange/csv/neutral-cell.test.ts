import { describe, expect, test } from "vitest";
import { headerLine, rowLine } from "../../../src/exchange/csv/csv-table.js";
import { neutralCell } from "../../../src/exchange/csv/neutral-cell.js";

describe("a cell of an export", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])(
    "that a spreadsheet would run is a text: %j",
    (text) => {
      expect(neutralCell(text)).toBe(`'${text}`);
    },
  );

  test.each([
    ["Huawei", "Huawei"],
    ["../2018", "../2018"],
    [-500, "-500"],
    [0, "0"],
    [null, ""],
  ])("is else written as it is: %j", (value, text) => {
    expect(neutralCell(value)).toBe(text);
  });

  test("is quoted where it holds a comma, a quote or a line end", () => {
    const columns = { name: (row: string) => row, again: () => "=1" };
    expect(headerLine(columns)).toBe("name,again\n");
    expect(rowLine(columns, 'a, "b"\nc')).toBe('"a, ""b""\nc",\'=1\n');
  });
});
