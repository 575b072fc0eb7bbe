import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim } from "../../../src/domain/record.js";
import { differenceOfFindings } from "../../../src/exposure/differences/difference-of-findings.js";
import { type LookedUpScenario, whatIf } from "../../../src/exposure/differences/what-if.js";
import { findExposures } from "../../../src/exposure/findings/find-exposures.js";
import type { ExposureTermsOf } from "../../../src/exposure/question.js";
import { criticalClaims } from "../../../src/exposure/reasons/critical-claims.js";
import type { Projection } from "../../../src/graph/projection.js";
import { OWNERSHIP } from "../../../src/graph/relation-table.js";
import { runToCompletion } from "../../../src/graph/run-to-completion.js";
import { NOTHING_SUPPOSED, View } from "../../../src/graph/view.js";
import { projectionOf } from "../naive/projection-of.js";
import {
  entityRow,
  eventRow,
  flagRow,
  type RelationCells,
  relationRow,
  subjectRow,
  termsOf,
} from "../naive/rows.js";
import { randomCase } from "../random-graph.js";
import { wholeFinding } from "../whole-finding.js";
import { workedOut } from "./worked-out.js";

const S = "university:s";
const T = "company:t";
const X = "company:x";

function scenario(
  { relations }: Pick<Projection, "relations">,
  rejected: readonly Claim[] = [],
  other: Partial<LookedUpScenario["records"]> = {},
): LookedUpScenario {
  const ids = new Set(rejected.map((claim) => claim.id));
  const numbers = Array.from({ length: relations.count }, (_, at) => at);
  return {
    records: {
      rejected: rejected.flatMap((claim) => (claim.record === "relation" ? [] : [claim])),
      shares: new Map(),
      listed: [],
      listedOn: 0,
      ...other,
    },
    beside: {
      ...NOTHING_SUPPOSED,
      reshared: [...(other.shares ?? new Map()).keys()],
      rejected: numbers.filter((at) => ids.has(relations.id(at))),
    },
  };
}

