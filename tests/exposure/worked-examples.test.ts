import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import type { Claim } from "../../src/domain/record.js";
import { findExposures } from "../../src/exposure/findings/find-exposures.js";
import { runToCompletion } from "../../src/graph/run-to-completion.js";
import { View } from "../../src/graph/view.js";
import { control, votesOf } from "../../src/ownership/control/control.js";
import { projectionOf } from "./naive/projection-of.js";
import {
  entityRow,
  eventRow,
  flagRow,
  type RelationCells,
  relationRow,
  subjectRow,
  termsOf,
} from "./naive/rows.js";

const S = "university:s";
const T = "company:t";
const X = "company:x";
const ALL_STATES = { states: ["open", "established", "suspended", "ended"] as const };

let rows = 0;
function relation(kind: RelationCells["kind"], from: string, to: string, cells: Partial<RelationCells> = {}) {
  rows += 1;
  return relationRow({ id: `claim:rows/r${rows}`, kind, from, to, ...cells });
}

async function viewOf(claims: readonly Claim[], validAt: string) {
  const ids = claims.flatMap((claim) => {
    if (claim.record === "relation") return [claim.from, claim.to];
    return claim.record === "subject" ? [claim.entity] : [];
  });
  const entities = [...new Set(ids)].map((id) => entityRow(id));
  const flags = [flagRow("probe:p"), flagRow("listing:l")];
  return View.of(await projectionOf({ entities, flags, claims }), termsOf(S, validAt));
}

describe("the worked table of timing", () => {
  const flagClaims = [
    subjectRow({ id: "claim:rows/sp", flag: "probe:p", entity: T, role: "respondent" }),
    eventRow({ id: "claim:rows/e1", flag: "probe:p", event: "opened", start: "2018-01-10" }),
    eventRow({ id: "claim:rows/e2", flag: "probe:p", event: "dismissed", start: "2020-06-01" }),
    subjectRow({ id: "claim:rows/sl", flag: "listing:l", entity: T, role: "listed" }),
    eventRow({ id: "claim:rows/e3", flag: "listing:l", event: "listed", start: "2019-05-16" }),
  ];
  const money = (payer: string) => [
    relationRow({ id: "claim:rows/G1", kind: "Funding", from: payer, to: S, start: "2016-05-01" }),
    relationRow({ id: "claim:rows/G2", kind: "Funding", from: payer, to: S, start: "2019-06-01" }),
    relationRow({ id: "claim:rows/G3", kind: "Funding", from: payer, to: S, start: "2019" }),
    relationRow({ id: "claim:rows/G4", kind: "Funding", from: payer, to: S, start: "2021-01-01" }),
    relationRow({
      id: "claim:rows/K",
      kind: "Funding",
      from: payer,
      to: S,
      start: "2017-01-01",
      end: "2020-01-01",
    }),
  ];

  it("times gifts of the target itself", async () => {
    const view = await viewOf([...flagClaims, ...money(T)], "2021-06-01");
    const [finding] = findExposures(view, termsOf(S, "2021-06-01", { flags: ALL_STATES })).findings;
    const transactions = finding?.counterparties[0]?.transactions ?? [];
    const table = Object.fromEntries(
      transactions.map(({ relation: id, byFlag }) => [
        id.replace("claim:rows/", ""),
        Object.fromEntries(
          byFlag.map(({ flag, timing, days, flagState }) => [flag, [timing, days, flagState]]),
        ),
      ]),
    );
    expect(table).toEqual({
      G1: { "probe:p": ["BEFORE", 619, null], "listing:l": ["BEFORE", 1110, null] },
      G2: { "probe:p": ["CONCURRENT", null, "open"], "listing:l": ["CONCURRENT", null, "open"] },
      G3: { "probe:p": ["CONCURRENT", null, "open"], "listing:l": ["POSSIBLY_CONCURRENT", null, "open"] },
      G4: { "probe:p": ["AFTER", 215, "ended"], "listing:l": ["CONCURRENT", null, "open"] },
      K: { "probe:p": ["CONCURRENT", null, "open"], "listing:l": ["CONCURRENT", null, "open"] },
    });
  });

  it("lets in only what a chain of 2018 carries", async () => {
    const chain = relation("Ownership", T, X, { share: "100", start: "2018-01-01", end: "2019-01-01" });
    const view = await viewOf([...flagClaims, ...money(X), chain], "2021-06-01");
    const { findings } = findExposures(view, termsOf(S, "2021-06-01", { flags: ALL_STATES }));
    const transactions = findings
      .flatMap((finding) => finding.counterparties)
      .flatMap((each) => each.transactions);
    expect(transactions.map(({ relation: id }) => id)).toEqual(["claim:rows/K"]);
    // From the last day on which contract and chain hold, 2018-12-31, to 2019-05-16 are 136 days.
    expect(transactions[0]?.byFlag.map(({ flag, timing, days }) => [flag, timing, days])).toEqual([
      ["listing:l", "BEFORE", 136],
      ["probe:p", "CONCURRENT", null],
    ]);
  });
});

