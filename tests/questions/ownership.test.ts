import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { answerControl } from "../../src/questions/control.js";
import { answerIntegratedOwnership } from "../../src/questions/integrated-ownership.js";
import {
  ownershipsOf,
  parentsOf,
  subsidiariesOf,
  ultimateParentsOf,
} from "../../src/questions/lists/corporate-hierarchy.js";
import { ListScope } from "../../src/questions/lists/list-scope.js";
import { answerOwnership } from "../../src/questions/ownership.js";
import { answerOwnershipRule } from "../../src/questions/ownership-rule.js";
import { entityRow } from "../exposure/naive/rows.js";
import { claimsOf, type Edge } from "../exposure/ownership-graph.js";
import { graphOf } from "./graph-of.js";

const DAY = parseDay("2020-06-01");
const clocks = { validAt: DAY, knownAt: parseDay("2024-01-01") };

async function graph(edges: readonly Edge[]) {
  const claims = claimsOf(edges);
  const ids = claims.flatMap((claim) => (claim.record === "relation" ? [claim.from, claim.to] : []));
  return graphOf({ entities: [...new Set(ids)].map((id) => entityRow(id)), flags: [], claims });
}

const GROUP: Edge[] = [
  ["p", "a", "60"],
  ["a", "b", "50"],
  ["b", "c", "10"],
  ["p", "d", "controls"],
  ["q", "a", "25"],
  ["a", "old", "100", { end: "2010-01-01" }],
  ["q", "q", "5"],
];

describe("ownership of a company", () => {
  it("lists everybody above and below with direct and integrated shares, control and a path", async () => {
    const answer = await answerOwnership(await graph(GROUP), { of: "company:a", ...clocks });
    expect(answer).toMatchObject({ company: "company:a", known: 0.85, unknown: 0.15, problems: [] });
    const brief = (stakes: NonNullable<typeof answer>["holders"]) =>
      stakes.map(({ party, direct, integrated, control, path }) => [
        party,
        direct?.min ?? null,
        integrated?.min,
        control,
        path.hops,
      ]);
    expect(brief(answer?.holders ?? [])).toEqual([
      ["company:p", 0.6, 0.6, "YES", 1],
      ["company:q", 0.25, 0.25, "NO", 1],
    ]);
    expect(brief(answer?.holdings ?? [])).toEqual([
      ["company:b", 0.5, 0.5, "NO", 1],
      ["company:c", null, 0.05, "NO", 2],
    ]);
  });

  it("reads the right that is asked for; the integrated share stays economic", async () => {
    const edges: Edge[] = [["p", "a", "60", { right: "votes" }]];
    const ask = async (right: "economic" | "votes" | "unspecified") => {
      const answer = await answerOwnership(await graph(edges), { of: "company:a", right, ...clocks });
      const [holder] = answer?.holders ?? [];
      return [holder?.direct?.min, holder?.direct?.max, holder?.integrated?.max, answer?.known];
    };
    expect(await ask("votes")).toEqual([0.6, 0.6, 1, 0.6]);
    expect(await ask("economic")).toEqual([0, 1, 1, 0]);
    expect(await ask("unspecified")).toEqual([0.6, 0.6, 1, 0.6]);
  });

  it("reports shares above 100", async () => {
    const edges: Edge[] = [
      ["p", "a", "80"],
      ["q", "a", "80"],
    ];
    const answer = await answerOwnership(await graph(edges), { of: "company:a", ...clocks });
    expect(answer?.problems[0]).toContain("160 per cent");
    expect(answer?.unknown).toBe(0);
    const pair = { owner: "company:p", company: "company:a", ...clocks };
    expect(await answerIntegratedOwnership(await graph(edges), pair)).toMatchObject({
      share: { min: 0, max: 1 },
      direct: { min: 0.8, max: 0.8 },
      problems: [expect.stringContaining("160 per cent")],
    });
  });

  it("refuses an id that is not there, and a flagged party that is not", async () => {
    const here = await graph(GROUP);
    const unknown = { code: "NOT_FOUND", fields: { value: "company:none" } };
    await expect(answerOwnership(here, { of: "company:none" })).rejects.toMatchObject(unknown);
    await expect(
      answerIntegratedOwnership(here, { owner: "company:none", company: "company:a" }),
    ).rejects.toMatchObject(unknown);
    await expect(
      answerControl(here, { controller: "company:a", company: "company:none" }),
    ).rejects.toMatchObject(unknown);
    const rule = { company: "company:a", regime: "OFAC_50" as const };
    await expect(answerOwnershipRule(here, { ...rule, company: "company:none" })).rejects.toMatchObject(
      unknown,
    );
    await expect(answerOwnershipRule(here, { ...rule, flagged: ["company:none"] })).rejects.toThrow(
      /flagged: "company:none"/,
    );
  });
});

describe("corporate hierarchy", () => {
  async function kin(validAt: number | null = DAY) {
    const here = await graph(GROUP);
    const projection = await here.current();
    const scope = new ListScope(here, projection, { validAt }, DAY);
    const names = ({ items }: { readonly items: readonly number[] }) =>
      items.map((party) => projection.entities.id(party).replace("company:", "")).join(" ");
    return { scope, names };
  }

  it("gives parents and, above all of them, ultimate parents", async () => {
    const { scope, names } = await kin();
    expect(names(parentsOf(scope, "company:b"))).toBe("a");
    expect(names(await ultimateParentsOf(scope, "company:c"))).toBe("p q");
    expect(names(await ultimateParentsOf(scope, "company:p"))).toBe("");
    expect(names(parentsOf(scope, "company:q"))).toBe("");
  });

  it("gives subsidiaries at any depth, less those of which the share is certainly below minShare", async () => {
    const { scope, names } = await kin();
    expect(names(await subsidiariesOf(scope, "company:p", null))).toBe("a b c d");
    expect(names(await subsidiariesOf(scope, "company:p", 0.3))).toBe("a b d");
    expect(names(await subsidiariesOf(scope, "company:p", 0.31))).toBe("a d");
    await expect(subsidiariesOf(scope, "company:p", 2)).rejects.toThrow(/minShare: 2/);
  });

  it("shows what held on any day where none is asked for", async () => {
    const { scope, names } = await kin(null);
    expect(names(await subsidiariesOf(scope, "company:a", null))).toBe("b c old");
    const holdings = await ownershipsOf(scope, "company:a", "outgoing", async () => new Set());
    expect(holdings.items).toHaveLength(2);
    const dated = await ownershipsOf((await kin()).scope, "company:a", "outgoing", async () => new Set());
    expect(dated.items).toHaveLength(1);
    const owners = await ownershipsOf(scope, "company:a", "incoming", async () => new Set());
    expect(owners.items).toHaveLength(2);
  });

  it("gives the ring where the top of a group is one", async () => {
    const here = await graph([
      ["a", "b", "50"],
      ["b", "a", "50"],
      ["b", "c", "100"],
    ]);
    const projection = await here.current();
    const scope = new ListScope(here, projection, { validAt: DAY }, DAY);
    const ids = async (company: string) =>
      (await ultimateParentsOf(scope, company)).items.map((party) => projection.entities.id(party));
    expect(await ids("company:c")).toEqual(["company:a", "company:b"]);
    expect(await ids("company:a")).toEqual(["company:b"]);
  });
});
