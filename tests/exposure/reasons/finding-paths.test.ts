import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findExposures } from "../../../src/exposure/findings/find-exposures.js";
import { findingPaths } from "../../../src/exposure/reasons/finding-paths.js";
import { runToCompletion } from "../../../src/graph/run-to-completion.js";
import { View } from "../../../src/graph/view.js";
import { projectionOf } from "../naive/projection-of.js";
import { entityRow, relationRow, termsOf } from "../naive/rows.js";
import { randomCase } from "../random-graph.js";

const S = "university:s";
const since = { start: "2019-01-01" };
let rows = 0;
function relation(kind: "Funding" | "Ownership", from: string, to: string, id = `claim:rows/r${rows++}`) {
  return relationRow({ id, kind, from, to, ...since, share: kind === "Ownership" ? "60" : "" });
}

describe("the paths of a finding", () => {
  const claims = [
    relation("Funding", "company:x", S, "claim:rows/gift"),
    relation("Ownership", "company:t", "company:x", "claim:rows/z-direct"),
    relation("Ownership", "company:t", "company:a", "claim:rows/t-a"),
    relation("Ownership", "company:a", "company:x", "claim:rows/a-x"),
    relation("Ownership", "company:t", "company:b", "claim:rows/t-b"),
    relation("Ownership", "company:b", "company:x", "claim:rows/b-x"),
  ];
  const ids = ["company:x", "company:t", "company:a", "company:b", S];
  const asked = async (limit: number, of = claims) => {
    const terms = termsOf(S, "2020-01-01", { targets: ["company:t"], channels: ["SUBSIDIARY"] });
    const world = { entities: ids.map((id) => entityRow(id)), flags: [], claims: of };
    const view = View.of(await projectionOf(world), terms);
    const [finding] = findExposures(view, terms).findings;
    if (!finding) throw new Error("no finding");
    const paths = runToCompletion(findingPaths(view, terms, finding, limit));
    expect(paths[0]).toEqual(finding.path);
    return paths.map((path) => path.steps.map((step) => step.relation.replace("claim:rows/", "")));
  };

  it("come with the fewest claims first, then by the sequence of claim ids", async () => {
    expect(await asked(5)).toEqual([
      ["gift", "z-direct"],
      ["gift", "a-x", "t-a"],
      ["gift", "b-x", "t-b"],
    ]);
  });

  it("are as many as asked for", async () => {
    expect(await asked(2)).toHaveLength(2);
  });

  it("never lead through the university, which holds the payer and is held by the target", async () => {
    const round = [
      relation("Funding", "company:x", S, "claim:rows/gift"),
      relation("Ownership", S, "company:x", "claim:rows/a-s-x"),
      relation("Ownership", "company:t", S, "claim:rows/a-t-s"),
      relation("Ownership", "company:b", "company:x", "claim:rows/b-x"),
      relation("Ownership", "company:t", "company:b", "claim:rows/t-b"),
    ];
    expect(await asked(5, round)).toEqual([["gift", "b-x", "t-b"]]);
  });

  it("begin with the finding's own path, are distinct and in order, on random graphs", async () => {
    await fc.assert(
      fc.asyncProperty(randomCase, async ({ world, terms }) => {
        const view = View.of(await projectionOf(world), terms);
        for (const finding of findExposures(view, terms).findings) {
          const paths = runToCompletion(findingPaths(view, terms, finding, 6));
          const keys = paths.map((path) => path.steps.map((step) => step.relation).join(" "));
          expect(paths[0]).toEqual(finding.path);
          expect(new Set(keys).size).toBe(keys.length);
          expect(paths.map((path) => path.hops)).toEqual(
            paths.map((path) => path.hops).sort((a, b) => a - b),
          );
        }
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});
