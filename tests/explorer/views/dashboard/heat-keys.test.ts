import { expect, it } from "vitest";
import { nextCell } from "../../../../src/explorer/views/dashboard/heat-keys.js";

const cell = (row: number, column: number) => ({ row, column, min: 1, max: 1 });
const cells = [cell(0, 0), cell(0, 3), cell(2, 0), cell(2, 2), cell(5, 3)];
const from = cell(0, 0);

it("goes along a row, over what is empty", () => {
  expect(nextCell(cells, from, { row: 0, column: 1 })).toEqual(cell(0, 3));
  expect(nextCell(cells, cell(0, 3), { row: 0, column: 1 })).toBeNull();
});

it("goes up and down to the next row that has anything, the nearest in it", () => {
  expect(nextCell(cells, cell(0, 3), { row: 1, column: 0 })).toEqual(cell(2, 2));
  expect(nextCell(cells, cell(2, 0), { row: 1, column: 0 })).toEqual(cell(5, 3));
  expect(nextCell(cells, cell(5, 3), { row: -1, column: 0 })).toEqual(cell(2, 2));
});
