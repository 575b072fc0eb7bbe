import { describe, expect, it } from "vitest";
import { stateWordsIn } from "../../src/explain/criterion-text.js";

describe("the words of a quote that call a party a state's", () => {
  it.each([
    ["an agreement to set up a research centre with state-owned CETC", "CETC"],
    ["the FBI searched the offices of ZTE Corporation, a partially state-owned Chinese company", "ZTE"],
    ["state-owned controlling shareholder Zhongxingxin Telecom plans to sell", "Zhongxingxin"],
    ["Saudi Aramco, the state oil company", "Saudi Aramco"],
  ])("are found where they are said of the party: %s", (quote, name) => {
    expect(stateWordsIn([quote], [name])).toMatch(/state/);
  });

  it.each([
    [
      "twenty-four contracts with various Chinese state-owned universities and ten contracts with Huawei Technologies",
      "Huawei Technologies",
    ],
    ["Huawei Technologies sells to state-owned operators", "Huawei Technologies"],
  ])("are none where they are said of others: %s", (quote, name) => {
    expect(stateWordsIn([quote], [name])).toBeNull();
  });
});

it("are told where they are said of the party, not where they are said of another before it", () => {
  const quote =
    "at least £10 million from Sinopec, the state-controlled petroleum corporation, and £6.5 million from the state-owned AVIC";
  expect(stateWordsIn([quote], ["AVIC"])).toBe("… and £6.5 million from the state-owned AVIC");
});
