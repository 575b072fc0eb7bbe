import { describe, expect, it } from "vitest";
import type { ReviewPolicy } from "../../src/domain/act.js";
import { DAWN, NEVER, parseDay } from "../../src/domain/day.js";
import type { Claim } from "../../src/domain/record.js";
import { answerElevatedRiskReview } from "../../src/questions/elevated-risk-review.js";
import {
  decisionRow,
  entityRow,
  eventRow,
  flagRow,
  type RelationCells,
  relationRow,
  subjectRow,
} from "../exposure/naive/rows.js";
import { graphOf } from "./graph-of.js";

const S = "university:s";
const X = "company:x";
const relation = (id: string, kind: RelationCells["kind"], from: string, to: string, cells = {}) =>
  relationRow({ id: `claim:rows/${id}`, kind, from, to, start: "2019-01-01", ...cells });
const COUNTRIES: Readonly<Record<string, string>> = {
  "company:cn": "CN",
  "company:hk": "HK",
  "company:us": "US",
  "public-body:state": "SA",
};

function policy(countries: readonly string[], cells: Partial<ReviewPolicy> = {}): ReviewPolicy {
  const {
    coversSubsidiaries: _,
    by: __,
    kind: ___,
    counterparties: ____,
    ...row
  } = decisionRow({
    id: "claim:rows/policy",
    by: S,
    kind: "review",
    counterparties: [],
    coversSubsidiaries: null,
    start: "2019-04-03",
  });
  const {
    id,
    revision,
    dossier,
    status,
    sources,
    quote,
    locator,
    note,
    text,
    caveat,
    start,
    end,
    recorded,
    retracted,
    clock,
  } = row;
  return {
    record: "policy",
    university: S,
    name: "Elevated-risk review",
    countries,
    criteria: ["national_security", "intellectual_property", "economic_competitiveness", "human_rights"],
    ...{
      id,
      revision,
      dossier,
      status,
      sources,
      quote,
      locator,
      note,
      text,
      caveat,
      start,
      end,
      recorded,
      retracted,
      clock,
    },
    ...cells,
  };
}

async function review(claims: readonly Claim[], { country = null as string | null, lists = {} } = {}) {
  const ids = [S, X, "company:y", ...Object.keys(COUNTRIES)];
  const world = {
    entities: ids.map((id) => ({ ...entityRow(id), country: id === X ? country : (COUNTRIES[id] ?? null) })),
    flags: [flagRow("listing:l", { topics: ["human_rights"] })],
    claims,
  };
  const graph = await graphOf(world, { dossier: { lists, lastChecked: "2021-01-01" } });
  const answer = await answerElevatedRiskReview(graph, {
    university: S,
    counterparty: X,
    validAt: parseDay("2020-06-01"),
    knownAt: parseDay("2024-01-01"),
  });
  if (!answer) throw new Error("no answer");
  return answer;
}

describe("whether a policy applies", () => {
  const applies = async (
    countries: readonly string[],
    claims: readonly Claim[],
    country: string | null = "US",
  ) => {
    const { policies } = await review([policy(countries), ...claims], { country });
    return [
      policies[0]?.applies,
      policies[0]?.because.map((path) => path.steps.map((step) => step.relation)),
    ];
  };
  const byHk = relation("hk", "Ownership", "company:hk", X, { share: "10" });

  it("goes by the counterparty's own country", async () => {
    expect(await applies(["CN"], [], "CN")).toEqual(["YES", []]);
    expect(await applies(["CN"], [], "US")).toEqual(["NO", []]);
    expect(await applies(["CN"], [], null)).toEqual(["UNDETERMINED", []]);
  });

  it("goes by whoever owns or controls it, with the chain", async () => {
    const chain = [
      relation("us", "Ownership", "company:us", X, { share: "10" }),
      relation("state", "Control", "public-body:state", "company:us"),
    ];
    expect(await applies(["SA"], chain)).toEqual(["YES", [["claim:rows/us", "claim:rows/state"]]]);
  });

  it("is undetermined through what is only possible, and through an affiliation", async () => {
    const past = relation("cn", "Control", "company:cn", X, { end: "2020" });
    expect((await applies(["CN"], [past]))[0]).toBe("UNDETERMINED");
    expect((await applies(["CN"], [relation("aff", "Affiliation", X, "company:cn")]))[0]).toBe(
      "UNDETERMINED",
    );
    expect((await applies(["CN"], [relation("y", "Ownership", "company:y", X)]))[0]).toBe("UNDETERMINED");
  });

  it("leaves Hong Kong undetermined under a policy on China that does not name it", async () => {
    expect(await applies(["CN"], [], "HK")).toEqual(["UNDETERMINED", []]);
    expect(await applies(["CN", "HK"], [], "HK")).toEqual(["YES", []]);
    expect(await applies(["RU"], [], "HK")).toEqual(["NO", []]);
    expect(await applies(["CN"], [byHk])).toEqual(["UNDETERMINED", [["claim:rows/hk"]]]);
  });

  it("is undetermined where the policy names no country, and no where it has ended", async () => {
    expect(await applies([], [byHk], "CN")).toEqual(["UNDETERMINED", []]);
    const clock = { startEarliest: DAWN, startLatest: 1, endEarliest: 2, endLatest: 2 };
    const ended = policy(["CN"], { clock: { ...clock, recorded: DAWN, retracted: NEVER, undated: false } });
    expect((await review([ended], { country: "CN" })).policies[0]?.applies).toBe("NO");
  });
});

