import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/exposure/finding.js";
import { findExposures } from "../../src/exposure/findings/find-exposures.js";
import { targetGroup } from "../../src/exposure/findings/target-group.js";
import type { ExposureTermsOf } from "../../src/exposure/question.js";
import { criticalClaims, restsOn } from "../../src/exposure/reasons/critical-claims.js";
import { findExposed } from "../../src/exposure/reverse/find-exposed.js";
import type { Path } from "../../src/graph/paths/path.js";
import { runToCompletion } from "../../src/graph/run-to-completion.js";
import { View } from "../../src/graph/view.js";
import { tried } from "../laws.js";
import type { BareFinding, NaiveTransaction } from "./naive/answer.js";
import { naiveExposed, naiveExposures } from "./naive/exposures.js";
import { projectionOf } from "./naive/projection-of.js";
import { randomCase } from "./random-graph.js";

/**
 * The engine against the slow reference of `naive/`, on random graphs (`naive/README.md` lists how sentences are read).
 */
const { seed: SEED, numRuns: RUNS } = tried(20_190_403, 400);

/** The fields that both compute; lists without a stated order by id. */
function comparable(finding: BareFinding): BareFinding {
  return {
    channel: finding.channel,
    university: finding.university,
    target: finding.target,
    flags: byId(finding.flags, ({ flag }) => flag),
    timing: finding.timing,
    restsOnUnstatedEnd: finding.restsOnUnstatedEnd,
    totals: byId(finding.totals, ({ currency }) => currency),
    control: finding.control,
    path: bare(finding.path),
    hops: finding.hops,
    transactionCount: finding.transactionCount,
    counterparties: byId(finding.counterparties, ({ counterparty }) => counterparty).map((entry) => ({
      counterparty: entry.counterparty,
      asOf: entry.asOf,
      control: entry.control,
      path: bare(entry.path),
      transactions: byId(entry.transactions, ({ relation }) => relation).map(comparableTransaction),
    })),
  };
}

/** Some paths make their steps when they are asked for them. */
function bare({ hops, steps }: Path): Path {
  return { hops, steps };
}

function comparableTransaction(one: NaiveTransaction): NaiveTransaction {
  const { relation, counterparty, flag, timing, flagState, days, afterDecision } = one;
  const { amount, amountQualifier, amountPer, payment, currency } = one;
  return {
    ...{ relation, counterparty, flag, timing, flagState, days, afterDecision },
    ...{ amount, amountQualifier, amountPer, payment, currency },
    byFlag: byId(one.byFlag, (other) => other.flag),
    ...(one.lastStated === undefined ? {} : { lastStated: one.lastStated }),
  };
}

function byId<T>(items: readonly T[], id: (item: T) => string): readonly T[] {
  return [...items].sort((a, b) => (id(a) < id(b) ? -1 : id(a) > id(b) ? 1 : 0));
}

/** What is asked of the engine beside the finding itself. */
function beside(view: View, terms: ExposureTermsOf, finding: Finding) {
  const { entities } = view.projection;
  return {
    targetGroup: entities.id(targetGroup(view, entities.indexOf(finding.target), terms.validAt)),
    restsOn: runToCompletion(restsOn(view, terms, finding)),
    criticalClaims: [...runToCompletion(criticalClaims(view, terms, finding))].sort(),
  };
}

describe("the engine answers as the naive reference", () => {
  it("finding by finding, in the same order", { timeout: 900_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomCase, async ({ world, terms }) => {
        const view = View.of(await projectionOf(world), terms);
        const engine = findExposures(view, terms).findings;
        const naive = naiveExposures(world, terms);
        expect(engine.map((one) => ({ ...comparable(one), ...beside(view, terms, one) }))).toEqual(
          naive.map(({ targetGroup: group, restsOn: rests, criticalClaims: critical, ...bare }) => ({
            ...comparable(bare),
            targetGroup: group,
            restsOn: rests,
            criticalClaims: critical,
          })),
        );
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it("from the target backwards", { timeout: 900_000 }, async () => {
    const target = fc.constantFrom("company:a", "company:b", "program:p", "university:w", "organization:lab");
    await fc.assert(
      fc.asyncProperty(randomCase, target, async ({ world, terms }, to) => {
        const { university, targets, ...asked } = terms;
        const engine = runToCompletion(
          findExposed(View.of(await projectionOf(world), terms), { ...asked, to }),
        );
        const naive = naiveExposed(world, { ...asked, to });
        expect(
          Object.fromEntries(
            engine.universities.map((one) => [one.university, one.findings().map(comparable)]),
          ),
        ).toEqual(Object.fromEntries([...naive].map(([id, findings]) => [id, findings.map(comparable)])));
      }),
      { seed: SEED, numRuns: Math.ceil(RUNS / 2) },
    );
  });
});

describe("the random graphs", () => {
  it("reach every channel, timing, verdict and status", { timeout: 900_000 }, () => {
    const met = new Set<string>();
    for (const { world, terms } of fc.sample(randomCase, { seed: 20_190_404, numRuns: 600 })) {
      for (const finding of naiveExposures(world, terms)) {
        for (const fact of factsOf(finding)) met.add(fact);
      }
    }
    expect([...EVERYTHING].filter((fact) => !met.has(fact))).toEqual([]);
  });
});

const EVERYTHING = [
  ...["DIRECT", "SUBSIDIARY", "PARENT", "PROGRAM", "HOLDING"],
  ...["CONCURRENT", "POSSIBLY_CONCURRENT", "AFTER", "BEFORE", "UNDATED", "NO_FLAG"],
  ...["control YES", "control NO", "control UNDETERMINED"],
  ...["rests on confirmed", "rests on reported", "rests on alleged"],
  ...["an unstated end", "an Identity", "a part", "another group", "several counterparties"],
  ...["after a decision", "possibly after a decision", "no critical claim", "no counted flag"],
  ...["an amount a year", "about so much", "committed", "committed after a decision"],
  ...["flag ended", "flag established", "flag suspended"],
];

function factsOf(finding: ReturnType<typeof naiveExposures>[number]): readonly string[] {
  const transactions = finding.counterparties.flatMap((entry) => entry.transactions);
  const facts: readonly (readonly [string, boolean])[] = [
    ["an unstated end", finding.restsOnUnstatedEnd],
    ["an Identity", finding.path.steps.length > finding.path.hops],
    ["a part", finding.path.steps.some(({ relation }) => relation.startsWith("claim:rows/place"))],
    ["another group", finding.targetGroup !== finding.target],
    ["several counterparties", finding.counterparties.length > 1],
    ["after a decision", transactions.some(({ afterDecision }) => afterDecision?.covers === "YES")],
    ["possibly after a decision", transactions.some((one) => one.afterDecision?.covers === "UNDETERMINED")],
    ["no critical claim", finding.criticalClaims.length === 0],
    ["no counted flag", finding.flags.length === 0],
    ["an amount a year", transactions.some(({ amountPer }) => amountPer !== null)],
    ["about so much", finding.totals.some(({ approximate }) => approximate > 0)],
    ["committed", finding.totals.some(({ committed }) => committed.max !== 0)],
    [
      "committed after a decision",
      transactions.some(({ payment, afterDecision }) => payment === "committed" && afterDecision !== null),
    ],
  ];
  return [
    finding.channel,
    `control ${finding.control}`,
    `rests on ${finding.restsOn}`,
    ...transactions.map(({ timing }) => timing),
    ...transactions.flatMap(({ flagState }) => (flagState === null ? [] : [`flag ${flagState}`])),
    ...facts.filter(([, holds]) => holds).map(([fact]) => fact),
  ];
}
