import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim } from "../../../src/domain/record.js";
import { findExposures } from "../../../src/exposure/findings/find-exposures.js";
import { reachFrom } from "../../../src/exposure/findings/reach.js";
import type { ExposureTermsOf } from "../../../src/exposure/question.js";
import { searchFor } from "../../../src/exposure/transactions/search.js";
import { runToCompletion } from "../../../src/graph/run-to-completion.js";
import { View } from "../../../src/graph/view.js";
import type { WalkDirection } from "../../../src/graph/walk/hubs.js";
import { NEVER_FLAGGED, stepsToFlagged } from "../../../src/graph/walk/steps-to-flagged.js";
import { projectionOf } from "../../exposure/naive/projection-of.js";
import {
  entityRow,
  eventRow,
  flagRow,
  type RelationCells,
  relationRow,
  subjectRow,
  termsOf,
} from "../../exposure/naive/rows.js";
import { randomCase } from "../../exposure/random-graph.js";

const S = "university:s";
const NAMES = ["a", "b", "c", "d", "t", "x", "y"] as const;
const [A, B, C, D, T, X, Y] = NAMES.map((name) => `company:${name}`) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

let rows = 0;
function relation(kind: RelationCells["kind"], from: string, to: string, cells: Partial<RelationCells> = {}) {
  rows += 1;
  return relationRow({ id: `claim:rows/s${rows}`, kind, from, to, start: "2019-01-01", ...cells });
}
const owns = (owner: string, held: string, cells: Partial<RelationCells> = {}) =>
  relation("Ownership", owner, held, { start: "2018-01-01", ...cells });
const pays = (payer: string, cells: Partial<RelationCells> = {}) => relation("Funding", payer, S, cells);
const listed = (entity: string) => [
  subjectRow({ id: `claim:rows/subject-${entity.slice(8)}`, flag: "listing:l", entity, role: "listed" }),
];
const opened = eventRow({ id: "claim:rows/event", flag: "listing:l", event: "listed", start: "2018-05-16" });

async function viewOf(claims: readonly Claim[], other: Partial<ExposureTermsOf> = {}) {
  const terms = termsOf(S, "2020-01-01", other);
  const entities = [S, ...NAMES.map((name) => `company:${name}`)].map((id) => entityRow(id));
  const world = { entities, flags: [flagRow("listing:l")], claims: [opened, ...claims] };
  return { view: View.of(await projectionOf(world), terms), terms };
}

function stepsOfAll(view: View, direction: WalkDirection): Readonly<Record<string, number>> {
  const { entities } = view.projection;
  const steps = stepsToFlagged(view, direction);
  const told = NAMES.map((name) => [name, steps[entities.indexOf(`company:${name}`)] as number] as const);
  return Object.fromEntries(told.filter(([, each]) => each !== NEVER_FLAGGED));
}

function numberOf(view: View, claim: Claim): number {
  const { relations } = view.projection;
  return (
    Array.from({ length: relations.count }, (_, at) => at).find((at) => relations.id(at) === claim.id) ?? -1
  );
}

/** T, the flagged one, above A above X; beside the way over A a longer one over C and B. */
const short = owns(A, X);
const chain = [owns(T, A), short, owns(T, B), owns(B, C), owns(C, X), ...listed(T)];

describe("the fewest steps to something flagged", () => {
  it("are counted in the direction of the walk", async () => {
    const { view } = await viewOf([...chain, owns(X, D)]);
    expect(stepsOfAll(view, "up")).toEqual({ t: 0, a: 1, b: 1, c: 2, x: 2, d: 3 });
    expect(stepsOfAll(view, "down")).toEqual({ t: 0 });
  });

  it("are those of a party: of all that decided Identities make one", async () => {
    const same = relation("Identity", A, Y, { decidedBy: "An editor" });
    const { view } = await viewOf([owns(T, Y), owns(A, X), same, ...listed(T)]);
    const party = view.partyOf(view.projection.entities.indexOf(A));
    expect(stepsToFlagged(view, "up")[party]).toBe(1);
    expect(stepsOfAll(view, "up").x).toBe(2);
  });

  it("are not counted over claims that the question does not let count", async () => {
    const { view } = await viewOf([owns(T, A, { status: "alleged" }), short, ...listed(T)]);
    expect(stepsOfAll(view, "up")).toEqual({ t: 0 });
  });

  it("are taken over by a view that supposes what leaves them as they are", async () => {
    const more = owns(B, X);
    const { view } = await viewOf([...chain, more]);
    const without = view.without([numberOf(view, more)]);
    expect(stepsToFlagged(without, "up")).toBe(stepsToFlagged(view, "up"));
  });

  it("are counted again where the only short way is gone, and where every way is", async () => {
    const { view } = await viewOf([...chain, owns(X, D)]);
    const longer = view.without([numberOf(view, short)]);
    expect(stepsOfAll(longer, "up")).toEqual({ t: 0, a: 1, b: 1, c: 2, x: 3, d: 4 });
    const none = longer.without([numberOf(view, chain[4] as Claim)]);
    expect(stepsOfAll(none, "up")).toEqual({ t: 0, a: 1, b: 1, c: 2 });
  });

  it("are right in a ring that has lost its way out", async () => {
    const out = owns(T, A);
    const { view } = await viewOf([out, owns(A, B), owns(B, A), ...listed(T)]);
    expect(stepsOfAll(view, "up")).toEqual({ t: 0, a: 1, b: 2 });
    expect(stepsOfAll(view.without([numberOf(view, out)]), "up")).toEqual({ t: 0 });
  });
});

