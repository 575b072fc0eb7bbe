import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExposureTotal, Finding, TransactionTiming } from "../../src/exposure/finding.js";
import type { FlagSelection } from "../../src/graph/flags/counted-flags.js";
import { answerExposedUniversities } from "../../src/questions/exposed-universities.js";
import { answerExposureMatrix, answerSharedExposures } from "../../src/questions/exposure-matrix.js";
import type { BareFinding } from "../exposure/naive/answer.js";
import { naiveExposed, naiveExposures } from "../exposure/naive/exposures.js";
import { relationRow } from "../exposure/naive/rows.js";
import { naiveRows } from "../exposure/naive/university-rows.js";
import { see, type World } from "../exposure/naive/world.js";
import { randomCase } from "../exposure/random-graph.js";
import { tried } from "../laws.js";
import { graphOf } from "./graph-of.js";

/** What rows about many universities repeat of each other, on random graphs with systems, campuses and shared parts. */
const OPTIONS = tried(20_261_202, 60);
const TIME = { timeout: 240_000 };
const TO = fc.constantFrom("company:a", "company:b", "program:p", "organization:o");

const PLACES = [
  ["university:campus", "university:s"],
  ["university:campus", "university:u"],
  ["organization:lab", "university:campus"],
  ["organization:lab", "university:u"],
  ["university:s", "university:w"],
  ["university:w", "university:s"],
] as const;
const RECIPIENTS = ["university:s", "university:campus", "university:u", "organization:lab"] as const;

/** More of what makes rows repeat each other than a random graph has by itself: who is part of whom, and gifts. */
const systems = fc.record({
  places: fc.subarray([...PLACES], { minLength: 1 }),
  gifts: fc.array(
    fc.record({ from: fc.constantFrom("company:a", "company:b"), to: fc.constantFrom(...RECIPIENTS) }),
    { minLength: 1, maxLength: 4 },
  ),
});

/** A question that names nothing that its graph has not. */
const questions = fc.tuple(randomCase, systems).map(([{ world, terms }, { places, gifts: more }]) => {
  const { university: _, targets, flags, ...asked } = terms;
  const claims = [
    ...places.map(([from, to], at) => relationRow({ id: `claim:rows/in-${at}`, kind: "PartOf", from, to })),
    ...more.map(({ from, to }, at) =>
      relationRow({
        id: `claim:rows/gift-${at}`,
        kind: "Funding",
        from,
        to,
        start: "2020-01-04",
        amount: "7",
      }),
    ),
  ];
  return {
    world: { ...world, claims: [...world.claims, ...claims] },
    targets,
    asked: { ...asked, flags: knownFlags(world, flags) },
  };
});

function knownFlags(world: World, { authorities: _, ids, topics, ...flags }: FlagSelection): FlagSelection {
  const known = ids?.filter((id) => world.flags.some((flag) => flag.id === id)) ?? [];
  return known.length === 0 ? flags : { ...flags, ids: known };
}

type Sums = readonly ExposureTotal[];

/** Of each currency: Fundings, unknown amounts, about so much, what was paid at least, what was promised at least. */
type Counts = Readonly<Record<string, readonly number[]>>;

function plus(counts: Record<string, readonly number[]>, currency: string, each: readonly number[]): void {
  const known = counts[currency];
  counts[currency] = known === undefined ? each : each.map((value, at) => value + (known[at] ?? 0));
}

function added(...totals: readonly Sums[]): Counts {
  const counts: Record<string, readonly number[]> = {};
  for (const total of totals.flat()) {
    const { concurrent, possiblyConcurrent, after, before, undated, withoutFlag, committed } = total;
    const columns = [concurrent, possiblyConcurrent, after, before, undated, withoutFlag];
    const paid = columns.reduce((sum, { min }) => sum + min, 0);
    const { transactions, unknownAmounts, approximate } = total;
    plus(counts, total.currency, [transactions, unknownAmounts, approximate, paid, committed.min]);
  }
  return counts;
}

/** The same of the distinct Fundings of findings, counted one by one. */
function counted(findings: readonly (Finding | BareFinding)[]): Counts {
  const counts: Record<string, readonly number[]> = {};
  const transactions = findings.flatMap((each) => each.counterparties).flatMap((each) => each.transactions);
  const distinct = new Map<
    string,
    Pick<TransactionTiming, "amount" | "amountPer" | "amountQualifier" | "payment" | "currency">
  >(transactions.map((transaction) => [transaction.relation, transaction]));
  for (const { currency, amount, amountPer, amountQualifier, payment } of distinct.values()) {
    if (currency === null) continue;
    const min = amountPer === null ? (amount?.min ?? null) : null;
    const isAbout = min !== null && amountQualifier === "about";
    const of = (how: string) => (payment === how ? (min ?? 0) : 0);
    plus(counts, currency, [1, Number(min === null), Number(isAbout), of("paid"), of("committed")]);
  }
  return counts;
}