describe("an elevated-risk review", () => {
  const listed = [
    subjectRow({ id: "claim:rows/subject", flag: "listing:l", entity: X, role: "listed" }),
    eventRow({ id: "claim:rows/event", flag: "listing:l", event: "listed", start: "2019-05-16" }),
  ];

  it("says first whether the counterparty is listed by name, and what the lists can tell", async () => {
    expect((await review([policy(["CN"]), ...listed])).summary).toContain(
      `${X} was added to the Entity List on 16 May 2019.`,
    );
    expect((await review([policy(["CN"])])).summary).toContain("It holds no list in full for that day");
    const loaded = await review([policy(["CN"])], { lists: { "us-entity-list": "complete" } });
    expect(loaded.summary).toContain(
      "It holds in full for that day the Entity List. Of other lists this says nothing.",
    );
  });

  it("judges the decisions in force, three-valued", async () => {
    const decision = (id: string, counterparty: string, end: string | null = null) =>
      decisionRow({
        id: `claim:rows/${id}`,
        by: S,
        kind: "moratorium",
        counterparties: [counterparty],
        coversSubsidiaries: true,
        start: "2019-04-03",
        end,
      });
    const { decisions } = await review([
      decision("a", X),
      decision("b", "company:cn"),
      decision("c", "company:us"),
      decision("d", X, "2020-01-01"),
      decision("e", X, "2020"),
      relation("cn", "Affiliation", X, "company:cn"),
    ]);
    expect(decisions.map(({ decision: id, covers }) => [id.slice(-1), covers])).toEqual([
      ["a", "YES"],
      ["b", "UNDETERMINED"],
      ["c", "NO"],
      ["e", "UNDETERMINED"],
    ]);
  });

  it("lays flags, ownership by public bodies, money and research out under the criteria they are about", async () => {
    const state = relation("state", "Ownership", "public-body:state", X, { share: "98.5" });
    const gift = relation("gift", "Funding", X, S, { amount: "5", currency: "USD" });
    const denied = relation("denied", "Collaboration", S, X, { status: "denied" });
    const { criteria } = await review([policy(["CN"]), ...listed, state, gift, denied]);
    expect(criteria.map(({ criterion, flags, claims }) => [criterion, flags, claims])).toEqual([
      ["intellectual_property", [], [denied.id]],
      ["economic_competitiveness", [], [gift.id, state.id]],
      ["national_security", [], [state.id]],
      ["human_rights", ["listing:l"], []],
    ]);
    expect(criteria[0]?.explanation).toContain(`According to A paper, ${S} had no joint work with ${X}`);
  });

  it("tells what a source denies between the two, whatever the criteria are about", async () => {
    const denied = {
      ...relation("denied", "Collaboration", S, X, { status: "denied" }),
      quote: "We never met X.",
    };
    const { summary } = await review([policy(["CN"], { criteria: ["human_rights"] }), denied]);
    expect(summary).toContain(`According to A paper, ${S} had no joint work with ${X}`);
  });

  it("says plainly that there is nothing", async () => {
    const { criteria, summary } = await review([policy(["CN"])]);
    expect(criteria.map(({ explanation }) => explanation)[1]).toBe(
      [
        `On "economic competitiveness": This collection holds no probe or listing of ${X} or of a known owner that speaks of this.`,
        `This collection holds no claim that a public body owns or controls ${X}.`,
        `This collection holds no money from ${X} to ${S}.`,
        "This collection does not look at markets and subsidies.",
      ].join(" "),
    );
    expect(summary).toContain('It holds nothing on "intellectual property", "economic competitiveness"');
  });

  it("says that a university has no policy", async () => {
    const answer = await review([]);
    expect([answer.policies, answer.criteria]).toEqual([[], []]);
    expect(answer.summary).toContain(`This collection holds no review policy of ${S}.`);
  });
});
