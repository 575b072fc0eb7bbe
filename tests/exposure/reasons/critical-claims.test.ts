import { describe, expect, it } from "vitest";
import type { Claim } from "../../../src/domain/record.js";
import { findExposures } from "../../../src/exposure/findings/find-exposures.js";
import { criticalClaims } from "../../../src/exposure/reasons/critical-claims.js";
import { runToCompletion } from "../../../src/graph/run-to-completion.js";
import { View } from "../../../src/graph/view.js";
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

const S = "university:s";
const T = "company:t";
const X = "company:x";

function relation(
  id: string,
  kind: RelationCells["kind"],
  from: string,
  to: string,
  cells: Partial<RelationCells> = {},
): Claim {
  return relationRow({ id: `claim:rows/${id}`, kind, from, to, start: "2015-01-01", ...cells });
}

const gift = (id: string, from: string, start: string, to = S) =>
  relation(id, "Funding", from, to, { start, amount: "100", currency: "USD" });

/** The claims without which the university has no finding of a channel to T, as answered and by asking without each. */
async function critical(claims: readonly Claim[], channel: string, minShare?: number) {
  const all = [
    subjectRow({ id: "claim:rows/s", flag: "listing:l", entity: T, role: "listed" }),
    eventRow({ id: "claim:rows/e", flag: "listing:l", event: "listed", start: "2015-01-01" }),
    ...claims,
  ];
  const ids = all.flatMap((claim) => (claim.record === "relation" ? [claim.from, claim.to] : []));
  const entities = [...new Set([...ids, S, T])].map((id) => entityRow(id));
  const terms = { ...termsOf(S, "2023-01-01"), ...(minShare !== undefined && { minShare }) };
  const ask = async (left: readonly Claim[]) => {
    const view = View.of(
      await projectionOf({ entities, flags: [flagRow("listing:l")], claims: left }),
      terms,
    );
    const finding = findExposures(view, terms).findings.find(
      (each) => each.channel === channel && each.target === T,
    );
    return { view, finding };
  };
  const { view, finding } = await ask(all);
  if (!finding) throw new Error("no finding");
  const asked: string[] = [];
  for (const { id } of claims)
    if (!(await ask(all.filter((claim) => claim.id !== id))).finding) asked.push(id);
  return { answered: runToCompletion(criticalClaims(view, terms, finding)), asked: asked.sort() };
}

describe("critical claims of a finding that stands on a condition of asOf", () => {
  it("name the later gift, where X controls T only on its day (PARENT without a named target)", async () => {
    // Without the gift of 2022 asOf is the day of the gift of 2018, on which X holds 20 of the votes: control NO.
    const { answered, asked } = await critical(
      [
        relation("control", "Control", X, T, { start: "2020-01-01" }),
        gift("early", X, "2018-01-01"),
        gift("late", X, "2022-01-01"),
        relation("minority", "Ownership", X, T, { share: "20" }),
      ],
      "PARENT",
    );
    expect(asked).toEqual(["claim:rows/control", "claim:rows/late"]);
    expect(answered).toEqual(asked);
  });

  it("name the part that received the later gift", async () => {
    const { answered, asked } = await critical(
      [
        relation("control", "Control", X, T, { start: "2020-01-01" }),
        gift("early", X, "2018-01-01"),
        gift("late", X, "2022-01-01", "organization:lab"),
        relation("minority", "Ownership", X, T, { share: "20" }),
        relation("part", "PartOf", "organization:lab", S),
      ],
      "PARENT",
    );
    expect(asked).toEqual(["claim:rows/control", "claim:rows/late", "claim:rows/part"]);
    expect(answered).toEqual(asked);
  });

  it("name the later gift, where only on its day T holds minShare of the payer", async () => {
    const { answered, asked } = await critical(
      [
        gift("early", X, "2018-01-01"),
        gift("late", X, "2022-01-01"),
        relation("less", "Ownership", T, X, { share: "10", end: "2020-01-01" }),
        relation("more", "Ownership", T, X, { share: "60", start: "2020-01-01" }),
      ],
      "SUBSIDIARY",
      0.5,
    );
    expect(asked).toEqual(["claim:rows/late", "claim:rows/more"]);
    expect(answered).toEqual(asked);
  });

  it("name another holder's claim, where only with it the shares come to more than 100 and count as unknown", async () => {
    const { answered, asked } = await critical(
      [
        gift("gift", X, "2022-01-01"),
        relation("other", "Ownership", "company:o", X, { share: "70" }),
        relation("own", "Ownership", T, X, { share: "40" }),
      ],
      "SUBSIDIARY",
      0.5,
    );
    expect(asked).toEqual(["claim:rows/gift", "claim:rows/other", "claim:rows/own"]);
    expect(answered).toEqual(asked);
  });

  it("name the claim that puts another listed party below T as well as above it", async () => {
    // X → U → T: U is the topmost listed party below X, unless it stands below T too.
    const { answered, asked } = await critical(
      [
        relation("back", "Ownership", T, "company:u", { share: "10" }),
        gift("gift", X, "2022-01-01"),
        relation("lower", "Control", "company:u", T),
        relation("upper", "Control", X, "company:u"),
        subjectRow({ id: "claim:rows/u", flag: "listing:l", entity: "company:u", role: "listed" }),
      ],
      "PARENT",
    );
    expect(asked).toEqual(["claim:rows/back", "claim:rows/gift", "claim:rows/lower", "claim:rows/upper"]);
    expect(answered).toEqual(asked);
  });

  it("are not the PartOf without which a payer would be no part of the university, and its own money would tie it", async () => {
    // Of X's money to the laboratory nothing is left without the laboratory; but then V, a part of it, is a payer as well.
    const { answered, asked } = await critical(
      [
        relation("lab", "PartOf", "organization:lab", S),
        relation("v-lab", "PartOf", "company:v", "organization:lab"),
        gift("g", X, "2021-01-01", "organization:lab"),
        gift("h", "company:v", "2021-01-01"),
        relation("t-x", "Ownership", T, X, { share: "60" }),
        relation("t-v", "Ownership", T, "company:v", { share: "60" }),
      ],
      "SUBSIDIARY",
    );
    expect(answered).toEqual(asked);
    expect(answered).toEqual(["claim:rows/g", "claim:rows/t-x"]);
  });
});
