import { describe, expect, it } from "vitest";
import { parseDay } from "../../../src/domain/day.js";
import type { Regime } from "../../../src/ownership/rules/regimes.js";
import { flaggedParties, ruleAnswer } from "../../../src/questions/ownership-rule.js";
import { DOSSIER, eventRow, subjectRow } from "../../exposure/naive/rows.js";
import {
  ASKED_ON,
  companyId,
  type Edge,
  type GraphOptions,
  party,
  viewOfEdges,
} from "../../exposure/ownership-graph.js";

interface Asked extends GraphOptions {
  readonly regime?: Regime;
  readonly flagged?: readonly string[] | null;
}

async function ask(edges: readonly Edge[], company: string, asked: Asked = {}) {
  const view = await viewOfEdges(edges, asked);
  const flagged = asked.flagged === undefined ? ["x"] : asked.flagged;
  return ruleAnswer(view, {
    regime: asked.regime ?? "OFAC_50",
    company: party(view, company),
    day: parseDay(asked.on ?? ASKED_ON),
    flagged: flaggedParties(view, flagged?.map(companyId)),
  });
}

async function verdicts(edges: readonly Edge[], companies: string, asked: Asked = {}) {
  const answers = await Promise.all([...companies].map((company) => ask(edges, company, asked)));
  for (const answer of answers) expect(await answer.explanation()).not.toBe("");
  return answers.map((answer) => answer.verdict).join(" ");
}

