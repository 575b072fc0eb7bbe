import fc from "fast-check";
import { expect, it } from "vitest";
import { parseDay } from "../../../src/domain/day.js";
import { runToCompletion } from "../../../src/graph/run-to-completion.js";
import { View } from "../../../src/graph/view.js";
import { control, controlField, controlledWithin, votesOf } from "../../../src/ownership/control/control.js";
import { verdict } from "../../../src/ownership/control/verdict.js";
import { control as naiveControl } from "../../exposure/naive/control.js";
import { projectionOf } from "../../exposure/naive/projection-of.js";
import { see } from "../../exposure/naive/world.js";
import { ASKED_ON, type Edge, party, viewOfEdges } from "../../exposure/ownership-graph.js";
import { randomCase } from "../../exposure/random-graph.js";
import { tried } from "../../laws.js";

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
      const votes = pairs.map(([above, below]) =>
        runToCompletion(votesOf(view, party(above), party(below), terms.validAt)),
      );
      expect(votes.filter(({ min, max }) => !(0 <= min && min <= max && max <= 1))).toEqual([]);
    }),
    tried(20_190_403, 60),
  );
});

const PARTIES = ["a", "b", "c", "d", "e", "x", "y"] as const;
/** Contradictions included: nobody says that a company's shares add up. */
const share = fc.constantFrom(
  "0",
  "10",
  "20",
  "25",
  "30",
  "40",
  "50",
  "51",
  "[10,30]",
  "(25,50]",
  "(50,75]",
  "[0,60]",
  "(20,40)",
);
const plainHolding = fc.tuple(fc.constantFrom(...PARTIES), fc.constantFrom(...PARTIES.slice(0, 5)), share);
const plainGraph = fc
  .uniqueArray(plainHolding, { selector: ([holder, held]) => holder + held, minLength: 5, maxLength: 18 })
  .map((drawn): readonly Edge[] => drawn.filter(([holder, held]) => holder !== held));

it("judges several plain holders, told from columns, as the fixpoint over their field does", async () => {
  await fc.assert(
    fc.asyncProperty(plainGraph, async (edges) => {
      const view = await viewOfEdges(edges, { also: PARTIES });
      const day = parseDay(ASKED_ON);
      for (const above of PARTIES) {
        for (const below of PARTIES) {
          const [controller, company] = [party(view, above), party(view, below)];
          const field = controlField(view, company, day);
          const must = runToCompletion(controlledWithin(field, controller, "must")).has(company);
          const may = runToCompletion(controlledWithin(field, controller, "may")).has(company);
          expect([above, below, control(view, controller, company, day)]).toEqual([
            above,
            below,
            verdict(must, may),
          ]);
        }
      }
    }),
    tried(20_190_403, 300),
  );
});
