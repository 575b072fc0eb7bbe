import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClaimClock } from "../../src/domain/claim.js";
import { DAWN, type Day, NEVER, parseDay } from "../../src/domain/day.js";
import { OPENING_EVENTS } from "../../src/domain/flag.js";
import type { Claim } from "../../src/domain/record.js";
import type { Verdict } from "../../src/domain/verdict.js";
import type { Finding, Timing } from "../../src/exposure/finding.js";
import { findExposures } from "../../src/exposure/findings/find-exposures.js";
import type { ExposureTermsOf } from "../../src/exposure/question.js";
import { criticalClaims } from "../../src/exposure/reasons/critical-claims.js";
import { findExposed } from "../../src/exposure/reverse/find-exposed.js";
import { runToCompletion } from "../../src/graph/run-to-completion.js";
import { View } from "../../src/graph/view.js";
import { control } from "../../src/ownership/control/control.js";
import { tried } from "../laws.js";
import { projectionOf } from "./naive/projection-of.js";
import { entityRow, eventRow, flagRow, relationRow, subjectRow } from "./naive/rows.js";
import type { World } from "./naive/world.js";
import { randomCase } from "./random-graph.js";
import { wholeFinding } from "./whole-finding.js";

/** What holds of every graph and question. */
const OPTIONS = tried(20_190_403, 150);
/** Numbers that choose a day of each span. */
const PICKS = fc.array(fc.nat(), { minLength: 31, maxLength: 31 });
const TIME = { timeout: 120_000 };

async function ask(world: World, terms: ExposureTermsOf): Promise<readonly Finding[]> {
  return findExposures(View.of(await projectionOf(world), terms), terms).findings;
}

async function askWhole(world: World, terms: ExposureTermsOf): Promise<readonly Finding[]> {
  return (await ask(world, terms)).map(wholeFinding);
}

function withoutClaim(world: World, id: string): World {
  return { ...world, claims: world.claims.filter((claim) => claim.id !== id) };
}