describe("the worked examples of legal rules", () => {
  it("FAQ 398: control alone does not catch, 40 owned", async () => {
    const edges: Edge[] = [
      ["X", "E", "controls"],
      ["X", "E", "40"],
    ];
    expect(await verdicts(edges, "E")).toBe("NO");
  });

  it("FAQ 399: two parties with 25 each are added, not in the UK", async () => {
    const edges: Edge[] = [
      ["X", "A", "25"],
      ["Y", "A", "25"],
    ];
    expect(await verdicts(edges, "A", { flagged: ["x", "y"] })).toBe("YES");
    expect(await verdicts(edges, "A", { flagged: ["x", "y"], regime: "UK_50" })).toBe("NO");
  });

  it("FAQ 401 example 1: a chain of 50 and 50 catches both; the product, 25, is not used", async () => {
    const edges: Edge[] = [
      ["X", "A", "50"],
      ["A", "B", "50"],
    ];
    expect(await verdicts(edges, "AB")).toBe("YES YES");
    expect(await verdicts(edges, "AB", { regime: "UK_50" })).toBe("NO NO");
  });

  it("FAQ 401 example 2: two caught companies with 25 each", async () => {
    const edges: Edge[] = [
      ["X", "A", "50"],
      ["X", "B", "50"],
      ["A", "C", "25"],
      ["B", "C", "25"],
    ];
    expect(await verdicts(edges, "ABC")).toBe("YES YES YES");
  });

  it("FAQ 401 example 3: 10 directly and 40 through a caught company", async () => {
    const edges: Edge[] = [
      ["X", "A", "50"],
      ["X", "B", "10"],
      ["A", "B", "40"],
    ];
    expect(await verdicts(edges, "AB")).toBe("YES YES");
  });

  it("FAQ 401 example 4: a company that is not caught counts for nothing", async () => {
    const edges: Edge[] = [
      ["X", "A", "50"],
      ["X", "B", "25"],
      ["A", "C", "25"],
      ["B", "C", "25"],
    ];
    expect(await verdicts(edges, "ABC")).toBe("YES NO NO");
  });

  it("FAQ 401 example 5: two companies with 25 each are not caught, nor what they own", async () => {
    const edges: Edge[] = [
      ["X", "A", "25"],
      ["X", "B", "25"],
      ["A", "C", "50"],
      ["B", "C", "50"],
    ];
    expect(await verdicts(edges, "ABC")).toBe("NO NO NO");
  });

  it("does not let a cycle lift itself", async () => {
    const edges: Edge[] = [
      ["X", "A", "30"],
      ["B", "A", "30"],
      ["A", "B", "60"],
    ];
    expect(await verdicts(edges, "AB")).toBe("NO NO");
  });

  it("reads bands with their open ends", async () => {
    expect(await verdicts([["X", "A", "(50,75)"]], "A")).toBe("YES");
    expect(await verdicts([["X", "A", "(50,75)"]], "A", { regime: "UK_50" })).toBe("YES");
    expect(await verdicts([["X", "A", "(25,50]"]], "A")).toBe("UNDETERMINED");
    expect(await verdicts([["X", "A", "(25,50]"]], "A", { regime: "UK_50" })).toBe("NO");
    expect(await verdicts([["X", "A", "(25,50)"]], "A")).toBe("NO");
    expect(await verdicts([["X", "A", ""]], "A")).toBe("UNDETERMINED");
    const beside: Edge[] = [
      ["X", "A", ""],
      ["O", "A", "60"],
    ];
    expect(await verdicts(beside, "A")).toBe("NO");
  });

  it("leaves two unknown holders no more than the rest for both", async () => {
    const edges: Edge[] = [
      ["X", "A", ""],
      ["Y", "A", ""],
      ["O", "A", "60"],
    ];
    const answer = await ask(edges, "A", { flagged: ["x", "y"] });
    expect(answer.verdict).toBe("NO");
    expect(answer.aggregateShare).toMatchObject({ min: 0, max: 0.4 });
    expect(answer.distanceToFlip).toBeCloseTo(0.1, 12);
  });

  it("adds in the UK a party's own shares and those of companies that it has caught", async () => {
    const edges: Edge[] = [
      ["X", "A", "60"],
      ["X", "B", "30"],
      ["A", "B", "30"],
    ];
    expect(await verdicts(edges, "AB", { regime: "UK_50" })).toBe("YES YES");
  });

  it("reads exactly 50 by regime and day", async () => {
    const edges: Edge[] = [["X", "A", "50"]];
    expect(await verdicts(edges, "A")).toBe("YES");
    expect(await verdicts(edges, "A", { regime: "UK_50" })).toBe("NO");
    expect(await verdicts(edges, "A", { regime: "EU_50", on: "2024-07-02" })).toBe("NO");
    expect(await verdicts(edges, "A", { regime: "EU_50", on: "2024-07-03" })).toBe("YES");
  });

  it.each([
    ["2025-09-28", "NOT_IN_FORCE", "YES"],
    ["2025-09-29", "YES", null],
    ["2025-11-09", "YES", null],
    ["2025-11-10", "NOT_IN_FORCE", "YES"],
    ["2026-11-09", "NOT_IN_FORCE", "YES"],
    ["2026-11-10", "YES", null],
  ])("asks BIS_50 on %s: %s, would be %s", async (on, verdict, wouldBe) => {
    const answer = await ask([["X", "A", "50"]], "A", { regime: "BIS_50", on });
    expect([answer.verdict, answer.wouldBe]).toEqual([verdict, wouldBe]);
    expect(answer.distanceToFlip).toBe(verdict === "YES" ? 0 : null);
  });
});

