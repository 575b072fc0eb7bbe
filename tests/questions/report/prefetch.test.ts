import { expect, it } from "vitest";
import { prefetching } from "../../../src/questions/report/prefetch.js";

it("expects as many things next as were asked for, each counted once, in their order", () => {
  const next = prefetching(["a", "b", "c", "d", "e"]);
  expect(next("a")).toEqual(["b"]);
  expect(next("a")).toEqual(["b"]);
  expect(next("b")).toEqual(["c", "d"]);
  expect(next("d")).toEqual(["e"]);
  expect(next("f")).toEqual([]);
});