describe("what if", () => {
  it("is the baseline itself where nothing is supposed", async () => {
    await fc.assert(
      fc.asyncProperty(randomCase, async ({ world, terms }) => {
        const projection = await projectionOf(world);
        const view = View.of(projection, terms);
        const empty = runToCompletion(whatIf(view, terms, scenario(projection)));
        expect(empty.view).toBe(view);
        const again = {
          view: View.of(projection, terms),
          terms,
          findings: findExposures(view, terms).findings,
        };
        const difference = differenceOfFindings({ view, terms, findings: again.findings }, again);
        expect(workedOut(difference)).toEqual({ added: [], removed: [], changed: [] });
      }),
      { numRuns: 40 },
    );
  });

  it("ends a finding by rejecting a critical claim, and by rejecting no other", async () => {
    await fc.assert(
      fc.asyncProperty(randomCase, async ({ world, terms }) => {
        const projection = await projectionOf(world);
        const view = View.of(projection, terms);
        const { findings } = findExposures(view, terms);
        const critical = new Map(
          findings.map((each) => [each.key, runToCompletion(criticalClaims(view, terms, each))]),
        );
        const relations = world.claims.filter((claim) => claim.record === "relation");
        for (const claim of relations) {
          const { view: supposed, after } = runToCompletion(
            whatIf(view, terms, scenario(projection, [claim])),
          );
          const left = new Set(after.findings.map((each) => each.key));
          for (const finding of findings) {
            // Where two entities come apart, the finding goes on under the name of one of them.
            if (supposed.parties !== view.parties) continue;
            expect(left.has(finding.key)).toBe(!critical.get(finding.key)?.includes(claim.id));
          }
        }
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it("answers as a graph that never held the rejected claims", async () => {
    await fc.assert(
      fc.asyncProperty(randomCase, fc.infiniteStream(fc.boolean()), async ({ world, terms }, rejects) => {
        const ids = new Set(world.claims.filter(() => rejects.next().value).map((claim) => claim.id));
        const rejected = world.claims.filter((claim) => ids.has(claim.id));
        const projection = await projectionOf(world);
        const { after } = runToCompletion(
          whatIf(View.of(projection, terms), terms, scenario(projection, inProjection(projection, rejected))),
        );
        const left = { ...world, claims: world.claims.filter((claim) => !ids.has(claim.id)) };
        const plain = findExposures(View.of(await projectionOf(left), terms), terms);
        expect(after.findings.map(wholeFinding)).toEqual(plain.findings.map(wholeFinding));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("answers on the view that serves both as on one that is made for it alone", async () => {
    const draws = fc.infiniteStream(fc.integer({ min: 0, max: 11 }));
    await fc.assert(
      fc.asyncProperty(randomCase, draws, async ({ world, terms }, drawn) => {
        const next = () => drawn.next().value ?? 0;
        const projection = await projectionOf(world);
        const rejected = world.claims.filter(() => next() === 0);
        const shares = new Map(
          projection.relations.ofKind(OWNERSHIP).flatMap((at) => {
            const percent = 10 * next();
            if (percent > 100) return [];
            const share = { min: percent * 10_000_000, max: percent * 10_000_000 };
            return [[at, { ...share, minExclusive: false, maxExclusive: false }] as const];
          }),
        );
        const listed = Array.from({ length: projection.entities.count }, (_, at) => at).filter(
          () => next() === 0,
        );
        const supposed = scenario(projection, inProjection(projection, rejected), {
          shares: next() < 6 ? shares : new Map(),
          listed: next() < 6 ? listed : [],
          listedOn: terms.validAt,
        });
        const { view, after } = runToCompletion(whatIf(View.of(projection, terms), terms, supposed));
        const alone = View.of(view.projection, terms, supposed.beside);
        const again = findExposures(alone, terms);
        expect({ ...after, findings: after.findings.map(wholeFinding) }).toEqual({
          ...again,
          findings: again.findings.map(wholeFinding),
        });
      }),
      { numRuns: 120 },
    );
  }, 60_000);
});

/** The same claims as the projection holds them. */
function inProjection(projection: Projection, claims: readonly Claim[]): readonly Claim[] {
  const held: Claim[] = [...projection.flags.values()].flatMap((record) => [
    ...record.subjects,
    ...record.events,
  ]);
  const all = [...held, ...projection.decisions];
  return claims.flatMap((claim) =>
    claim.record === "relation" ? [claim] : all.filter((each) => each.id === claim.id),
  );
}

let rows = 0;
function relation(kind: RelationCells["kind"], from: string, to: string, cells: Partial<RelationCells> = {}) {
  rows += 1;
  return relationRow({ id: `claim:rows/w${rows}`, kind, from, to, start: "2019-01-01", ...cells });
}
const listing = [
  subjectRow({ id: "claim:rows/subject", flag: "listing:l", entity: T, role: "listed" }),
  eventRow({ id: "claim:rows/event", flag: "listing:l", event: "listed", start: "2018-05-16" }),
];

async function supposing(
  claims: readonly Claim[],
  make: (projection: Projection, terms: ExposureTermsOf) => LookedUpScenario,
) {
  const terms = termsOf(S, "2020-01-01");
  const ids = [S, T, X, "company:y"];
  const world = { entities: ids.map((id) => entityRow(id)), flags: [flagRow("listing:l")], claims };
  const projection = await projectionOf(world);
  return workedOut(runToCompletion(whatIf(View.of(projection, terms), terms, make(projection, terms))));
}

describe("a scenario", () => {
  const gift = relation("Funding", X, S);
  const owned = relation("Ownership", T, X, { share: "40" });

  it("gives the rejected claim as the cause of what it adds, where it had ended a flag", async () => {
    const ended = eventRow({
      id: "claim:rows/ended",
      flag: "listing:l",
      event: "delisted",
      start: "2019-01-01",
    });
    const { added } = await supposing([...listing, ended, gift, owned], (projection) =>
      scenario(projection, inProjection(projection, [ended])),
    );
    expect(added.map(({ finding, because }) => [finding.channel, because])).toEqual([
      ["SUBSIDIARY", ["claim:rows/ended"]],
    ]);
  });

  it("gives the rejected claim as the cause of what it removes", async () => {
    const { removed } = await supposing([...listing, gift, owned], (projection) =>
      scenario(projection, [owned]),
    );
    expect(removed.map(({ finding, because }) => [finding.channel, because])).toEqual([
      ["SUBSIDIARY", [owned.id]],
    ]);
  });

  it("changes control by setting a share, and names the claim", async () => {
    const { changed } = await supposing([...listing, gift, owned], (projection) => {
      const at = [...projection.relations.outgoing.of(projection.entities.indexOf(T))][0] as number;
      const share = { min: 600_000_000, max: 600_000_000, minExclusive: false, maxExclusive: false };
      return scenario(projection, [], { shares: new Map([[at, share]]) });
    });
    expect(
      changed.map(({ before, after, what, because }) => [before.control, after.control, what, because]),
    ).toEqual([["NO", "YES", ["CONTROL", "SHARE"], [owned.id]]]);
  });

  it("makes a target by a listing from validAt on", async () => {
    const { added } = await supposing([gift], (projection, { validAt }) =>
      scenario(projection, [], { listed: [projection.entities.indexOf(X)], listedOn: validAt }),
    );
    // From the gift of 2019-01-01 to the supposed listing of 2020-01-01 are 365 days.
    expect(added.map(({ finding, because }) => [finding.target, finding.timing, because])).toEqual([
      [X, "BEFORE", []],
    ]);
    expect(added[0]?.finding.counterparties[0]?.transactions[0]?.days).toBe(365);
  });

  it("takes two for one party", async () => {
    const { added } = await supposing([...listing, gift], (projection) => ({
      ...scenario(projection),
      beside: {
        ...NOTHING_SUPPOSED,
        same: [[projection.entities.indexOf(X), projection.entities.indexOf(T)]],
      },
    }));
    expect(added.map(({ finding }) => [finding.channel, finding.target])).toEqual([["DIRECT", T]]);
  });

  it("removes a target by taking its listing away, and names the row", async () => {
    const { removed } = await supposing([...listing, gift, owned], (projection) =>
      scenario(projection, inProjection(projection, listing.slice(0, 1))),
    );
    expect(removed.map(({ because }) => because)).toEqual([["claim:rows/subject"]]);
  });
});
