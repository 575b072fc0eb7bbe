import fc from "fast-check";
import { expect, it } from "vitest";
import { control, votesOf } from "../../src/exposure/control.js";
import { View } from "../../src/projection/view.js";
import { control as naiveControl } from "./naive/control.js";
import { projectionOf } from "./naive/projection-of.js";
import { see } from "./naive/world.js";
import { randomCase } from "./random-graph.js";

it("judges control as the fixpoint written out does, for every pair of parties", async () => {
  await fc.assert(
    fc.asyncProperty(randomCase, async ({ world, terms }) => {
      const view = View.of(await projectionOf(world), terms);
      const seen = see(world, terms);
      const party = (id: string) => view.projection.entities.indexOf(id);
      const pairs = seen.parties.flatMap((above) => seen.parties.map((below) => [above, below] as const));
      const judged = pairs.map(([above, below]) => control(view, party(above), party(below), terms.validAt));
      const expected = pairs.map(([above, below]) => naiveControl(seen, above, below, terms.validAt));
      expect(judged).toEqual(expected);
      const votes = pairs.map(([above, below]) => votesOf(view, party(above), party(below), terms.validAt));
      expect(votes.filter(({ min, max }) => !(0 <= min && min <= max && max <= 1))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
