import { describe, expect, it } from "vitest";
import { NoCsv, namesIn, namesOfCsv } from "../../src/explorer/views/screen/names-of-csv.js";

describe("a CSV of names", () => {
  it.each([
    ["commas and quotes", 'id,Name\n1,"A, Inc."\n2,B\n', ["A, Inc.", "B"]],
    ["semicolons and a mark of byte order", "\ufeffSupplier;Town\nA;X\nB;Y\n", ["A", "B"]],
    ["tabs", "a\tcompany\n1\tA\n", ["A"]],
    ["no header", "A\nB\nA\n\n", ["A", "B"]],
  ])("is read with %s", (_, text, names) => {
    const table = namesOfCsv(text);
    expect(namesIn(table, table.column)).toEqual(names);
  });

  it.each([
    ["a quote that is not closed", 'name\nA\n"B\n', /line \d has a quotation mark that is not closed/],
    ["a row that is too short", "name,town\nA,X\nB\n", /line 3 has another number of columns/],
    ["a picture", "name\nA\n\u0000PNG", /line 3 holds signs that no text has/],
  ])("is refused with its line where it holds %s", (_, text, message) => {
    expect(() => namesOfCsv(text)).toThrow(NoCsv);
    expect(() => namesOfCsv(text)).toThrow(message);
  });
});
