import { expect, it } from "vitest";
import {
  type Matrix,
  underSystems,
  withFewerColumns,
} from "../../../../src/explorer/views/dashboard/questions.js";

const label = (key: string) => ({ key, label: key });
const matrix = {
  currency: "USD",
  rows: [label("a"), label("b"), label("c")],
  columns: ["2014", "2015", "2016"].map(label),
  cells: [
    { row: 0, column: 0, min: 1, max: 1 },
    { row: 1, column: 1, min: 2, max: 2 },
    { row: 2, column: 2, min: 3, max: 3 },
  ],
  scope: {},
} as unknown as Matrix;
const read = ({ rows, columns, cells }: Matrix) =>
  cells.map(({ row, column, min }) => [rows[row]?.key, columns[column]?.key, min]);

it("keeps the columns that measure most, and only the rows that then have anything", () => {
  expect(read(withFewerColumns(matrix, 2, false))).toEqual([
    ["a", "2014", 1],
    ["b", "2015", 2],
  ]);
  expect(withFewerColumns(matrix, 2, false).rows).toHaveLength(2);
});

it("keeps the last columns where they come in their own order", () => {
  expect(read(withFewerColumns(matrix, 2, true))).toEqual([
    ["b", "2015", 2],
    ["c", "2016", 3],
  ]);
});

it("leaves a matrix that has room as it is", () => {
  expect(withFewerColumns(matrix, 3, true)).toBe(matrix);
});

it("puts a campus right below its system, where that is a row too", () => {
  const part = (key: string, ...wholes: string[]) => ({
    ...label(key),
    entity: { partOf: wholes.map((id) => ({ id })) },
  });
  const rows = [part("lone"), part("campus", "system"), part("orphan", "elsewhere"), part("system")];
  const laid = { ...matrix, rows, cells: rows.map((_, row) => ({ row, column: 0, min: row, max: row })) };
  const ordered = underSystems(laid as unknown as Matrix);
  expect(ordered.rows.map(({ key }) => key)).toEqual(["lone", "orphan", "system", "campus"]);
  expect(read(ordered).map(([key, , min]) => [key, min])).toEqual([
    ["lone", 0],
    ["orphan", 2],
    ["system", 3],
    ["campus", 1],
  ]);
});
