import fc from "fast-check";
import { expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import type { Share } from "../../src/domain/share.js";
import { runToCompletion } from "../../src/graph/run-to-completion.js";
import type { View } from "../../src/graph/view.js";
import { integratedOwnership } from "../../src/ownership/integrated-ownership/integrated-ownership.js";
import { ownershipRule } from "../../src/ownership/rules/ownership-rule.js";
import { REGIMES } from "../../src/ownership/rules/regimes.js";
import { tried } from "../laws.js";
import type { Holding } from "./naive/ownership.js";
import { ASKED_ON, party, viewOfEdges } from "./ownership-graph.js";
import { COMPANIES, edgesOf, exactHoldings, HOLDERS, uncertainHoldings } from "./random-holdings.js";

const DAY = parseDay(ASKED_ON);
const RUNS = tried(20_190_403, 100);
const RULED = ["OFAC_50", "EU_50", "UK_50"] as const;

/** Every interval and verdict of a graph, by who is asked about. */
interface Answers {
  readonly shares: ReadonlyMap<string, Share | null>;
  readonly verdicts: ReadonlyMap<string, string>;
}

async function answersTo(holdings: readonly Holding[], also: readonly string[] = []): Promise<Answers> {
  const view = await viewOfEdges(edgesOf(holdings), { also: [...HOLDERS, ...also] });
  const shares = new Map<string, Share | null>();
  for (const owner of HOLDERS) {
    for (const company of COMPANIES) {
      const { share } = integratedOwnership(view, party(view, owner), party(view, company), DAY);
      shares.set(`${owner} ${company}`, share);
    }
  }
  return { shares, verdicts: verdictsIn(view) };
}

function verdictsIn(view: View): ReadonlyMap<string, string> {
  const flagged = ["x", "y"].map((name) => party(view, name));
  return new Map(
    RULED.flatMap((regime) =>
      COMPANIES.map((company): [string, string] => [
        `${regime} ${company}`,
        runToCompletion(ownershipRule(view, { regime, company: party(view, company), day: DAY, flagged }))
          .verdict,
      ]),
    ),
  );
}

/** What got wider or was overturned between two answers. */
function losses(before: Answers, after: Answers): readonly string[] {
  const lost: string[] = [];
  for (const [pair, share] of before.shares) {
    const now = after.shares.get(pair) ?? null;
    if (share && now && (now.min < share.min - 1e-9 || now.max > share.max + 1e-9))
      lost.push(`${pair}: [${share.min}, ${share.max}] became [${now.min}, ${now.max}]`);
  }
  for (const [asked, verdict] of before.verdicts) {
    const now = after.verdicts.get(asked);
    if (verdict !== "UNDETERMINED" && now !== verdict) lost.push(`${asked}: ${verdict} became ${now}`);
  }
  return lost;
}

it("gives every company to its ultimate owners, wholly, where everything is known", async () => {
  await fc.assert(
    fc.asyncProperty(exactHoldings, async (drawn) => {
      // x takes what is left; a company that has nothing left loses its first holding to x.
      const holdings = COMPANIES.flatMap((company) => {
        const inside = drawn.filter((each) => each.company === company && each.holder !== "x").slice(1);
        const left = 100 - inside.reduce((sum, { min }) => sum + min, 0);
        return [...inside, { holder: "x", company, min: left, max: left }];
      }).filter(({ min }) => min > 0);
      if (
        COMPANIES.some((company) => !holdings.some((each) => each.company === company && each.holder === "x"))
      )
        return;
      const { shares } = await answersTo(holdings);
      for (const company of COMPANIES) {
        const total = ["x", "y"].reduce(
          (sum, owner) => sum + (shares.get(`${owner} ${company}`)?.min ?? 0),
          0,
        );
        expect(total).toBeCloseTo(1, 12);
      }
    }),
    RUNS,
  );
});

it("never widens an interval nor overturns YES or NO when a share is narrowed", async () => {
  const narrowing = fc.tuple(uncertainHoldings, fc.nat(), fc.nat(), fc.nat());
  await fc.assert(
    fc.asyncProperty(narrowing, async ([holdings, which, a, b]) => {
      const chosen = holdings[which % Math.max(1, holdings.length)];
      if (chosen === undefined) return;
      const others = holdings.filter((each) => each.company === chosen.company && each !== chosen);
      const room = 100 - others.reduce((sum, { min }) => sum + min, 0);
      const width = Math.max(0, Math.min(chosen.max, room) - chosen.min);
      const [low, high] = [a % (width + 1), b % (width + 1)].sort((one, other) => one - other) as [
        number,
        number,
      ];
      const narrowed = holdings.map((each) =>
        each === chosen ? { ...each, min: chosen.min + low, max: chosen.min + high } : each,
      );
      expect(losses(await answersTo(holdings), await answersTo(narrowed))).toEqual([]);
    }),
    RUNS,
  );
});

it("never widens or overturns anything when a holder that nobody owns is added within 100", async () => {
  const adding = fc.tuple(uncertainHoldings, fc.constantFrom(...COMPANIES), fc.integer({ min: 0, max: 100 }));
  await fc.assert(
    fc.asyncProperty(adding, async ([holdings, company, part]) => {
      const known = holdings
        .filter((each) => each.company === company)
        .reduce((sum, { min }) => sum + min, 0);
      const share = Math.floor(((100 - known) * part) / 100);
      const more = [...holdings, { holder: "stranger", company, min: share, max: share }];
      expect(losses(await answersTo(holdings), await answersTo(more))).toEqual([]);
    }),
    RUNS,
  );
});

it("answers the same whatever the order of the claims and the names", async () => {
  const renamed = (name: string) =>
    name.length > 1 ? name : `n${String.fromCharCode(219 - name.charCodeAt(0))}`;
  await fc.assert(
    fc.asyncProperty(uncertainHoldings, async (holdings) => {
      const plain = await viewOfEdges(edgesOf(holdings), { also: [...HOLDERS] });
      const others = [...holdings]
        .reverse()
        .map((each) => ({ ...each, holder: renamed(each.holder), company: renamed(each.company) }));
      const changed = await viewOfEdges(edgesOf(others), { also: HOLDERS.map(renamed) });
      const ask = (view: View, name: (party: string) => string) => ({
        shares: HOLDERS.flatMap((owner) =>
          COMPANIES.map((company) =>
            integratedOwnership(view, party(view, name(owner)), party(view, name(company)), DAY),
          ),
        ),
        rules: REGIMES.flatMap((regime) =>
          COMPANIES.map((company) => {
            const flagged = [party(view, name("x")), party(view, name("y"))];
            const { verdict, aggregate, known, distanceToFlip } = runToCompletion(
              ownershipRule(view, { regime, company: party(view, name(company)), day: DAY, flagged }),
            );
            return { verdict, aggregate, known, distanceToFlip };
          }),
        ),
      });
      expect(ask(changed, renamed)).toEqual(ask(plain, (name) => name));
    }),
    RUNS,
  );
});
