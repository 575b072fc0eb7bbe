import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_STATUSES } from "../../src/domain/claim.js";
import { NEVER } from "../../src/domain/day.js";
import { payerGroups } from "../../src/exposure/comparisons/payer-groups.js";
import { listFundingTotals } from "../../src/questions/funding-totals.js";
import { ListScope } from "../../src/questions/lists/list-scope.js";
import { relationRow } from "../exposure/naive/rows.js";
import { naivePayerGroups } from "../exposure/naive/target-group.js";
import { see } from "../exposure/naive/world.js";
import { randomCase } from "../exposure/random-graph.js";
import { tried } from "../laws.js";
import { graphOf } from "./graph-of.js";

const COMPANIES = ["company:a", "company:b", "company:c", "company:d"] as const;
const days = fc.constantFrom("2020-01-02", "2020-01-06", "2020-01-03/2020-01-09", null);

/** More companies that stand above each other, and more gifts of theirs, than a random graph has by itself. */
const families = fc.record({
  ties: fc.array(
    fc.record({
      kind: fc.constantFrom("Ownership" as const, "Affiliation" as const, "Control" as const),
      from: fc.constantFrom(...COMPANIES),
      to: fc.constantFrom(...COMPANIES),
      share: fc.constantFrom("60", "40", ""),
      start: days,
      end: fc.constantFrom("2020-01-07", null),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  gifts: fc.array(fc.record({ from: fc.constantFrom(...COMPANIES), start: days }), {
    minLength: 1,
    maxLength: 4,
  }),
});

const cases = fc.tuple(randomCase, families).map(([{ world, terms }, { ties, gifts }]) => ({
  world: {
    ...world,
    claims: [
      ...world.claims,
      ...ties
        .filter(({ from, to }) => from !== to)
        .map(({ share, ...tie }, at) =>
          relationRow({ id: `claim:rows/tie-${at}`, ...tie, ...(tie.kind === "Ownership" ? { share } : {}) }),
        ),
      ...gifts.map((gift, at) =>
        relationRow({
          ...{ id: `claim:rows/paid-${at}`, kind: "Funding", to: "university:s", ...gift },
          ...{ amount: "7", currency: "USD" },
        }),
      ),
    ],
  },
  terms: { ...terms, statuses: DEFAULT_STATUSES },
}));

describe("the groups of payers", () => {
  it("are those of the naive reference, with what stands outside", { timeout: 240_000 }, async () => {
    const met = { several: 0, affiliated: 0, before: 0, possible: 0 };
    await fc.assert(
      fc.asyncProperty(cases, async ({ world, terms }) => {
        const graph = await graphOf(world, world);
        const scope = new ListScope(graph, await graph.current(), terms, NEVER);
        const answer = await listFundingTotals(scope, { groupBy: ["PAYER_GROUP"] });
        const groups = await answer.payerGroups();
        const { relations, entities } = scope.projection;
        const view = scope.stateView();
        const fundings = Array.from({ length: relations.count }, (_, at) => at).filter(
          (at) => relations.kindOf(at) === "Funding" && view.has(at),
        );
        const steps = payerGroups(view, {
          fundings,
          groups: groups.map(({ group }) => entities.indexOf(group)),
          day: scope.stateDay,
        });
        let step = steps.next();
        while (!step.done) step = steps.next();
        const ids = (some: readonly number[]) => some.map((at) => relations.id(at)).sort();
        const engine = step.value.map(({ group, payers, outside }) => {
          const left = (reason: string) =>
            ids(outside.filter((each) => each.reason === reason).flatMap((each) => each.fundings));
          return {
            group: entities.id(group),
            payers: Object.fromEntries(payers.map((each) => [entities.id(each.payer), ids(each.fundings)])),
            outside: { ON_PAYMENT_DAY: left("ON_PAYMENT_DAY"), POSSIBLY: left("POSSIBLY") },
          };
        });
        expect(engine).toEqual(naivePayerGroups(see(world, terms)));

        // Every key of the sums is a group that is told, with the same number of Fundings.
        const counts = new Map<string, number>();
        for (const { keys, transactions } of answer.items)
          counts.set(keys[0]?.key ?? "", (counts.get(keys[0]?.key ?? "") ?? 0) + transactions);
        const counted = (totals: readonly { readonly transactions: number }[]) =>
          totals.reduce((sum, { transactions }) => sum + transactions, 0);
        expect(new Map(groups.map(({ group, totals }) => [group, counted(totals)]))).toEqual(counts);
        for (const { group, payers, groupRule } of groups) {
          for (const { payer, rule, proof } of payers) {
            // Whoever is of the group by a rule has a proof from the group down to it.
            expect(rule === "ITSELF").toBe(payer === group);
            const steps = await proof();
            expect([steps[0]?.from, steps.at(-1)?.to]).toEqual(
              rule === "ITSELF" ? [undefined, undefined] : [group, payer],
            );
          }
          if (payers.length > 1) met.several += 1;
          if (groupRule === "AFFILIATION" || groupRule === "CONTROL_AND_AFFILIATION") met.affiliated += 1;
        }
        met.before += engine.filter(({ outside }) => outside.ON_PAYMENT_DAY.length > 0).length;
        met.possible += engine.filter(({ outside }) => outside.POSSIBLY.length > 0).length;
      }),
      tried(20_261_204, 30),
    );
    expect(Object.entries(met).filter(([, times]) => times === 0)).toEqual([]);
  });
});
