import { expect, it } from "vitest";
import { sortedRows, type TableRow } from "../../src/explorer/components/sortable-table.js";
import { sortedOf, sortValue } from "../../src/explorer/state/sorting.js";

const columns = [
  { key: "name", title: "Name" },
  { key: "sum", title: "Sum", isNumber: true },
];
const rows: TableRow[] = [
  ["b10", 5],
  ["b9", null],
  ["a", 5],
  ["c", 7],
].map((cells) => ({
  cells: cells.map((value) => ({ show: String(value), value: value as string | number | null })),
}));
const names = (column: string, descending: boolean) =>
  sortedRows(rows, columns, { column, descending }).map(({ cells }) => cells[0]?.value);

it("sorts words as people do, numbers as numbers, equal ones in their order and what is not known last", () => {
  expect(names("name", false)).toEqual(["a", "b9", "b10", "c"]);
  expect(names("sum", true)).toEqual(["c", "b10", "a", "b9"]);
  expect(names("sum", false)).toEqual(["b10", "a", "c", "b9"]);
  expect(names("nothing", false)).toEqual(["b10", "b9", "a", "c"]);
});

it("keeps how each table is sorted in one value of the address", () => {
  const place = (sort: string) => ({ path: "/explore", values: { sort } });
  const sort = sortValue(place("relations.when"), "entities", { column: "record", descending: true });
  expect(sort).toBe("relations.when,-entities.record");
  expect(sortedOf(place(sort), "entities")).toEqual({ column: "record", descending: true });
  expect(sortedOf(place(sort), "relations")).toEqual({ column: "when", descending: false });
  expect(sortValue(place(sort), "entities", { column: "name", descending: false })).toBe(
    "relations.when,entities.name",
  );
  expect(sortedOf(place("nonsense"), "entities")).toBeNull();
});
