import fc from "fast-check";
import { expect, it } from "vitest";
import { parseDay } from "../../../src/domain/day.js";
import { DEFAULT_LIMITS } from "../../../src/domain/limits.js";
import { Budget, withinBudget } from "../../../src/graph/budget.js";
import { runToCompletion } from "../../../src/graph/run-to-completion.js";
import { chanceBounds } from "../../../src/ownership/integrated-ownership/chance-bounds.js";
import { integratedOwnership } from "../../../src/ownership/integrated-ownership/integrated-ownership.js";
import { sharesAbove } from "../../../src/ownership/integrated-ownership/walk-shares.js";
import { ASKED_ON, type Edge, party, viewOfEdges } from "../../exposure/ownership-graph.js";
import { tried } from "../../laws.js";

const DAY = parseDay(ASKED_ON);

/** Each company is held by some of the others, the whole shared out in parts, some of them known between bounds. */
const tangles = (size: number) =>
  fc
    .array(
      fc.array(
        fc.record({
          holder: fc.integer({ min: 0, max: size - 1 }),
          part: fc.integer({ min: 1, max: 60 }),
          spread: fc.constantFrom(0, 0, 0, 5, 40),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      { minLength: size, maxLength: size },
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

/** So that companies that may hold each other wholly are drawn too. */
const closed = fc
  .tuple(tangles(8), fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 2, maxLength: 4 }))
  .map(([edges, circle]): Edge[] => {
    const inside = circle.map(
      (company, at): Edge => [`C${circle[(at + 1) % circle.length]}`, `C${company}`, "[0,100]"],
    );
    const pairs = new Set(inside.map(([from, to]) => `${from} ${to}`));
    return [...inside, ...edges.filter(([from, to]) => !pairs.has(`${from} ${to}`))];
  });

async function graphOf(edges: readonly Edge[]) {
  const view = await viewOfEdges(edges);
  return runToCompletion(sharesAbove(view, party(view, edges[0]?.[1] as string), DAY));
}

/** A budget under which a search is told to end when it has asked so many times. */
class EndsAfter extends Budget {
  private left: number;

  constructor(left: number) {
    super({ limits: DEFAULT_LIMITS });
    this.left = left;
  }

  override get isEnding(): boolean {
    this.left -= 1;
    return this.left < 0;
  }
}

it("sweeps to within the precision of what is worked out exactly, and no further in than that", async () => {
  let inCircles = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(tangles(12), closed),
      fc.constantFrom(0.1, 0.001, 0.000001),
      async (edges, precision) => {
        const graph = await graphOf(edges);
        for (let owner = 0; owner < graph.parties.length; owner += 3) {
          const exact = runToCompletion(chanceBounds(graph, owner, 0));
          const swept = runToCompletion(chanceBounds(graph, owner, precision, 0));
          expect(swept.isPrecise).toBe(true);
          for (const node of graph.parties.keys()) {
            const below = (exact.lower[node] as number) - (swept.lower[node] as number);
            const above = (swept.upper[node] as number) - (exact.upper[node] as number);
            for (const off of [below, above]) {
              expect(off).toBeGreaterThan(-1e-12);
              expect(off).toBeLessThan(precision + 1e-12);
              if (off > 1e-12) inCircles += 1;
            }
          }
        }
      },
    ),
    tried(20_261_127, 40),
  );
  expect(inCircles).toBeGreaterThan(100);
});

it("has true bounds wherever it is ended, the nearer the later", async () => {
  let narrowed = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(tangles(12), closed), async (edges) => {
      const view = await viewOfEdges(edges);
      const company = party(view, edges[0]?.[1] as string);
      const whole = runToCompletion(sharesAbove(view, company, DAY));
      for (let at = 0; at < whole.parties.length; at += 3) {
        const owner = whole.parties[at] as number;
        const { share } = integratedOwnership(view, owner, company, DAY);
        if (share === null) continue;
        let before = { min: 0, max: 1 };
        for (let looks = 0; looks < 40; looks += 1) {
          const cut = withinBudget(new EndsAfter(looks), () => {
            const graph = runToCompletion(sharesAbove(view, company, DAY, 1));
            const bounds = runToCompletion(chanceBounds(graph, graph.parties.indexOf(owner), 0, 0));
            return { min: bounds.lower[0] as number, max: bounds.upper[0] as number };
          });
          expect(cut.min).toBeLessThanOrEqual(share.min + 1e-12);
          expect(cut.max).toBeGreaterThanOrEqual(share.max - 1e-12);
          expect(cut.min).toBeGreaterThanOrEqual(before.min - 1e-12);
          expect(cut.max).toBeLessThanOrEqual(before.max + 1e-12);
          if (before.max - before.min > cut.max - cut.min + 1e-6) narrowed += 1;
          before = cut;
        }
      }
    }),
    tried(20_261_127, 10),
  );
  expect(narrowed).toBeGreaterThan(20);
});
