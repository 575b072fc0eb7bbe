import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import type { Source } from "../../src/domain/source.js";
import type { Scenario } from "../../src/questions/arguments/scenario.js";
import { answerChanges } from "../../src/questions/changes.js";
import { claimsBecause } from "../../src/questions/report/exposure-difference.js";
import { claimsAsKnown } from "../../src/questions/resident/resident-records.js";
import { answerWhatIf } from "../../src/questions/what-if.js";
import { entityRow, eventRow, flagRow, relationRow, sourceRow, subjectRow } from "../exposure/naive/rows.js";
import { graphOf } from "./graph-of.js";

const S = "university:s";
const T = "company:t";
const X = "company:x";
const gift = relationRow({ id: "claim:rows/gift", kind: "Funding", from: X, to: S, start: "2019-07-01" });
const owned = relationRow({
  id: "claim:rows/owned",
  kind: "Ownership",
  from: T,
  to: X,
  share: "40",
  start: "2018-01-01",
});
const LATE = { kind: "Funding", from: X, to: S, start: "2025-10-10" } as const;
const other: Source = { ...sourceRow(null), id: "source:rows/other", title: "Another paper" };
const world = {
  entities: [S, T, X, "program:p"].map((id) => entityRow(id)),
  flags: [flagRow("listing:l"), flagRow("probe:p")],
  claims: [
    gift,
    { ...owned, sources: [other.id] },
    subjectRow({ id: "claim:rows/subject", flag: "listing:l", entity: T, role: "listed" }),
    eventRow({ id: "claim:rows/event", flag: "listing:l", event: "listed", start: "2019-05-16" }),
  ],
};
const clocks = { validAt: parseDay("2020-06-01"), knownAt: parseDay("2024-01-01") };

async function asked(scenario: Scenario) {
  const graph = await graphOf(world, { sources: [sourceRow(null), other] });
  const answer = await answerWhatIf(graph, { university: S, scenario, ...clocks });
  if (!answer) throw new Error("no answer");
  return { ...answer, graph };
}

const BAD: readonly (readonly [string, Scenario, string])[] = [
  ["a claim", { rejectClaims: [gift.id, "claim:rows/none"] }, 'scenario.rejectClaims[1]: "claim:rows/none"'],
  ["a source", { rejectSources: ["source:rows/no"] }, 'scenario.rejectSources[0]: "source:rows/no"'],
  ["an entity to list", { list: ["company:none"] }, 'scenario.list[0]: "company:none"'],
  ["a probe to delist", { delist: ["probe:p"] }, 'scenario.delist[0]: "probe:p"'],
  ["one of a pair", { same: [[X, "company:none"]] }, 'scenario.same[0][1]: "company:none"'],
  ["a pair of one", { same: [[X, X]] }, "scenario.same[0]"],
  ["a pair of two kinds", { same: [[X, S]] }, "scenario.same[0]"],
  ["a share of a gift", { shares: [shareOf(0.1, 0.2, gift.id)] }, "scenario.shares[0]"],
  ["bounds turned round", { shares: [shareOf(0.6, 0.2)] }, "scenario.shares[0]"],
  ["a share above the whole", { shares: [shareOf(0.6, 1.2)] }, "scenario.shares[0]"],
  ["no number", { shares: [shareOf(Number.NaN, 1)] }, "scenario.shares[0]"],
  ["an empty interval", { shares: [{ ...shareOf(0.5, 0.5), maxExclusive: true }] }, "scenario.shares[0]"],
  ["two shares of one claim", { shares: [shareOf(0, 1), shareOf(0.5, 0.5)] }, "scenario.shares[1]"],
  [
    "a threshold above the whole",
    { thresholds: [{ regime: "OFAC_50", threshold: 50, inclusive: true }] },
    "scenario.thresholds[0]",
  ],
  ["a party listed and delisted", { list: [T], delist: [T] }, "scenario.list[0]"],
];

function shareOf(min: number, max: number, claim = owned.id) {
  return { claim, min, max, minExclusive: false, maxExclusive: false };
}

describe("what if", () => {
  for (const [what, scenario, item] of BAD) {
    it(`refuses ${what} and names the item`, async () => {
      await expect(asked(scenario)).rejects.toMatchObject({
        code: "BAD_USER_INPUT",
        message: expect.stringContaining(item),
      });
    });
  }

  it("refuses more than 200 items with a code of its own", async () => {
    const rejectClaims = Array.from({ length: 201 }, () => gift.id);
    await expect(asked({ rejectClaims })).rejects.toMatchObject({ code: "COST_LIMIT_EXCEEDED" });
  });

  it("removes what rests on rejected sources alone", async () => {
    const { removed } = await asked({ rejectSources: [other.id] });
    expect(await Promise.all(removed.map(claimsBecause))).toEqual([[owned.id]]);
  });

  it("takes listings away from an entity or by their id", async () => {
    for (const delist of [[T], ["listing:l"]]) {
      const { removed } = await asked({ delist });
      expect(await Promise.all(removed.map(claimsBecause))).toEqual([["claim:rows/subject"]]);
    }
  });

  it("changes what a rule says by another threshold", async () => {
    const late = relationRow({ ...LATE, id: "claim:rows/late" });
    const graph = await graphOf(
      { ...world, claims: [...world.claims, late] },
      { sources: [sourceRow(null), other] },
    );
    const thresholds = [{ regime: "BIS_50", threshold: 0.3, inclusive: true }] as const;
    const question = { university: S, validAt: parseDay("2025-10-31"), knownAt: parseDay("2025-12-31") };
    const answer = await answerWhatIf(graph, { ...question, scenario: { thresholds } });
    // T, on the Entity List, holds 40 per cent: caught at 30, while the Affiliates Rule is in force.
    const changed = await answer.changed();
    expect(changed.map(({ what }) => what)).toEqual([["RULE"]]);
    expect(await Promise.all(changed.map(claimsBecause))).toEqual([[]]);
  });

  it("says in every text of the supposed answer what it supposes, and changes nothing", async () => {
    const { before, after, changed, graph } = await asked({ shares: [shareOf(0.6, 0.6)] });
    expect((await changed()).map(({ what }) => what)).toEqual([["CONTROL", "SHARE"]]);
    const load = async (ids: readonly string[]) => [
      ...(await claimsAsKnown(graph.store, ids, clocks.knownAt)).values(),
    ];
    const finding = after.findings[0];
    if (!finding) throw new Error("no finding");
    const preface = `What follows supposes something that no source states. It supposes a share of 60 per cent in place of this: "${T} owned 40 per cent of ${X} from 1 January 2018."`;
    expect(await after.summary(load)).toMatch(preface);
    expect((await after.details(finding).explanation(load)).text).toMatch(preface);
    expect(await before.summary(load)).not.toMatch("supposes");
    expect(after.details(finding).id).not.toBe(before.details(finding).id);
    expect((await graph.store.version()).n).toBe(1);
  });
});

it("refuses changes since a moment that is later", async () => {
  const graph = await graphOf(world, { sources: [sourceRow(null), other] });
  const question = { university: S, ...clocks, sinceKnownAt: clocks.knownAt + 1 };
  await expect(answerChanges(graph, question)).rejects.toMatchObject({
    code: "BAD_USER_INPUT",
    message: expect.stringContaining(`sinceKnownAt: "2024-01-02"`),
  });
});
