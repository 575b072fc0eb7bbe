import { describe, expect, it } from "vitest";
import { parseDay, printDay } from "../../../src/domain/day.js";
import type { Entity } from "../../../src/domain/entity.js";
import type { Flag } from "../../../src/domain/flag.js";
import type { Claim } from "../../../src/domain/record.js";
import type { ExposureTermsOf } from "../../../src/exposure/question.js";
import type { NaiveFinding } from "./answer.js";
import { control } from "./control.js";
import { naiveExposed, naiveExposures } from "./exposures.js";
import {
  decisionRow,
  entityRow,
  eventRow,
  flagRow,
  type RelationCells,
  relationRow,
  subjectRow,
  termsOf,
} from "./rows.js";
import { see, type World } from "./world.js";

const S = "university:s";
const T = "company:t";
const X = "company:x";
const P = "program:p";

/** Entities are made from the ids that claims name. */
function worldOf(
  claims: readonly Claim[],
  flags: readonly Flag[] = [],
  entities: readonly Entity[] = [],
): World {
  const ids = claims.flatMap((claim) => {
    if (claim.record === "relation") return [claim.from, claim.to];
    if (claim.record === "subject") return [claim.entity];
    if (claim.record === "decision") return [claim.by, ...claim.counterparties];
    return [];
  });
  const made = [...new Set([S, ...ids])].filter((id) => entities.every((entity) => entity.id !== id));
  return { entities: [...entities, ...made.map((id) => entityRow(id))], flags, claims };
}

/** A probe opened on a day, of one respondent. */
function probe(entity: string, opened: string, id = "probe:one"): readonly Claim[] {
  return [
    subjectRow({ id: `claim:rows/${id}-${entity}`, flag: id, entity, role: "respondent" }),
    eventRow({ id: `claim:rows/${id}-opened`, flag: id, event: "opened", start: opened }),
  ];
}

function listing(entity: string, listed: string, id = "listing:one"): readonly Claim[] {
  return [
    subjectRow({ id: `claim:rows/${id}-${entity}`, flag: id, entity, role: "listed" }),
    eventRow({ id: `claim:rows/${id}-listed`, flag: id, event: "listed", start: listed }),
  ];
}

let rows = 0;
function relation(kind: RelationCells["kind"], from: string, to: string, cells: Partial<RelationCells> = {}) {
  rows += 1;
  return relationRow({ id: `claim:rows/r${rows}`, kind, from, to, ...cells });
}

const PROBE = flagRow("probe:one");
const LISTING = flagRow("listing:one");

function ask(world: World, validAt: string, other: Partial<ExposureTermsOf> = {}): readonly NaiveFinding[] {
  return naiveExposures(world, termsOf(S, validAt, other));
}

function shape(findings: readonly NaiveFinding[]): readonly string[] {
  return findings.map((one) => {
    return `${one.channel} ${one.target} by ${one.counterparties.map((by) => by.counterparty).join(",")}`;
  });
}

