import { describe, expect, it } from "vitest";
import { scenarioText } from "../../../src/exposure/explain/scenario-text.js";
import { namesOf } from "./names-of.js";

const nothing = { rejected: [], sources: [], shares: [], listed: [], delisted: [], same: [], thresholds: [] };
const names = namesOf({});

describe("what an answer supposes", () => {
  it("is one sentence with one full stop, also where it ends with the name of a company", () => {
    expect(scenarioText({ ...nothing, names, delisted: ["Huawei Technologies Co., Ltd."] })).toBe(
      "Supposed by the question, and stated by no source: that no listing counts of Huawei Technologies Co., Ltd.",
    );
    expect(scenarioText({ ...nothing, names, same: [["Skycom", "Hua Ying"]] })).toBe(
      "Supposed by the question, and stated by no source: that Skycom and Hua Ying are one party.",
    );
  });

  it("is empty where nothing is supposed", () => {
    expect(scenarioText({ ...nothing, names })).toBe("");
  });
});