describe("what counts as a share", () => {
  const economic = { right: "economic" } as const;
  const votes = { right: "votes" } as const;

  it("lets votes stand in where nothing else is given", async () => {
    expect(await verdicts([["X", "A", "60", votes]], "A")).toBe("YES");
    const both: Edge[] = [
      ["X", "A", "60", votes],
      ["X", "A", "10", economic],
    ];
    expect(await verdicts(both, "A")).toBe("NO");
    expect(await verdicts(both, "A", { regime: "UK_50" })).toBe("YES");
  });

  it("reads votes and an economic share that may be given beside them as either", async () => {
    const certainVotes: Edge[] = [
      ["X", "A", "60", votes],
      ["X", "A", "55", { ...economic, start: "2020" }],
    ];
    expect(await verdicts(certainVotes, "A", { on: "2020-06-30" })).toBe("YES");
    const littleOfBoth: Edge[] = [
      ["X", "A", "20", { ...economic, end: "2020" }],
      ["X", "A", "10", { ...votes, end: "2020" }],
    ];
    expect(await verdicts(littleOfBoth, "A", { on: "2020-06-30" })).toBe("NO");
    const oneOfThemCatches: Edge[] = [
      ["X", "A", "60", votes],
      ["X", "A", "10", { ...economic, start: "2020" }],
    ];
    expect(await verdicts(oneOfThemCatches, "A", { on: "2020-06-30" })).toBe("UNDETERMINED");
  });

  it("leaves the UK's votes limb undetermined where only economic shares are known", async () => {
    expect(await verdicts([["X", "A", "40", economic]], "A", { regime: "UK_50" })).toBe("UNDETERMINED");
    expect(await verdicts([["X", "A", "60", economic]], "A", { regime: "UK_50" })).toBe("YES");
  });

  it("reads an affiliation or a statement of control as an unknown share, and a part as the whole", async () => {
    expect(await verdicts([["A", "X", "affiliated"]], "A")).toBe("UNDETERMINED");
    expect(await verdicts([["X", "A", "controls"]], "A")).toBe("UNDETERMINED");
    expect(await verdicts([["A", "X", "part of"]], "A")).toBe("YES");
    const shared: Edge[] = [
      ["A", "X", "part of"],
      ["O", "A", "30"],
    ];
    expect(await verdicts(shared, "A")).toBe("UNDETERMINED");
  });

  it("counts a company's own shares for nobody and leaves them in the denominator", async () => {
    const edges: Edge[] = [
      ["X", "A", "45"],
      ["A", "A", "20"],
    ];
    expect(await verdicts(edges, "A")).toBe("NO");
  });

  it("reports known shares above 100 and reads them as they are", async () => {
    const edges: Edge[] = [
      ["X", "A", "60"],
      ["O", "A", "60"],
    ];
    const answer = await ask(edges, "A");
    expect(answer.verdict).toBe("YES");
    expect(answer.problems()).toEqual([
      "the shares of company:a that the sources give add up to 120 per cent, so one of them is wrong or out of date",
    ]);
    expect(await answer.explanation()).toContain("add up to 120 per cent");
  });
});

describe("lists and their coverage", () => {
  const listed = (cells: object = {}) => [
    subjectRow({ id: `claim:${DOSSIER}/s`, flag: "listing:l", entity: companyId("x"), role: "listed" }),
    eventRow({
      id: `claim:${DOSSIER}/ev`,
      flag: "listing:l",
      event: "listed",
      start: "2020-01-01",
      ...cells,
    }),
  ];
  const lists = { "listing:l": "us-sdn" };
  const complete = { lists: { "us-sdn": "complete" }, lastChecked: "2025-12-31" } as const;

  it("starts from the open listings of the regime's lists", async () => {
    const asked = { flagged: null, lists, others: listed(), dossier: complete };
    const answer = await ask([["X", "A", "50"]], "A", asked);
    expect(answer).toMatchObject({ verdict: "YES", flagged: ["company:x"], listsSearched: ["us-sdn"] });
    expect(await verdicts([["X", "A", "50"]], "A", { ...asked, on: "2019-12-31" })).toBe("NO");
    expect(await verdicts([["X", "A", "50"]], "A", { ...asked, regime: "EU_50" })).toBe("UNDETERMINED");
  });

  it("is undetermined about a listing of an uncertain day", async () => {
    const asked = { flagged: null, lists, others: listed({ start: "2025" }), dossier: complete };
    expect(await verdicts([["X", "A", "50"]], "A", asked)).toBe("UNDETERMINED");
    expect(await verdicts([["X", "A", "50"]], "X", asked)).toBe("UNDETERMINED");
  });

  it("is undetermined about a listing of which no source gives a day, and about none that has one later", async () => {
    const row = (cells: { published?: string; end?: string }) =>
      subjectRow({
        ...cells,
        ...{ id: `claim:${DOSSIER}/s`, flag: "listing:l", entity: companyId("x"), role: "listed" },
      });
    const about = (cells: { published?: string; end?: string }) =>
      verdicts([["X", "A", "50"]], "A", { flagged: null, lists, others: [row(cells)], dossier: complete });
    expect(await about({})).toBe("UNDETERMINED");
    expect(await about({ end: "2020-01-01" })).toBe("NO");
    expect(await about({ published: "2020-01-01" })).toBe("YES");
    expect(await about({ published: "2025-12-01" })).toBe("NO");
  });

  it.each([
    ["a partial list", { lists: { "us-sdn": "partial" }, lastChecked: "2025-12-31" }],
    ["a list checked before the day", { lists: { "us-sdn": "complete" }, lastChecked: "2025-09-30" }],
    ["no list", {}],
  ] as const)("says no NO on %s", async (_, dossier) => {
    const asked = { flagged: null, lists, others: listed(), dossier };
    const no = await ask([["X", "A", "10"]], "A", asked);
    expect(no).toMatchObject({ verdict: "UNDETERMINED", listsMissing: ["us-sdn"], distanceToFlip: null });
    expect(await no.explanation()).toContain(
      "This collection does not hold these lists in full for that day",
    );
    expect(await no.unsettled()).toEqual([]);
    expect(await verdicts([["X", "A", "50"]], "A", asked)).toBe("YES");
    expect(await verdicts([["X", "A", "50"]], "X", asked)).toBe("YES");
  });

  it("says on a NO how much is known", async () => {
    const answer = await ask([["X", "A", "25"]], "A");
    expect(answer).toMatchObject({ verdict: "NO", known: 0.25, distanceToFlip: 0.25 });
    expect(await answer.explanation()).toContain("The owners that are known hold 25 per cent of it");
  });
});