function gifts(totals: Sums): number {
  return totals.reduce((sum, { transactions }) => sum + transactions, 0);
}

describe("universities exposed to a target", () => {
  it(
    "say what they repeat of each other, and their own totals add up to all gifts, each once",
    TIME,
    async () => {
      const met = { repeating: 0, partlyOwn: 0, repeatingSeveral: 0 };
      await fc.assert(
        fc.asyncProperty(questions, TO, async ({ world, asked }, to) => {
          const answer = await answerExposedUniversities(await graphOf(world, world), { ...asked, to });
          const rows = (answer?.exposed ?? [])
            .map(({ university, totals, countedIn, ownTotals }) => ({
              university,
              totals,
              countedIn,
              ownTotals,
            }))
            .sort((a, b) => (a.university < b.university ? -1 : 1));
          const naive = naiveExposed(world, { ...asked, to });
          expect(rows).toEqual(naiveRows(see(world, asked), naive));

          const totals = (await answer?.totals()) ?? [];
          expect(added(totals)).toEqual(counted([...naive.values()].flat()));
          expect(added(...rows.map(({ ownTotals }) => ownTotals))).toEqual(added(totals));
          for (const { countedIn, totals: all, ownTotals } of rows) {
            if (countedIn.length > 0 && gifts(ownTotals) < gifts(all)) met.repeating += 1;
            if (gifts(ownTotals) > 0 && gifts(ownTotals) < gifts(all)) met.partlyOwn += 1;
            if (countedIn.length > 1) met.repeatingSeveral += 1;
          }
        }),
        OPTIONS,
      );
      expect(Object.entries(met).filter(([, times]) => times === 0)).toEqual([]);
    },
  );
});

describe("a matrix of universities", () => {
  it("has lines whose own totals add up to its totals, which count each transaction once", TIME, async () => {
    await fc.assert(
      fc.asyncProperty(questions, async ({ world, targets, asked }) => {
        const seen = see(world, asked);
        const universities = seen.parties.filter((party) => seen.kindOf(party) === "University");
        const question = { ...asked, ...(targets === null ? {} : { targets }), universities };
        const graph = await graphOf(world, world);
        const axes = { rows: "UNIVERSITY", columns: "TARGET", measure: "TRANSACTIONS", limit: 200 } as const;
        const { rows, totals } = await answerExposureMatrix(graph, { ...question, ...axes });
        const naive = new Map(
          universities.map((university) => [
            university,
            naiveExposures(world, { ...asked, targets, university }),
          ]),
        );
        const expected = new Map(naiveRows(seen, naive).map((row) => [row.university, row]));
        for (const { key, countedIn, ownTotals } of rows)
          expect({ ...expected.get(key), countedIn, ownTotals }).toEqual(expected.get(key));
        expect(added(totals)).toEqual(counted([...naive.values()].flat()));
        expect(added(...rows.map(({ ownTotals }) => ownTotals ?? []))).toEqual(added(totals));

        const others = { rows: "TARGET", columns: "CHANNEL", measure: "TRANSACTIONS", limit: 1 } as const;
        expect((await answerExposureMatrix(graph, { ...question, ...others })).totals).toEqual(totals);
      }),
      tried(20_261_203, 20),
    );
  });
});

describe("universities that share a target", () => {
  it(
    "have entries whose own totals add up to what all of them received, each transaction once",
    TIME,
    async () => {
      await fc.assert(
        fc.asyncProperty(questions, async ({ world, targets, asked }) => {
          const universities = ["university:s", "university:u", "university:w", "university:campus"];
          const question = { ...asked, ...(targets === null ? {} : { targets }), universities };
          const { shared } = await answerSharedExposures(await graphOf(world, world), question);
          for (const { entries, totals, findings } of shared) {
            expect(added(totals)).toEqual(counted(findings));
            expect(added(...entries.map(({ ownTotals }) => ownTotals))).toEqual(added(totals));
          }
        }),
        OPTIONS,
      );
    },
  );
});