describe("company control", () => {
  const since = { start: "2019-01-01" };
  const on = async (claims: readonly Claim[], company: string, controller = "company:a") => {
    const view = await viewOf(claims, "2020-01-01");
    const { entities } = view.projection;
    return control(view, entities.indexOf(controller), entities.indexOf(company), parseDay("2020-01-01"));
  };
  const owns = (from: string, to: string, share: string) =>
    relation("Ownership", `company:${from}`, `company:${to}`, { share, ...since });

  it("adds what controlled companies hold: 30 and 25 by B make 55", async () => {
    expect(await on([owns("a", "b", "51"), owns("a", "c", "30"), owns("b", "c", "25")], "company:c")).toBe(
      "YES",
    );
  });

  it("says no to exactly half, and yes to more than half", async () => {
    expect(await on([owns("a", "b", "50")], "company:b")).toBe("NO");
    expect(await on([owns("a", "b", "(50,75)")], "company:b")).toBe("YES");
    expect(await on([owns("a", "b", "[50,75)")], "company:b")).toBe("UNDETERMINED");
    expect(await on([owns("a", "b", "")], "company:b")).toBe("UNDETERMINED");
  });

  it("runs down a pyramid of four links at 51", async () => {
    const links = [owns("a", "b", "51"), owns("b", "c", "51"), owns("c", "d", "51"), owns("d", "e", "51")];
    expect(await on(links, "company:e")).toBe("YES");
  });

  it("does not let a cycle lift itself", async () => {
    const ring = [owns("a", "b", "30"), owns("c", "b", "30"), owns("b", "c", "60")];
    expect(await on(ring, "company:b")).toBe("NO");
  });

  it("leaves an affiliation undetermined, and takes a statement of control", async () => {
    expect(await on([relation("Affiliation", "company:b", "company:a", since)], "company:b")).toBe(
      "UNDETERMINED",
    );
    expect(await on([relation("Control", "company:a", "company:b", since)], "company:b")).toBe("YES");
  });

  it("knows no votes where only an economic share is given", async () => {
    const economic = relation("Ownership", "company:a", "company:b", {
      share: "60",
      right: "economic",
      ...since,
    });
    expect(await on([economic], "company:b")).toBe("UNDETERMINED");
  });

  it("gives an unknown share no more than the others leave", async () => {
    expect(await on([owns("a", "b", ""), owns("o", "b", "60")], "company:b")).toBe("NO");
    const view = await viewOf([owns("a", "b", ""), owns("o", "b", "60")], "2020-01-01");
    const { entities } = view.projection;
    const [a, b] = [entities.indexOf("company:a"), entities.indexOf("company:b")];
    expect(runToCompletion(votesOf(view, a, b, parseDay("2020-01-01")))).toMatchObject({ min: 0, max: 0.4 });
  });
});