describe("proof and open shares", () => {
  it("shows under UK_50 how one party catches another that is listed too", async () => {
    const edges: Edge[] = [
      ["Y", "X", "part of"],
      ["X", "A", "40"],
      ["Y", "A", "30"],
    ];
    const answer = await ask(edges, "a", { regime: "UK_50", flagged: ["x", "y"] });
    expect(answer.verdict).toBe("YES");
    expect((await answer.proof()).map(({ relation }) => relation.split("/e")[1])).toEqual(["1", "0", "2"]);
    expect(await answer.explanation()).toContain("company:y counts in full, because the rule catches it too");
  });

  it("shows of a pair the claim in the right that the rule reads", async () => {
    const edges: Edge[] = [
      ["X", "A", "49", { right: "votes" }],
      ["X", "A", ""],
    ];
    const answer = await ask(edges, "a");
    expect(answer.verdict).toBe("UNDETERMINED");
    expect((await answer.proof()).map(({ relation }) => relation.split("/e")[1])).toEqual(["1"]);
  });

  it("shows the claims from the flagged party down, as few as suffice", async () => {
    const edges: Edge[] = [
      ["X", "A", "50"],
      ["X", "B", "10"],
      ["A", "B", "40"],
      ["O", "B", "45"],
    ];
    const answer = await ask(edges, "B");
    expect(
      (await answer.proof()).map(({ from, to, relation }) => [from, to, relation.split("/e")[1]]),
    ).toEqual([
      ["company:x", "company:a", "0"],
      ["company:a", "company:b", "2"],
      ["company:x", "company:b", "1"],
    ]);
  });

  it("ranks the unknown shares by the verdicts that they settle", async () => {
    const edges: Edge[] = [
      ["X", "A", ""],
      ["A", "B", "60"],
    ];
    const answer = await ask(edges, "B");
    expect(answer.verdict).toBe("UNDETERMINED");
    expect(await answer.unsettled()).toEqual([
      { company: "company:a", holder: "company:x", known: 0, unknown: 1, settles: 2 },
    ]);
    expect(await answer.explanation()).toContain("the share of company:x in company:a");
  });

  it("settles nothing with one of two shares that are both needed", async () => {
    const edges: Edge[] = [
      ["X", "A", "[0,40]"],
      ["Y", "A", "[0,40]"],
    ];
    const answer = await ask(edges, "A", { flagged: ["x", "y"] });
    expect((await answer.unsettled()).map(({ settles }) => settles)).toEqual([0, 0]);
  });
});
