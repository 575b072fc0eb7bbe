import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/domain/limits.js";
import { Budget, withinBudget } from "../../src/graph/budget.js";
import { jsonInTurns } from "../../src/graphql/json-in-turns.js";
import { FairScheduler } from "../../src/http/fair-scheduler.js";

/** Lists in records in lists: larger than what is written in one go. */
const large = (leaf: unknown) => ({
  data: {
    empty: [],
    none: undefined,
    few: [null, undefined, "…"],
    nodes: Array.from({ length: 40 }, (_, at) => ({ at, inner: Array.from({ length: 80 }, () => leaf) })),
    deep: [[[Array.from({ length: 3_000 }, () => leaf)]]],
    texts: Array.from({ length: 300 }, () => '"\u2028\ud800'.repeat(400)),
  },
  errors: [],
});

describe("an answer that is written in turns", () => {
  it("is to the byte what JSON.stringify writes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (leaf) => {
        const answer = large(leaf);
        expect(await jsonInTurns(answer)).toBe(JSON.stringify(answer));
        expect(await jsonInTurns(leaf)).toBe(JSON.stringify(leaf));
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  it("is the same of one text that is large alone", async () => {
    const answer = { data: { text: '"…"'.repeat(1_000_000) } };
    expect(await jsonInTurns(answer)).toBe(JSON.stringify(answer));
  });

  it("lets others work meanwhile, and is whole though its time is over", async () => {
    const budget = new Budget({
      limits: { ...DEFAULT_LIMITS, deadlineMs: 1 },
      slot: new FairScheduler().slot(""),
    });
    const answer = Array.from({ length: 40 }, () => large("text"));
    let rounds = 0;
    let writes = true;
    const others = (async () => {
      for (; writes; rounds += 1) await new Promise((resolve) => setImmediate(resolve));
    })();
    const written = await withinBudget(budget, () => jsonInTurns(answer));
    writes = false;
    await others;
    expect(() => budget.look()).toThrow("deadlineMs");
    expect(written).toBe(JSON.stringify(answer));
    expect(rounds).toBeGreaterThan(3);
  });
});
