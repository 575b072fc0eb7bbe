import { describe, expect, it } from "vitest";
import type { ClaimStatus } from "../../src/explorer/api/documents.generated.js";
import { toldPath } from "../../src/explorer/components/told-path.js";

const SENTENCE = "A owned a share of B Ltd.";

const path = (...statuses: ClaimStatus[]) => ({
  text: SENTENCE,
  steps: statuses.map((status) => ({ relation: { status } })),
});

describe("a path in words", () => {
  it("is the sentence of the API where every claim is confirmed", () => {
    expect(toldPath(path("CONFIRMED", "CONFIRMED"))).toBe(SENTENCE);
  });

  it.each([
    [path("CONFIRMED", "REPORTED"), `Reported: ${SENTENCE}`],
    [path("ALLEGED", "REPORTED"), `Alleged: ${SENTENCE}`],
  ])("says first that it rests on less, by its weakest claim", (told, words) => {
    expect(toldPath(told)).toBe(words);
  });
});
