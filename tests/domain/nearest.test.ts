import { describe, expect, test } from "vitest";
import { nearest, suggestion } from "../../src/domain/nearest.js";

describe("the nearest candidate", () => {
  test.each([
    ["Fundng", ["Ownership", "Funding"], "Funding"],
    ["company:hauwei", ["company:huawei", "company:zte"], "company:huawei"],
    ["funding", ["Funding"], "Funding"],
    ["kitten", ["sitting", "mitten"], "mitten"],
    ["mti", ["mit"], "mit"],
  ])("of %s among %j is %s", (text, candidates, expected) => {
    expect(nearest(text, candidates)).toBe(expected);
  });

  test("is none where all are far", () => {
    expect(nearest("abc", ["xyz", "abcdefgh"])).toBeNull();
    expect(suggestion("abc", ["xyz"])).toBe("");
  });

  test("is the first of equally near ones, and is put as a question", () => {
    expect(suggestion("cot", ["cat", "cut"])).toBe('; did you mean "cat"?');
  });
});
