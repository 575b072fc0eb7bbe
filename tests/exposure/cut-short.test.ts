import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ExposureError } from "../../src/domain/errors.js";
import { DEFAULT_LIMITS, type Limits } from "../../src/domain/limits.js";
import { findExposures } from "../../src/exposure/findings/find-exposures.js";
import type { ExposureTermsOf } from "../../src/exposure/question.js";
import { criticalClaims } from "../../src/exposure/reasons/critical-claims.js";
import { findingPaths } from "../../src/exposure/reasons/finding-paths.js";
import { findExposed } from "../../src/exposure/reverse/find-exposed.js";
import { Budget, withinBudget } from "../../src/graph/budget.js";
import { findPaths } from "../../src/graph/paths/find-paths.js";
import { runToCompletion } from "../../src/graph/run-to-completion.js";
import { View } from "../../src/graph/view.js";
import { integratedOwnership } from "../../src/ownership/integrated-ownership/integrated-ownership.js";
import { projectionOf } from "./naive/projection-of.js";
import { entityRow, relationRow, termsOf } from "./naive/rows.js";
import { randomCase } from "./random-graph.js";
import { wholeFinding } from "./whole-finding.js";

/** A budget that ends after so many looks at it, wherever that is. */
class EndsAfter extends Budget {
  private left: number;

  constructor(left: number) {
    super({ limits: DEFAULT_LIMITS });
    this.left = left;
  }

  override spend(): void {
    this.look();
  }

  override look(): void {
    this.left -= 1;
    if (this.left < 0) throw new ExposureError("DEADLINE_EXCEEDED", "the test ends it here");
  }
}

/** Whether a question is cut short; every other failure is one. */
function isCut(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch (fault) {
    if (fault instanceof ExposureError && fault.code === "DEADLINE_EXCEEDED") return true;
    throw fault;
  }
}

/** One after the other, what a server asks of a view that many questions share. */
function questions(view: View, terms: ExposureTermsOf): readonly (() => unknown)[] {
  const { entities } = view.projection;
  const { university, targets: _, ...asked } = terms;
  const party = (id: string) => view.partyOf(entities.indexOf(id));
  const ids = ["company:a", "company:b"].filter((id) => entities.indexOf(id) >= 0);
  return [
    () => findExposures(view, terms).findings.map(wholeFinding),
    () =>
      findExposures(view, terms).findings.map((finding) => [
        [...runToCompletion(criticalClaims(view, terms, finding))].sort(),
        runToCompletion(findingPaths(view, terms, finding, 5)),
      ]),
    ...ids.map(
      (to) => () =>
        runToCompletion(findExposed(view, { ...asked, to })).universities.map((one) =>
          one.findings().map(wholeFinding),
        ),
    ),
    ...ids.flatMap((owner) =>
      ids.map((id) => () => integratedOwnership(view, party(owner), party(id), terms.validAt)),
    ),
    ...ids.map(
      (id) => () =>
        runToCompletion(
          findPaths(view, {
            ...{ from: party(university), to: party(id), limit: 3, maxHops: 6, kinds: null },
            ...{ avoid: new Set<number>(), directed: false, hubLimit: 5000 },
          }),
        ).paths,
    ),
  ];
}

describe("a question that is cut short", () => {
  it("leaves nothing behind that another one on the same view would notice", {
    timeout: 60_000,
  }, async () => {
    let cuts = 0;
    await fc.assert(
      fc.asyncProperty(randomCase, async ({ world, terms }) => {
        const projection = await projectionOf(world);
        const whole = JSON.stringify(questions(View.of(projection, terms), terms).map((ask) => ask()));
        const view = View.of(projection, terms);
        for (const ask of questions(view, terms)) {
          for (
            let looks = 0;
            withinBudget(new EndsAfter(looks), () => isCut(ask));
            looks = Math.ceil(looks * 1.4 + 1)
          )
            cuts += 1;
        }
        expect(JSON.stringify(questions(view, terms).map((ask) => ask()))).toBe(whole);
      }),
      { seed: 20_261_127, numRuns: 60 },
    );
    expect(cuts).toBeGreaterThan(500);
  });
});

describe("a search without end", () => {
  /** Everybody owns a part of everybody: 20 companies have some 20 to the eighth chains of eight claims. */
  async function tangle() {
    const names = Array.from({ length: 20 }, (_, at) => `company:c${at}`);
    const own = (from: string, to: string, at: number) =>
      relationRow({ id: `claim:rows/o${at}`, kind: "Ownership", from, to, share: "1" });
    const pairs = names.flatMap((from) => names.filter((to) => to !== from).map((to) => [from, to] as const));
    const world = {
      entities: ["university:u", ...names].map((id) => entityRow(id)),
      flags: [],
      claims: [
        ...pairs.map(([from, to], at) => own(from, to, at)),
        own("university:u", "company:c0", pairs.length),
      ],
    };
    const terms = termsOf("university:u", "2025-10-01", { targets: ["company:c19"] });
    return { view: View.of(await projectionOf(world), terms), terms };
  }

  const within = async (limits: Partial<Limits>) => {
    const { view, terms } = await tangle();
    const budget = new Budget({ limits: { ...DEFAULT_LIMITS, ...limits } });
    return withinBudget(budget, () => findExposures(view, terms));
  };

  it("ends at the deadline, although nothing else can interrupt it", async () => {
    const began = performance.now();
    await expect(within({ deadlineMs: 100 })).rejects.toMatchObject({
      code: "DEADLINE_EXCEEDED",
      fields: { details: { limit: "deadlineMs", allowed: 100 } },
    });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it("ends when it has looked at as many claims as it may", async () => {
    await expect(within({ rowBudget: 100_000 })).rejects.toMatchObject({
      code: "COST_LIMIT_EXCEEDED",
      message: expect.stringMatching(/^rowBudget: .* more than 100000 claims: /),
    });
  });
});