describe("the worked table of timing", () => {
  const flags = [flagRow("probe:p"), flagRow("listing:l")];
  const flagClaims = [
    subjectRow({ id: "claim:rows/sp", flag: "probe:p", entity: T, role: "respondent" }),
    eventRow({ id: "claim:rows/e1", flag: "probe:p", event: "opened", start: "2018-01-10" }),
    eventRow({ id: "claim:rows/e2", flag: "probe:p", event: "dismissed", start: "2020-06-01" }),
    subjectRow({ id: "claim:rows/sl", flag: "listing:l", entity: T, role: "listed" }),
    eventRow({ id: "claim:rows/e3", flag: "listing:l", event: "listed", start: "2019-05-16" }),
  ];
  const money = (payer: string) => [
    relationRow({ id: "G1", kind: "Funding", from: payer, to: S, start: "2016-05-01" }),
    relationRow({ id: "G2", kind: "Funding", from: payer, to: S, start: "2019-06-01" }),
    relationRow({ id: "G3", kind: "Funding", from: payer, to: S, start: "2019" }),
    relationRow({ id: "G4", kind: "Funding", from: payer, to: S, start: "2021-01-01" }),
    relationRow({ id: "K", kind: "Funding", from: payer, to: S, start: "2017-01-01", end: "2020-01-01" }),
  ];
  const states = ["open", "established", "suspended", "ended"] as const;

  it("times gifts of the target itself", () => {
    const [finding] = ask(worldOf([...flagClaims, ...money(T)], flags), "2021-06-01", { flags: { states } });
    const cell = (id: string, flag: string) => {
      const entry = finding?.counterparties[0]?.transactions.find((one) => one.relation === id);
      const timing = entry?.byFlag.find((one) => one.flag === flag);
      return [timing?.timing, timing?.days, timing?.flagState];
    };
    expect(cell("G1", "probe:p")).toEqual(["BEFORE", 619, null]);
    expect(cell("G1", "listing:l")).toEqual(["BEFORE", 1110, null]);
    expect(cell("G2", "probe:p")).toEqual(["CONCURRENT", null, "open"]);
    expect(cell("G2", "listing:l")).toEqual(["CONCURRENT", null, "open"]);
    expect(cell("G3", "probe:p")).toEqual(["CONCURRENT", null, "open"]);
    expect(cell("G3", "listing:l")).toEqual(["POSSIBLY_CONCURRENT", null, "open"]);
    expect(cell("G4", "probe:p")).toEqual(["AFTER", 215, "ended"]);
    expect(cell("G4", "listing:l")).toEqual(["CONCURRENT", null, "open"]);
    expect(cell("K", "probe:p")).toEqual(["CONCURRENT", null, "open"]);
    expect(cell("K", "listing:l")).toEqual(["CONCURRENT", null, "open"]);
  });

  it("lets in only what a chain of 2018 carries", () => {
    const chain = relation("Ownership", T, X, { share: "100", start: "2018-01-01", end: "2019-01-01" });
    const world = worldOf([...flagClaims, ...money(X), chain], flags);
    const [finding, ...others] = ask(world, "2021-06-01", { flags: { states } });
    expect(others).toEqual([]);
    const transactions = finding?.counterparties[0]?.transactions ?? [];
    expect(transactions.map((one) => one.relation)).toEqual(["K"]);
    expect(transactions[0]?.byFlag.map((one) => [one.flag, one.timing, one.days])).toEqual([
      ["listing:l", "BEFORE", 136],
      ["probe:p", "CONCURRENT", null],
    ]);
  });
});

