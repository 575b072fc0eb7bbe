import { describe, expect, test } from "vitest";
import { csvLine, headerLine, rowLine } from "../../../src/exchange/csv/csv-table.js";

describe("a cell of a CSV", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])(
    "that a spreadsheet would run is a text: %j",
    (text) => {
      expect(csvLine([text])).toBe(`'${text}\n`);
    },
  );

  test.each([
    ["Huawei", "Huawei"],
    ["../2018", "../2018"],
    [-500, "-500"],
    [0, "0"],
    [null, ""],
    ["\r=1", '"\'\r=1"'],
    ["one\rtwo", '"one\rtwo"'],
    ["one\ntwo", '"one\ntwo"'],
  ])("is else written as it is, line ends in quotes: %j", (value, text) => {
    expect(csvLine([value, 1])).toBe(`${text},1\n`);
  });

  test("is quoted where it holds a comma, a quote or a line end", () => {
    const columns = { name: (row: string) => row, again: () => "=1" };
    expect(headerLine(columns)).toBe("name,again\n");
    expect(rowLine(columns, 'a, "b"\nc')).toBe('"a, ""b""\nc",\'=1\n');
  });
});
