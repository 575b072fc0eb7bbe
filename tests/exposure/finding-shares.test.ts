import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/domain/record.js";
import type { Finding } from "../../src/exposure/finding.js";
import { findExposures } from "../../src/exposure/findings/find-exposures.js";
import { criticalClaims } from "../../src/exposure/reasons/critical-claims.js";
import { runToCompletion } from "../../src/graph/run-to-completion.js";
import { View } from "../../src/graph/view.js";
import { findingShares, transactionShare } from "../../src/questions/report/finding-shares.js";
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
const DAY = "2021-06-01";

let rows = 0;
function relation(kind: RelationCells["kind"], from: string, to: string, cells: Partial<RelationCells> = {}) {
  rows += 1;
  return relationRow({ id: `claim:rows/r${rows}`, kind, from, to, start: "2015-01-01", ...cells });
}

const owns = (from: string, to: string, share: string, cells: Partial<RelationCells> = {}) =>
  relation("Ownership", from, to, { share, ...cells });
const gift = (from: string, amount: string, start: string, cells: Partial<RelationCells> = {}) =>
  relation("Funding", from, S, { amount, currency: "USD", start, ...cells });

const LISTED = [
  subjectRow({ id: "claim:rows/s", flag: "listing:l", entity: T, role: "listed" }),
  eventRow({ id: "claim:rows/e", flag: "listing:l", event: "listed", start: "2019-05-16" }),
];

async function ask(claims: readonly Claim[], minShare?: number, channel = "SUBSIDIARY") {
  const all = [...LISTED, ...claims];
  const ids = all.flatMap((claim) => (claim.record === "relation" ? [claim.from, claim.to] : []));
  const entities = [...new Set([...ids, S, T])].map((id) => entityRow(id));
  const projection = await projectionOf({ entities, flags: [flagRow("listing:l")], claims: all });
  const terms = { ...termsOf(S, DAY), ...(minShare !== undefined && { minShare }) };
  const view = View.of(projection, terms);
  const finding = findExposures(view, terms).findings.find((each) => each.channel === channel) as Finding;
  return { view, terms, finding, shares: finding && findingShares(view, finding) };
}

describe("shares of a finding", () => {
  it("gives the target's economic share of each counterparty, and looks through to its part of the money", async () => {
    // 60 of 50 are 30 per cent; 30 per cent of 1000 are 300. The gift of 2018 came before the listing.
    const claims = [
      owns(T, "company:m", "60"),
      owns("company:m", X, "50"),
      gift(X, "1000", "2020-01-01"),
      gift(X, "70", "2018-01-01"),
    ];
    const { finding, shares } = await ask(claims);
    const [counterparty] = finding.counterparties;
    if (!counterparty) throw new Error("no counterparty");
    expect(await shares.economicShare(counterparty)).toMatchObject({
      share: { min: 0.3, max: 0.3 },
      closedLoop: false,
    });
    expect(await shares.lookThrough()).toEqual([{ currency: "USD", min: 300, max: 300 }]);
    expect(await shares.ruleVerdict("OFAC_50", [T])).toBe("YES");
    expect(await (await shares.rule(counterparty, "OFAC_50", [T])).proof()).toHaveLength(2);
    expect(await shares.ruleVerdict("UK_50", [T])).toBe("NO");
  });

  it("reads a share on the transaction's own day", async () => {
    const claims = [
      owns(T, X, "80", { end: "2020-06-01" }),
      owns(T, X, "20", { start: "2020-06-01" }),
      gift(X, "100", "2020-01-01"),
      gift(X, "100", "2021-01-01"),
    ];
    const { view, finding, shares } = await ask(claims);
    const transactions = finding.counterparties.flatMap((each) => each.transactions);
    const ownShares = await Promise.all(transactions.map((each) => transactionShare(view, each)));
    expect(ownShares.map(({ share }) => share?.min)).toEqual([0.8, 0.2]);
    expect(await shares.lookThrough()).toEqual([{ currency: "USD", min: 100, max: 100 }]);
  });

  it("adds [0, amount] for an unknown share and for a closed loop", async () => {
    const unknown = await ask([owns(T, X, ""), gift(X, "100", "2020-01-01")]);
    expect(await unknown.shares.lookThrough()).toEqual([{ currency: "USD", min: 0, max: 100 }]);
    const loop = [owns(T, X, "100"), owns(X, T, "100"), gift(X, "100", "2020-01-01")];
    const closed = await ask(loop);
    const [counterparty] = closed.finding.counterparties;
    if (!counterparty) throw new Error("no counterparty");
    expect(await closed.shares.economicShare(counterparty)).toMatchObject({ share: null, closedLoop: true });
    expect(await closed.shares.lookThrough()).toEqual([{ currency: "USD", min: 0, max: 100 }]);
  });

  it("gives the target the whole of its own money", async () => {
    const { finding, shares } = await ask(
      [gift(T, "100", "2020-01-01", { amountMax: ".." })],
      undefined,
      "DIRECT",
    );
    const [counterparty] = finding.counterparties;
    if (!counterparty) throw new Error("no counterparty");
    expect(await shares.economicShare(counterparty)).toMatchObject({ share: { min: 1, max: 1 } });
    expect(await shares.lookThrough()).toEqual([{ currency: "USD", min: 100, max: null }]);
  });
});

describe("minShare", () => {
  const claims = (share: string) => [owns(T, X, share), gift(X, "100", "2020-01-01")];

  it("drops a counterparty whose share is certainly below it, and no other", async () => {
    expect((await ask(claims("30"), 0.3)).finding).toBeDefined();
    expect((await ask(claims("30"), 0.31)).finding).toBeUndefined();
    expect((await ask(claims("[10,40]"), 0.4)).finding).toBeDefined();
    expect((await ask(claims(""), 1)).finding).toBeDefined();
  });

  it("makes a claim critical without which the share falls below it", async () => {
    const aside = [
      owns(T, X, "10"),
      owns(T, "company:a", "100"),
      owns("company:a", X, "45"),
      gift(X, "100", "2020-01-01"),
    ];
    const ids = aside.map((claim) => claim.id);
    const { view, terms, finding } = await ask(aside, 0.5);
    expect(runToCompletion(criticalClaims(view, terms, finding))).toEqual([...ids].sort());
  });
});
