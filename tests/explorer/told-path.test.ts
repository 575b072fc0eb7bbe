import { describe, expect, it } from "vitest";
import type { ClaimStatus, RelationKind } from "../../src/explorer/api/documents.generated.js";
import { toldPath } from "../../src/explorer/looks/told-path.js";

function step(kind: RelationKind, end: string | null, status: ClaimStatus = "CONFIRMED") {
  return { relation: { kind, end, status } };
}

describe("a path in words", () => {
  it.each([
    ["a claim without an end goes on", [step("OWNERSHIP", null)], "A owns a share of B Ltd."],
    [
      "a claim that no source vouches for after a day says when it was last stated",
      [step("OWNERSHIP", "2012-12-28/..")],
      "As last stated on 28 December 2012, A owns a share of B Ltd.",
    ],
    [
      "one that is reported says so first",
      [step("OWNERSHIP", "2019/..", "REPORTED")],
      "It is reported that, as last stated in 2019, A owns a share of B Ltd.",
    ],
    [
      "one that ended says until when",
      [step("CONTROL", "2020-03-31")],
      "As it stood until 30 March 2020, A owns a share of B Ltd.",
    ],
    [
      "of several claims the first to end counts, and only for a part",
      [step("CONTROL", "2020"), step("OWNERSHIP", "2012/.."), step("PART_OF", null)],
      "In part as last stated in 2012, A owns a share of B Ltd.",
    ],
    [
      "what is told as maybe past needs no day",
      [step("PARTICIPATION", "2015"), step("FUNDING", "2017-12-21")],
      "A owns a share of B Ltd.",
    ],
  ])("%s", (_, steps, words) => {
    expect(toldPath({ text: "A owns a share of B Ltd.", steps })).toBe(words);
  });
});
