import { describe, expect, it } from "vitest";
import { hrefOf, placeOf } from "../../src/explorer/state/place.js";
import { scenarioOf, sizeOf, supposedOf, valuesOf } from "../../src/explorer/views/what-if/scenario.js";

const at = (path: string) => placeOf(new URL(path, "http://127.0.0.1:4000"));

describe("what an address supposes", () => {
  it("comes back from the address that it is written into", () => {
    const supposed = {
      strike: ["claim:a/b", "claim:c/d"],
      distrust: ["source:e"],
      shares: [{ claim: "claim:f/g", from: 20, to: 60.5 }],
      list: ["company:h"],
      delist: ["listing:i"],
    };
    expect(supposedOf(at(hrefOf("/what-if", valuesOf(supposed))))).toEqual(supposed);
    expect(sizeOf(supposed)).toBe(6);
  });

  it("reaches the API with shares as fractions", () => {
    const { shares } = scenarioOf(supposedOf(at("/what-if?shares=claim:x@25-50")));
    expect(shares).toEqual([{ claim: "claim:x", min: 0.25, max: 0.5 }]);
  });

  it.each(["claim:x", "claim:x@50-25", "claim:x@0-101", "claim:x@a-b"])(
    "is refused where %s is no share",
    (text) => {
      expect(() => supposedOf(at(`/what-if?shares=${text}`))).toThrow(`“${text}” is not a share`);
    },
  );
});
