import fc from "fast-check";
import { expect, it } from "vitest";
import { printDay } from "../../../src/domain/day.js";
import { BILLION } from "../../../src/domain/share.js";
import { View } from "../../../src/graph/view.js";
import {
  economicShares,
  type ReadStakes,
  readStakes,
} from "../../../src/ownership/integrated-ownership/read-stakes.js";
import { projectionOf } from "../../exposure/naive/projection-of.js";
import { randomCase } from "../../exposure/random-graph.js";

it("reads from the columns what the claims of each pair say together, on every day", async () => {
  let several = 0;
  await fc.assert(
    fc.asyncProperty(randomCase, async ({ world, terms }) => {
      const view = View.of(await projectionOf(world), terms);
      for (let company = 0; company < view.projection.entities.count; company += 1) {
        if (view.partyOf(company) !== company) continue;
        for (let day = terms.validAt - 16; day <= terms.validAt; day += 1) {
          const read: ReadStakes = { holders: [], lower: [], upper: [] };
          const room = readStakes(view, company, day, read);
          const { holders, known } = economicShares(view, company, day);
          const expected = holders.filter(({ upper }) => upper > 0);
          const at = `${view.projection.entities.id(company)} on ${printDay(day)}`;
          expect([at, room, read.holders, read.lower, read.upper]).toEqual([
            at,
            Math.max(0, BILLION - known),
            ...[expected.map(({ party }) => party), expected.map(({ lower }) => lower)],
            expected.map(({ upper }) => upper),
          ]);
          if (expected.length > 1) several += 1;
        }
      }
    }),
    { seed: 20_261_127, numRuns: 100 },
  );
  expect(several).toBeGreaterThan(100);
});
