import { describe, expect, it } from "vitest";
import { scenarioText } from "../../src/explain/difference-text.js";
import { namesOf } from "./names-of.js";

const nothing = { rejected: [], sources: [], shares: [], listed: [], delisted: [], same: [], thresholds: [] };
const names = namesOf({});

describe("what an answer supposes", () => {
  it("is told first, a sentence for each", () => {
    const delisted = ["Huawei Technologies"];
    expect(scenarioText({ ...nothing, names, delisted, same: [["Skycom", "Hua Ying"]] })).toBe(
      "What follows supposes something that no source states. It supposes that no listing of Huawei Technologies counts. It supposes that Skycom and Hua Ying are one party.",
    );
  });

  it("is empty where nothing is supposed", () => {
    expect(scenarioText({ ...nothing, names })).toBe("");
  });
});