describe("an exposure question", () => {
  async function asked(claims: readonly Claim[], other: Partial<ExposureTermsOf> = {}) {
    const { view, terms } = await viewOf(claims, other);
    const { findings, truncated, ...explored } = findExposures(view, terms);
    return { met: findings.map(({ target, hops }) => [target, hops]), truncated, ...explored };
  }
  const beyond = [{ at: null, reason: "MAX_HOPS", skippedRelations: null }];

  it("finds a flagged party at the last hop, and says of one behind it that there are longer paths", async () => {
    expect(await asked([...chain, pays(X)], { maxHops: 3 })).toMatchObject({
      met: [[T, 3]],
      truncated: beyond,
    });
    expect(await asked([...chain, pays(X)], { maxHops: 2 })).toMatchObject({ met: [], truncated: beyond });
    expect(await asked([...chain, pays(X)], { maxHops: 4 })).toMatchObject({ met: [[T, 3]], truncated: [] });
  });

  it("says that there are longer paths also where the hops end at the payer", async () => {
    expect(await asked([...chain, pays(X)], { maxHops: 1 })).toMatchObject({ met: [], truncated: beyond });
    const aside = [owns(A, X), ...listed(T), pays(X)];
    expect(await asked(aside, { maxHops: 1 })).toMatchObject({ met: [], truncated: [] });
    const ended = [owns(T, X, { end: "2018-06-01" }), ...listed(T), pays(X)];
    expect(await asked(ended, { maxHops: 1 })).toMatchObject({ met: [], truncated: [] });
  });

  it("says nothing of longer paths that hold on no day of the transaction", async () => {
    const ended = [owns(T, A, { end: "2018-06-01" }), short, ...listed(T)];
    expect(await asked([...ended, pays(X)], { maxHops: 2 })).toMatchObject({ met: [], truncated: [] });
    // It may have ended later: nobody can tell.
    const uncertain = [owns(T, A, { end: "2018-06-01/2019-06-01" }), short, ...listed(T)];
    expect(await asked([...uncertain, pays(X)], { maxHops: 2 })).toMatchObject({
      met: [],
      truncated: beyond,
    });
    expect(await asked([...uncertain, pays(X)], { maxHops: 3 })).toMatchObject({
      met: [[T, 3]],
      truncated: [],
    });
  });

  it("says the same whichever of its counterparties goes on, and looks at no more of the others than it needs", async () => {
    const far = [owns(A, X), owns(B, A), owns(C, B), owns(T, C), ...listed(T)];
    const near = [owns(T, D), pays(D, { start: "2019-02-01" })];
    for (const gifts of [
      [pays(X), ...near],
      [...near, pays(X)],
    ])
      expect(await asked([...far, ...gifts], { maxHops: 2 })).toMatchObject({
        met: [[T, 2]],
        truncated: beyond,
      });
    const twice = await asked([...far, pays(X), owns(A, Y), pays(Y)], { maxHops: 3 });
    const once = await asked([...far, pays(X)], { maxHops: 3 });
    // Y itself is met; A, which leads on beyond the last hop, is not looked at again.
    expect(twice.exploredEntities).toBe(once.exploredEntities + 1);
  });

  it("tells of a hub from which a flagged party lies near enough", async () => {
    const hub = [owns(A, X), owns(B, A), owns(C, A), owns(T, B), ...listed(T)];
    expect(await asked([...hub, pays(X)], { maxHops: 4, hubLimit: 1 })).toMatchObject({
      met: [],
      truncated: [{ at: A, reason: "HUB_LIMIT", skippedRelations: 2 }],
    });
  });

  it("is answered as if nothing were cut short for distance", async () => {
    const hops = fc.integer({ min: 2, max: 3 });
    const met = { ends: 0, beyond: 0 };
    await fc.assert(
      fc.asyncProperty(randomCase, hops, async ({ world, terms: drawn }, maxHops) => {
        const terms = { ...drawn, maxHops };
        const view = View.of(await projectionOf(world), terms);
        const search = searchFor(view, terms);
        const isEnd = (party: number) =>
          search.flags.makesTarget(party) && !search.institution.own.has(party);
        for (const direction of ["up", "down"] as const) {
          const steps = stepsToFlagged(view, direction);
          const atAll = steps.map((each) => (each === NEVER_FLAGGED ? NEVER_FLAGGED : 0));
          const [cut, whole] = [steps, atAll].map((stepsToEnd) => {
            const { ends, goesOn } = runToCompletion(
              reachFrom(search, [search.contacts.money], { direction, isEnd, stepsToEnd }),
            );
            return { ends: [...ends].map(([end, chains]) => [end, [...chains].map(bare)]), goesOn };
          });
          expect(new Map(cut?.ends as [number, unknown][])).toEqual(
            new Map(whole?.ends as [number, unknown][]),
          );
          expect(cut?.goesOn).toBe(whole?.goesOn);
          met.ends += cut?.ends.length ?? 0;
          met.beyond += cut?.goesOn ? 1 : 0;
        }
      }),
      { seed: 20_190_403, numRuns: 300 },
    );
    expect(Math.min(met.ends, met.beyond)).toBeGreaterThan(10);
  }, 60_000);
});

/** The layers of a counterparty but for where they are noted. */
function bare([party, layers]: [number, readonly { readonly hops: number; readonly holding: unknown }[]]) {
  return [party, layers.map(({ hops, holding }) => ({ hops, holding }))];
}
