import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findExposures } from "../../../src/exposure/findings/find-exposures.js";
import { WalkedStep } from "../../../src/graph/paths/path.js";
import { View } from "../../../src/graph/view.js";
import { projectionOf } from "../../exposure/naive/projection-of.js";
import { randomCase } from "../../exposure/random-graph.js";

describe("a step of a proof", () => {
  it("knows the relation that it shows, in its own version only, on random graphs", async () => {
    let met = 0;
    await fc.assert(
      fc.asyncProperty(randomCase, async ({ world, terms }) => {
        const projection = await projectionOf(world);
        const another = await projectionOf(world);
        const { entities, relations } = projection;
        const view = View.of(projection, terms);
        for (const step of findExposures(view, terms).findings.flatMap(({ path }) => path.steps)) {
          const number = WalkedStep.numberIn(projection, step);
          const ends = [relations.from[number], relations.to[number]].map((end) =>
            entities.id(end as number),
          );
          expect(view.has(number)).toBe(true);
          expect(relations.id(number)).toBe(step.relation);
          expect(step.forward ? ends : ends.reverse()).toEqual([step.from, step.to]);
          expect(WalkedStep.numberIn(another, step)).toBe(-1);
          expect(WalkedStep.numberIn(projection, { ...step })).toBe(-1);
          met += 1;
        }
      }),
      { numRuns: 100, seed: 7 },
    );
    expect(met).toBeGreaterThan(100);
  });

  it("shows ids and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(randomCase, async ({ world, terms }) => {
        const view = View.of(await projectionOf(world), terms);
        for (const step of findExposures(view, terms).findings.flatMap(({ path }) => path.steps))
          expect(Object.keys(step)).toEqual(["from", "to", "relation", "forward"]);
      }),
      { numRuns: 10, seed: 7 },
    );
  });
});
