import { describe, expect, it } from "vitest";
import { parseDay } from "../../../src/domain/day.js";
import { runToCompletion } from "../../../src/graph/run-to-completion.js";
import { SHARES } from "../../../src/ownership/control/shareholders.js";
import { stakesOf } from "../../../src/ownership/integrated-ownership/stakes.js";
import {
  chancesOfMeeting,
  PRODUCTS_A_STEP,
} from "../../../src/ownership/integrated-ownership/walk-elimination.js";
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

  it("lets others work more often than once an owner where 40 companies hold each other between bounds", async () => {
    const view = await viewOfEdges(tangleOf(40));
    const steps = stepsOf(stakesOf(view, party(view, "C0"), "up", { day: DAY, reading: SHARES }));
    // 39 owners; each has 39 others swept for two bounds, at 39 stakes a node: more than one step of 1,024 stakes.
    expect(steps).toBeGreaterThan(2 * 39);
  });
});
