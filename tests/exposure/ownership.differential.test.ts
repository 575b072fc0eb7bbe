import fc from "fast-check";
import { expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { runToCompletion } from "../../src/graph/run-to-completion.js";
import { integratedOwnership } from "../../src/ownership/integrated-ownership/integrated-ownership.js";
import { ownershipRule } from "../../src/ownership/rules/ownership-rule.js";
import { tried } from "../laws.js";
import {
  bestSplitBySweeps,
  caughtBySubsets,
  type Holding,
  integratedByInverse,
  partiesIn,
} from "./naive/ownership.js";
import { ASKED_ON, party, viewOfEdges } from "./ownership-graph.js";
import { COMPANIES, edgesOf, exactHoldings, uncertainHoldings } from "./random-holdings.js";

const DAY = parseDay(ASKED_ON);
const RUNS = tried(20_190_403, 80);

it("judges rules as the least closed set does, over all subsets", async () => {
  await fc.assert(
    fc.asyncProperty(uncertainHoldings, async (holdings) => {
      const also = [...COMPANIES, "x", "y"];
      const view = await viewOfEdges(edgesOf(holdings), { also });
      const flagged = ["x", "y"];
      const judge = (company: string, regime: "OFAC_50" | "UK_50") =>
        runToCompletion(
          ownershipRule(view, {
            regime,
            company: party(view, company),
            day: DAY,
            flagged: flagged.map((name) => party(view, name)),
          }),
        ).verdict;
      const expected = (company: string, groups: readonly string[][], threshold: number) => {
        const isIn = (bound: "must" | "may") =>
          groups.some((group) => caughtBySubsets(holdings, group, threshold, bound).has(company));
        return isIn("must") ? "YES" : isIn("may") ? "UNDETERMINED" : "NO";
      };
      for (const company of COMPANIES) {
        expect(judge(company, "OFAC_50")).toBe(expected(company, [flagged], 50));
        // In whole per cent, more than 50 is 51 or more but for the half points that a room may leave: there are none.
        expect(judge(company, "UK_50")).toBe(expected(company, [["x"], ["y"]], 50.000001));
      }
    }),
    RUNS,
  );
});

it("gives the formula in exact fractions where shares are known", async () => {
  await fc.assert(
    fc.asyncProperty(exactHoldings, async (holdings) => {
      const exact = integratedByInverse(holdings);
      if (exact === null || holdings.length === 0) return;
      const view = await viewOfEdges(edgesOf(holdings));
      for (const owner of partiesIn(holdings)) {
        for (const company of partiesIn(holdings)) {
          const { share } = integratedOwnership(view, party(view, owner), party(view, company), DAY);
          const expected = exact.get(`${owner} ${company}`) as number;
          expect(share?.min).toBeCloseTo(expected, 12);
          expect(share?.max).toBeCloseTo(expected, 12);
        }
      }
    }),
    RUNS,
  );
});

it("bounds uncertain shares by the formula below and by the best split above", async () => {
  await fc.assert(
    fc.asyncProperty(uncertainHoldings, async (holdings) => {
      if (holdings.length === 0) return;
      const least = integratedByInverse(holdings);
      const view = await viewOfEdges(edgesOf(holdings));
      for (const owner of partiesIn(holdings)) {
        const greatest = bestSplitBySweeps(withRoom(holdings), owner, 20_000);
        for (const company of partiesIn(holdings)) {
          const { share, closedLoop } = integratedOwnership(
            view,
            party(view, owner),
            party(view, company),
            DAY,
          );
          if (share === null) {
            expect(closedLoop).toBe(true);
            continue;
          }
          expect(0 <= share.min && share.min <= share.max && share.max <= 1).toBe(true);
          if (least) expect(share.min).toBeCloseTo(least.get(`${owner} ${company}`) as number, 12);
          if (greatest) expect(share.max).toBeCloseTo(greatest.get(company) as number, 9);
        }
      }
    }),
    RUNS,
  );
});

/** Upper bounds capped by what the others hold for certain. */
function withRoom(holdings: readonly Holding[]): readonly Holding[] {
  return holdings.map((holding) => {
    const others = holdings.filter((other) => other.company === holding.company && other !== holding);
    const room = 100 - others.reduce((sum, { min }) => sum + min, 0);
    return { ...holding, max: Math.min(holding.max, Math.max(holding.min, room)) };
  });
}
