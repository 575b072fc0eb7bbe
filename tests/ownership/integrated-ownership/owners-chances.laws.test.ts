import fc from "fast-check";
import { expect, it } from "vitest";
import { parseDay } from "../../../src/domain/day.js";
import { runToCompletion } from "../../../src/graph/run-to-completion.js";
import { greatestIn } from "../../../src/ownership/integrated-ownership/best-split.js";
import { componentsOf } from "../../../src/ownership/integrated-ownership/components.js";
import { leastIn } from "../../../src/ownership/integrated-ownership/meeting-chance.js";
import {
  type OwnersChances,
  ownersChances,
} from "../../../src/ownership/integrated-ownership/owners-chances.js";
import { nodesBelow, stakesIn } from "../../../src/ownership/integrated-ownership/share-graph.js";
import { sweptChances } from "../../../src/ownership/integrated-ownership/swept-chances.js";
import { sharesAbove } from "../../../src/ownership/integrated-ownership/walk-shares.js";
import { ASKED_ON, type Edge, party, viewOfEdges } from "../../exposure/ownership-graph.js";
import { tried } from "../../laws.js";

const DAY = parseDay(ASKED_ON);
const SIZE = 40;

/** Each company is held by some of the others, the whole shared out in parts, some of them known between bounds. */
const tangles = fc
  .array(
    fc.array(
      fc.record({
        holder: fc.integer({ min: 0, max: SIZE - 1 }),
        part: fc.integer({ min: 1, max: 60 }),
        spread: fc.constantFrom(0, 0, 0, 5, 40),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    { minLength: SIZE, maxLength: SIZE },
  )
  .map((companies) =>
    companies.flatMap((drawn, company): Edge[] => {
      let left = 100;
      const holders = new Map(drawn.map((each) => [each.holder, each]));
      return [...holders.values()].map(({ holder, part, spread }) => {
        const least = Math.min(part, left);
        left -= least;
        const most = Math.min(100, least + spread);
        return [`C${holder}`, `C${company}`, least === most ? `${least}` : `[${least},${most}]`];
      });
    }),
  );

it("sweeps to the chances that elimination gives, component by component", async () => {
  let inCircles = 0;
  await fc.assert(
    fc.asyncProperty(tangles, async (edges) => {
      const view = await viewOfEdges(edges);
      const graph = runToCompletion(sharesAbove(view, party(view, edges[0]?.[1] as string), DAY));
      for (let owner = 0; owner < graph.parties.length; owner += 7) {
        const [swept] = runToCompletion(ownersChances(graph, [owner])) as [OwnersChances];
        const below = new Set(nodesBelow(graph, owner).filter((node) => node !== owner));
        const size = graph.parties.length;
        const components = componentsOf(size, (node) =>
          stakesIn(graph, node).flatMap(({ holder }) =>
            below.has(node) && below.has(holder) ? [holder] : [],
          ),
        ).filter(([node]) => below.has(node as number));
        inCircles += components.filter(({ length }) => length > 1).length;
        for (const [solve, of] of [
          [leastIn, swept.least],
          [greatestIn, swept.greatest],
        ] as const) {
          const solved = new Float64Array(size);
          solved[owner] = 1;
          for (const component of components) runToCompletion<boolean>(solve(graph, component, solved));
          for (const node of below) {
            const chance = solved[node] as number;
            expect(Math.abs((of[node] as number) - chance)).toBeLessThanOrEqual(1e-13 * chance);
          }
        }
      }
    }),
    tried(20_261_127, 60),
  );
  expect(inCircles).toBeGreaterThan(100);
});

it("gives owners side by side, to the last digit, the chances that each has alone", async () => {
  let unsettled = 0;
  await fc.assert(
    fc.asyncProperty(tangles, fc.integer({ min: 2, max: 8 }), async (edges, width) => {
      const view = await viewOfEdges(edges);
      const graph = runToCompletion(sharesAbove(view, party(view, edges[0]?.[1] as string), DAY));
      const owners = Array.from(graph.parties, (_, node) => node).filter((node) => node % 5 === 0);
      const beside = owners.slice(0, width);
      const alone = beside.flatMap((owner) => runToCompletion(ownersChances(graph, [owner])));
      expect(runToCompletion(ownersChances(graph, beside))).toEqual(alone);
      for (const bound of ["least", "greatest"] as const)
        unsettled += runToCompletion(sweptChances(graph, beside, bound)).filter(
          ({ isSettled }) => !isSettled,
        ).length;
    }),
    tried(20_261_127, 100),
  );
  expect(unsettled).toBeGreaterThan(0);
});
