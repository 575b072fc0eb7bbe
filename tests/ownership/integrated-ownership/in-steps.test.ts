import { describe, expect, it } from "vitest";
import { parseDay } from "../../../src/domain/day.js";
import type { Share } from "../../../src/domain/share.js";
import { runToCompletion } from "../../../src/graph/run-to-completion.js";
import { SHARES } from "../../../src/ownership/control/shareholders.js";
import { chanceBounds, PRECISION } from "../../../src/ownership/integrated-ownership/chance-bounds.js";
import { integratedOwnership } from "../../../src/ownership/integrated-ownership/integrated-ownership.js";
import { stakesOf } from "../../../src/ownership/integrated-ownership/stakes.js";
import {
  chancesOfMeeting,
  PRODUCTS_A_STEP,
} from "../../../src/ownership/integrated-ownership/walk-elimination.js";
import { sharesAbove } from "../../../src/ownership/integrated-ownership/walk-shares.js";
import { ASKED_ON, type Edge, party, viewOfEdges } from "../../exposure/ownership-graph.js";

const DAY = parseDay(ASKED_ON);

function stepsOf(work: Generator<void, unknown>): number {
  let steps = 0;
  while (!work.next().done) steps += 1;
  return steps;
}

/** All hold each other, each share known between bounds only. */
function tangleOf(companies: number): readonly Edge[] {
  const names = Array.from({ length: companies }, (_, at) => `C${at}`);
  return names.flatMap((from) => names.filter((to) => to !== from).map((to): Edge => [from, to, "[0.1,5]"]));
}

describe("integrated ownership in steps", () => {
  it("takes out places that all lead to each other in steps of a bounded number of products", () => {
    const size = 200;
    const walk = {
      steps: new Float64Array(size * size).fill(1 / (size + 2)),
      meets: new Float64Array(size).fill(1 / (size + 2)),
      leaves: new Float64Array(size).fill(1 / (size + 2)),
    };
    // Place p costs p rows of 1 + p products, and a step ends with the place that fills it: at most one place too much.
    const products = Array.from({ length: size }, (_, place) => place * (1 + place)).reduce((a, b) => a + b);
    const most = PRODUCTS_A_STEP + (size - 1) * size;
    expect(stepsOf(chancesOfMeeting(walk))).toBeGreaterThanOrEqual(Math.floor(products / most));
  });

  it("finds the same for two companies whose steps are taken in turn as for each alone", async () => {
    const edges = tangleOf(6);
    const asked = { day: DAY, reading: SHARES };
    const view = await viewOfEdges(edges);
    const alone = ["C0", "C1"].map((name) => runToCompletion(stakesOf(view, party(view, name), "up", asked)));
    const fresh = await viewOfEdges(edges);
    const searches = ["C0", "C1"].map((name) => stakesOf(fresh, party(fresh, name), "up", asked));
    const found: unknown[] = [null, null];
    while (found.includes(null))
      for (const [at, search] of searches.entries()) {
        if (found[at] !== null) continue;
        const step = search.next();
        if (step.done) found[at] = step.value;
      }
    expect(found).toEqual(alone);
  });

  it("does no more than a bounded work in one step where 40 companies hold each other between bounds", async () => {
    const view = await viewOfEdges(tangleOf(40));
    const graph = runToCompletion(sharesAbove(view, party(view, "C0"), DAY));
    // 39 nodes of 38 or 39 stakes each below an owner, looked at once at least to divide them, for the least chances, and
    // to split and solve for the greatest; a step ends with the node that fills it.
    const stakes = 39 * 39;
    const steps = stepsOf(chanceBounds(graph, 1, PRECISION));
    expect(steps).toBeGreaterThanOrEqual(Math.floor((4 * stakes) / (512 + 39)));
  });

  it("narrows with the precision what more companies than are solved exactly hold of each other", async () => {
    const edges: Edge[] = Array.from({ length: 600 }, (_, at): Edge[] => [
      [`C${at}`, `C${(at + 1) % 600}`, "50"],
      ["P", `C${at}`, "40"],
    ]).flat();
    const view = await viewOfEdges(edges);
    const share = (precision?: number) =>
      integratedOwnership(view, party(view, "P"), party(view, "C0"), DAY, precision).share as Share;
    // x = 0.4 + 0.5 x.
    for (const precision of [0.01, undefined, 1e-6]) {
      const { min, max } = share(precision);
      expect(min).toBeLessThanOrEqual(0.8);
      expect(max).toBeGreaterThanOrEqual(0.8);
      expect(max - min).toBeLessThanOrEqual(precision ?? 0.0001);
    }
  });
});