describe("channels", () => {
  const gift = (payer: string, cells: Partial<RelationCells> = {}) =>
    relation("Funding", payer, S, { start: "2020-02-01", ...cells });
  const since = { start: "2019-01-01" };

  it("finds money and research from the target itself", () => {
    const world = worldOf([...probe(T, "2020-01-01"), gift(T)], [PROBE]);
    expect(shape(ask(world, "2020-03-01"))).toEqual(["DIRECT company:t by company:t"]);
  });

  it("finds the subsidiary of the target through any own+ claims", () => {
    const claims = [
      ...probe(T, "2020-01-01"),
      relation("Affiliation", "company:a", T, since),
      relation("PartOf", X, "company:a", since),
      gift(X),
    ];
    const [finding] = ask(worldOf(claims, [PROBE]), "2020-03-01");
    expect(finding?.channel).toBe("SUBSIDIARY");
    expect(finding?.control).toBe("UNDETERMINED");
    expect(finding?.path.steps.map((step) => [step.from, step.to, step.forward])).toEqual([
      [S, X, false],
      [X, "company:a", true],
      ["company:a", T, true],
    ]);
    expect(finding?.criticalClaims).toHaveLength(3);
  });

  it("finds a parent for a named target, and by default only above a listing it does not share", () => {
    const owns = relation("Ownership", X, T, { share: "60", ...since });
    const byProbe = worldOf([...probe(T, "2020-01-01"), owns, gift(X)], [PROBE]);
    expect(ask(byProbe, "2020-03-01")).toEqual([]);
    expect(shape(ask(byProbe, "2020-03-01", { targets: [T] }))).toEqual(["PARENT company:t by company:x"]);
    const byListing = worldOf([...listing(T, "2020-01-01"), owns, gift(X)], [LISTING]);
    expect(shape(ask(byListing, "2020-03-01"))).toEqual(["PARENT company:t by company:x"]);
  });

  it("finds both sides of a program, and a sub-program only below its backer", () => {
    const inSub = relation("Participation", S, "program:sub", { start: "2020-01-15", end: "2020-02-15" });
    const sub = relation("PartOf", "program:sub", P, since);
    const backs = relation("Backing", X, P, since);
    const owns = relation("Control", T, X, since);
    const world = worldOf([...probe(T, "2020-01-01"), inSub, sub, backs, owns], [PROBE]);
    expect(shape(ask(world, "2020-03-01"))).toEqual(["PROGRAM company:t by company:x"]);

    const whole = relation("Participation", S, P, { start: "2020-01-15", end: "2020-02-15" });
    const backsSub = relation("Backing", X, "program:sub", since);
    const wrongWay = worldOf([...probe(T, "2020-01-01"), whole, sub, backsSub, owns], [PROBE]);
    expect(ask(wrongWay, "2020-03-01")).toEqual([]);

    const backing = relation("Backing", S, P, since);
    const takesPart = relation("Participation", T, "program:sub", since);
    const other = worldOf([...probe(T, "2020-01-01"), backing, sub, takesPart], [PROBE]);
    expect(shape(ask(other, "2020-03-01"))).toEqual(["PROGRAM company:t by company:t"]);
  });

  it("names the flagged program as its own counterparty", () => {
    const world = worldOf(
      [
        ...probe(P, "2020-01-01"),
        relation("Participation", S, P, { start: "2020-02-01", end: "2020-03-01" }),
      ],
      [PROBE],
    );
    expect(shape(ask(world, "2020-03-01"))).toEqual(["PROGRAM program:p by program:p"]);
  });

  it("finds holdings of the university, and none with mere co-shareholders", () => {
    const holds = relation("Ownership", S, X, { share: "20", ...since });
    const held = (share: string) =>
      worldOf([...probe(T, "2020-01-01"), holds, relation("Ownership", T, X, { share, ...since })], [PROBE]);
    expect(shape(ask(held("60"), "2020-03-01"))).toEqual(["HOLDING company:t by company:x"]);
    expect(ask(held("40"), "2020-03-01")).toEqual([]);
    const itself = worldOf([...probe(X, "2020-01-01"), holds], [PROBE]);
    const [finding] = ask(itself, "2020-03-01");
    expect([finding?.channel, finding?.timing, finding?.control]).toEqual(["HOLDING", "CONCURRENT", "YES"]);
  });

  it("counts the gift to a part, and shows the step", () => {
    const claims = [
      ...probe(T, "2020-01-01"),
      relation("PartOf", "organization:lab", S),
      relation("Funding", T, "organization:lab", { start: "2020-02-01" }),
    ];
    const world = worldOf(claims, [PROBE]);
    expect(ask(world, "2020-03-01")[0]?.path.hops).toBe(2);
    expect(ask(world, "2020-03-01", { includeParts: false })).toEqual([]);
  });

  it("makes a decided Identity one party and shows the step", () => {
    const same = relation("Identity", "company:old", T, { decidedBy: "An editor" });
    const world = worldOf([...probe(T, "2020-01-01"), gift("company:old"), same], [PROBE]);
    const [finding] = ask(world, "2020-03-01");
    expect([finding?.channel, finding?.target, finding?.path.hops]).toEqual(["DIRECT", T, 1]);
    expect(finding?.path.steps.map((step) => [step.from, step.to])).toEqual([
      [S, "company:old"],
      ["company:old", T],
    ]);
    expect(finding?.criticalClaims).toContain(same.id);
  });

  it("asks every university for the reverse", () => {
    const world = worldOf(
      [...probe(T, "2020-01-01"), gift(T), relation("PartOf", S, "university:system")],
      [PROBE],
    );
    const { university, targets, ...terms } = termsOf(S, "2020-03-01");
    expect([...naiveExposed(world, { ...terms, to: T }).keys()]).toEqual([S, "university:system"]);
    expect([university, targets]).toEqual([S, null]);
  });
});

