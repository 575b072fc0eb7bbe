import { describe, expect, test } from "vitest";
import { placesOf } from "../../src/store/neo4j/relation-columns.js";

describe("places of numbers", () => {
  test.each([
    ["close together", [3, 0, 7, 4]],
    ["far apart", [3, 0, 70_000_000_000, 4]],
    ["none", []],
  ])("are found for numbers that lie %s", (_, numbers) => {
    const placeOf = placesOf(numbers);
    expect(numbers.map(placeOf)).toEqual(numbers.map((_, place) => place));
  });

  test.each([
    ["close together", [3, 0, 7]],
    ["far apart", [3, 0, 70_000_000_000]],
  ])("are told to be none for a number that is not there, where they lie %s", (_, numbers) => {
    for (const missing of [1, 8, 9_000_000_000])
      expect(() => placesOf(numbers)(missing)).toThrow(
        `a relation ends at node ${missing}, which is no entity`,
      );
  });
});