describe("an answer depends on what is stated, not on how", () => {
  it("row order never changes it", TIME, async () => {
    const order = fc.array(fc.nat(), { minLength: 7, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(randomCase, order, async ({ world, terms }, keys) => {
        const shuffled: World = {
          entities: shuffle(world.entities, keys),
          flags: shuffle(world.flags, keys),
          claims: shuffle(world.claims, keys),
        };
        expect(await askWhole(shuffled, terms)).toEqual(await askWhole(world, terms));
      }),
      OPTIONS,
    );
  });

  it("renaming changes nothing but the names, where they keep their order", TIME, async () => {
    await fc.assert(
      fc.asyncProperty(randomCase, async ({ world, terms }) => {
        const rename = (text: string) => text.replace(/^([a-z-]+:)(.*)$/, "$1renamed-$2");
        const answer = await askWhole(renamed(world, rename), renamed(terms, rename));
        const plain = await askWhole(world, terms);
        expect(answer.map(withoutKey)).toEqual(renamed(plain.map(withoutKey), rename));
      }),
      OPTIONS,
    );
  });

  it("renaming against their order changes no verdict, no timing and no sum", TIME, async () => {
    await fc.assert(
      fc.asyncProperty(randomCase, async ({ world, terms }) => {
        const rename = (text: string) =>
          /^[a-z-]+:/.test(text) ? text.replace(/[a-e]$|\d+$/, mirrored) : text;
        const answer = await ask(renamed(world, rename), renamed(terms, rename));
        expect(answer.map(nameless).sort()).toEqual((await ask(world, terms)).map(nameless).sort());
      }),
      OPTIONS,
    );
  });

  it("a claim about others changes nothing", TIME, async () => {
    await fc.assert(
      fc.asyncProperty(randomCase, async ({ world, terms }) => {
        expect(await askWhole(withBystanders(world), terms)).toEqual(await askWhole(world, terms));
      }),
      OPTIONS,
    );
  });
});

describe("findings stand on their claims", () => {
  it("rejecting a critical claim ends the finding, rejecting another does not", TIME, async () => {
    await fc.assert(
      fc.asyncProperty(randomCase, async ({ world, terms }) => {
        const view = View.of(await projectionOf(world), terms);
        for (const finding of findExposures(view, terms).findings.slice(0, 2)) {
          const critical = runToCompletion(criticalClaims(view, terms, finding));
          const relations = world.claims.filter((claim) => claim.record === "relation");
          for (const id of new Set(relations.map((claim) => claim.id))) {
            const without = View.of(await projectionOf(withoutClaim(world, id)), terms);
            const target = partyName(without, finding.target);
            const stays = findExposures(without, terms).findings.some(
              (one) => one.channel === finding.channel && one.target === target,
            );
            expect([id, stays]).toEqual([id, !critical.includes(id)]);
          }
        }
      }),
      OPTIONS,
    );
  });

  it("forward equals reverse, finding by finding", TIME, async () => {
    await fc.assert(
      fc.asyncProperty(randomCase, async ({ world, terms }) => {
        const view = View.of(await projectionOf(world), terms);
        const { university, targets, ...asked } = terms;
        const universities = ["university:s", "university:u", "university:w", "university:campus"].filter(
          (id) => partyName(view, id) === id,
        );
        for (const to of ["company:a", "company:b", "company:c", "program:p", "university:w"]) {
          const forward = universities.flatMap((id) => {
            return findExposures(view, { ...terms, university: id, targets: [to] }).findings;
          });
          const reverse = runToCompletion(findExposed(view, { ...asked, to })).universities.flatMap((one) =>
            one.findings(),
          );
          expect(reverse.map(wholeFinding).sort(byKey)).toEqual(forward.map(wholeFinding).sort(byKey));
        }
      }),
      OPTIONS,
    );
  });
});

describe("certain implies possible", () => {
  it("a verdict on control holds in every reading of the dates", TIME, async () => {
    const companies = ["company:a", "company:b", "company:c", "company:d", "company:e"];
    await fc.assert(
      fc.asyncProperty(randomCase, PICKS, async ({ world, terms }, picks) => {
        fc.pre(sharesAgree(world));
        const view = View.of(await projectionOf(world), terms);
        const read = View.of(await projectionOf(inOneReading(world, picks)), terms);
        for (const controller of companies) {
          for (const company of companies) {
            const verdict = controlOf(view, controller, company);
            if (verdict !== "UNDETERMINED") {
              const inReading = controlOf(read, controller, company);
              expect([controller, company, inReading]).toEqual([controller, company, verdict]);
            }
          }
        }
      }),
      OPTIONS,
    );
  });

  it(
    "what is concurrent stays so in every reading of the dates, what is so in a reading was possible",
    TIME,
    async () => {
      await fc.assert(
        fc.asyncProperty(randomCase, PICKS, async ({ world, terms }, picks) => {
          const asked = readable(terms);
          const before = timings(await ask(world, asked));
          const after = timings(await ask(inOneReading(world, picks), asked));
          for (const [transaction, timing] of before) {
            const read = after.get(transaction);
            if (timing === "CONCURRENT" && read !== undefined)
              expect([transaction, read]).toEqual([transaction, timing]);
          }
          for (const [transaction, read] of after) {
            const may = ["CONCURRENT", "POSSIBLY_CONCURRENT"];
            if (may.includes(read)) expect(may).toContain(before.get(transaction));
          }
        }),
        OPTIONS,
      );
    },
  );
});

function shuffle<T>(items: readonly T[], keys: readonly number[]): readonly T[] {
  return items
    .map((item, at) => ({ item, key: ((keys[at % keys.length] ?? 0) * (at + 7)) % 1009 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** A value with every text in it passed through a function. */
function renamed<T>(value: T, rename: (text: string) => string): T {
  const walk = (at: unknown): unknown => {
    if (typeof at === "string") return rename(at);
    if (Array.isArray(at)) return at.map(walk);
    if (at === null || typeof at !== "object") return at;
    return Object.fromEntries(Object.entries(at).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value) as T;
}

function mirrored(end: string): string {
  return /\d/.test(end)
    ? String(99 - Number(end))
    : String.fromCharCode("a".charCodeAt(0) + "e".charCodeAt(0) - end.charCodeAt(0));
}

function withoutKey({ key, ...finding }: Finding): Omit<Finding, "key"> {
  expect(key).not.toBe("");
  return finding;
}

/** The university asked may be named anew without an Identity; the finding is the same. */
/** Of a finding what no name and no tie between names decides. */
function nameless(finding: Finding): string {
  const { channel, timing, restsOnUnstatedEnd, control, hops, transactionCount, totals } = finding;
  return JSON.stringify([channel, timing, restsOnUnstatedEnd, control, hops, transactionCount, totals]);
}

/** Another university that another flagged company pays, and a person's post. */
function withBystanders(world: World): World {
  const [university, company, owner] = ["university:zz", "company:zz", "company:zz-owner"] as const;
  const start = "2020-01-02";
  return {
    entities: [...world.entities, ...[university, company, owner].map((id) => entityRow(id))],
    flags: [...world.flags, flagRow("listing:zz", { list: "us-entity-list" })],
    claims: [
      ...world.claims,
      relationRow({ id: "claim:rows/zz-1", kind: "Funding", from: company, to: university, start }),
      relationRow({ id: "claim:rows/zz-2", kind: "Ownership", from: owner, to: company, share: "60", start }),
      relationRow({ id: "claim:rows/zz-3", kind: "Link", from: owner, to: "university:s", start }),
      subjectRow({ id: "claim:rows/zz-4", flag: "listing:zz", entity: owner, role: "listed" }),
      eventRow({ id: "claim:rows/zz-5", flag: "listing:zz", event: "listed", start }),
    ],
  };
}

function partyName(view: View, id: string): string {
  const { entities } = view.projection;
  return entities.id(view.partyOf(entities.indexOf(id)));
}

/**
 * Parallel claims of one holding may contradict each other, and shares of one company may add up to more than it has: what
 * counts then is another number in some readings.
 */
function sharesAgree({ claims }: World): boolean {
  const relations = claims.flatMap((claim) => (claim.record === "relation" ? [claim] : []));
  const pairs = relations.flatMap(({ kind, from, to }) => (kind === "Ownership" ? [`${from} ${to}`] : []));
  const isWithinWhole = (held: string) => {
    const shares = relations.flatMap(({ to, share }) => (to === held && share ? [share] : []));
    const least = shares.reduce((sum, { min }) => sum + min, 0);
    return shares.some(({ minExclusive }) => minExclusive) ? least < 1 : least <= 1;
  };
  return (
    new Set(pairs).size === pairs.length &&
    relations.every(({ kind, to }) => kind !== "Identity" && isWithinWhole(to))
  );
}

function controlOf(view: View, controller: string, company: string): Verdict {
  const { entities } = view.projection;
  return control(view, entities.indexOf(controller), entities.indexOf(company), view.terms.validAt);
}

function byKey(a: Finding, b: Finding): number {
  return a.key < b.key ? -1 : 1;
}

/** A question whose channels, targets and flags do not themselves hang on readings. */
function readable(terms: ExposureTermsOf): ExposureTermsOf {
  return {
    ...terms,
    targets: ["company:a", "company:b", "company:c", "company:d", "program:p"],
    channels: ["DIRECT", "SUBSIDIARY", "PARENT", "PROGRAM"],
    hubLimit: 5000,
  };
}

/** Of each transaction against each flag, in each finding. */
function timings(findings: readonly Finding[]): ReadonlyMap<string, Timing> {
  return new Map(
    findings.flatMap(({ key, counterparties }) =>
      counterparties.flatMap((entry) =>
        entry.transactions.flatMap((one) =>
          one.byFlag.map(({ flag, timing }) => [`${key} ${one.relation} ${flag}`, timing] as const),
        ),
      ),
    ),
  );
}

/**
 * The graph as if every uncertain date of relations (but PartOf, which says who belongs to the university) and of flags
 * were known: each is read as one of its days.
 */
function inOneReading(world: World, picks: readonly number[]): World {
  let taken = 0;
  const pick = (earliest: Day, latest: Day): Day => {
    const [from, to] = [Math.max(earliest, FIRST), Math.min(latest, LAST)];
    if (earliest === latest || to < from) return earliest;
    taken += 1;
    return from + ((picks[taken % picks.length] ?? 0) % (to - from + 1));
  };
  return { ...world, claims: world.claims.map((claim) => ({ ...claim, clock: read(claim, pick) })) };
}

type Pick = (earliest: Day, latest: Day) => Day;

const [FIRST, LAST] = [parseDay("2019-12-20"), parseDay("2020-01-30")];

function read(claim: Claim, pick: Pick): ClaimClock {
  const { clock } = claim;
  if (clock.undated || (claim.record === "relation" && claim.kind === "PartOf")) return clock;
  if (claim.record === "event") return { ...clock, ...point(readEvent(claim, pick)) };
  if (claim.record !== "relation" && claim.record !== "subject") return clock;
  if (claim.record === "subject" && clock.startEarliest <= DAWN) return clock;
  const start = pick(
    clock.startEarliest,
    Math.max(clock.startEarliest, Math.min(clock.startLatest, clock.endLatest - 1)),
  );
  const end = endAfter(start, claim, pick);
  return { ...clock, startEarliest: start, startLatest: start, endEarliest: end, endLatest: end };
}

/** An end after the start, where the span has one. */
function endAfter(start: Day, claim: Claim, pick: Pick): Day {
  const { endEarliest, endLatest } = claim.clock;
  const isOneDay = claim.record === "relation" && claim.kind === "Funding" && claim.end === null;
  if (isOneDay) return start + 1;
  if (endEarliest >= NEVER) return NEVER;
  return endLatest <= start ? endLatest : pick(Math.max(endEarliest, start + 1), endLatest);
}

function readEvent(claim: Extract<Claim, { record: "event" }>, pick: Pick): Day {
  const { startEarliest, startLatest } = claim.clock;
  const readAsLast = OPENING_EVENTS.includes(claim.event) && startEarliest <= DAWN;
  return readAsLast ? startLatest : pick(startEarliest, startLatest);
}

function point(day: Day) {
  return { startEarliest: day, startLatest: day, endEarliest: day + 1, endLatest: day + 1 };
}