describe("unstated ends, decisions, statuses", () => {
  it("carries until when a source vouches for a collaboration", () => {
    const together = relation("Collaboration", S, T, { start: "2019-01-01", published: "2019-06-01" });
    const world = worldOf([...probe(T, "2020-01-01"), together], [PROBE]);
    const [finding] = ask(world, "2020-03-01");
    const [entry] = finding?.counterparties ?? [];
    expect([finding?.timing, finding?.restsOnUnstatedEnd]).toEqual(["POSSIBLY_CONCURRENT", true]);
    expect(entry?.transactions[0]?.lastStated).toBe(parseDay("2019-06-02"));
    expect(printDay(entry?.asOf ?? 0)).toBe("2019-06-01");
  });

  it("marks money after the university's own decision", () => {
    const decision = decisionRow({
      id: "claim:rows/d",
      by: S,
      kind: "cut_ties",
      counterparties: [T],
      coversSubsidiaries: true,
      start: "2020-01-15",
    });
    const claims = [
      ...probe(T, "2020-01-01"),
      decision,
      relation("Control", T, X, { start: "2019-01-01" }),
      relation("Funding", X, S, { start: "2020-01-15", amount: "5", currency: "USD" }),
      relation("Funding", X, S, { start: "2020-01-16", amount: "7", currency: "USD" }),
    ];
    const [finding] = ask(worldOf(claims, [PROBE]), "2020-03-01");
    expect(finding?.totals[0]?.afterDecision).toEqual({ min: 7, max: 7, currency: "USD" });
    expect(finding?.totals[0]?.concurrent).toEqual({ min: 12, max: 12, currency: "USD" });
  });

  it("rests on an allegation where nothing stronger carries it", () => {
    const claims = [
      ...probe(T, "2020-01-01"),
      relation("Funding", T, S, { start: "2020-01-15", status: "alleged" }),
    ];
    const statuses = ["confirmed", "reported", "alleged"] as const;
    const world = worldOf(claims, [PROBE]);
    expect(ask(world, "2020-03-01")).toEqual([]);
    expect(ask(world, "2020-03-01", { statuses })[0]?.restsOn).toBe("alleged");
  });
});

describe("control", () => {
  const owns = (from: string, to: string, share: string) =>
    relation("Ownership", from, to, { share, start: "2019" });
  const verdict = (claims: readonly Claim[], controller: string, controlled: string) => {
    const seen = see(worldOf(claims), termsOf(S, "2020-03-01"));
    return control(seen, controller, controlled, parseDay("2020-03-01"));
  };
  const [A, B, C] = ["company:a", "company:b", "company:c"] as const;

  it("adds up what controlled companies hold: 30 + 25", () => {
    expect(verdict([owns(A, B, "51"), owns(A, C, "30"), owns(B, C, "25")], A, C)).toBe("YES");
    expect(verdict([owns(A, B, "50"), owns(A, C, "30"), owns(B, C, "25")], A, C)).toBe("NO");
  });

  it("reads bands and unknown shares on both bounds", () => {
    expect(verdict([owns(A, B, "(50,75)")], A, B)).toBe("YES");
    expect(verdict([owns(A, B, "[50,75]")], A, B)).toBe("UNDETERMINED");
    expect(verdict([owns(A, B, "")], A, B)).toBe("UNDETERMINED");
    expect(verdict([owns(A, B, ""), owns(C, B, "60")], A, B)).toBe("NO");
    expect(
      verdict([relation("Ownership", A, B, { share: "90", right: "economic", start: "2019" })], A, B),
    ).toBe("UNDETERMINED");
  });

  it("leaves a shared unit undetermined", () => {
    const unit = relation("PartOf", B, A);
    expect(verdict([unit], A, B)).toBe("YES");
    expect(verdict([unit, owns(C, B, "10")], A, B)).toBe("UNDETERMINED");
  });
});
