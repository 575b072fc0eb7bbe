import { describe, expect, it } from "vitest";
import type { Claim } from "../../../src/domain/record.js";
import { exposureGroups } from "../../../src/exposure/findings/exposure-groups.js";
import { findExposures } from "../../../src/exposure/findings/find-exposures.js";
import type { ExposureTermsOf } from "../../../src/exposure/question.js";
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
const ON = "2021-01-01";

function relation(
  id: string,
  kind: RelationCells["kind"],
  from: string,
  to: string,
  cells: Partial<RelationCells> = {},
) {
  return relationRow({ id: `claim:rows/${id}`, kind, from, to, ...cells });
}

const GIFTS = [
  relation("g1", "Funding", T, S, { start: "2019-06-01", amount: "100", currency: "USD" }),
  relation("g2", "Funding", T, S, { amount: "5", currency: "USD" }),
];
/** A case against somebody else. */
const CASE = [
  subjectRow({ id: "claim:rows/s", flag: "probe:p", entity: "company:other", role: "respondent" }),
  eventRow({ id: "claim:rows/e", flag: "probe:p", event: "charged", start: "2018-01-10" }),
];

async function ask(claims: readonly Claim[], other: Partial<ExposureTermsOf>) {
  const ids = claims.flatMap((claim) => {
    if (claim.record === "relation") return [claim.from, claim.to];
    return claim.record === "subject" ? [claim.entity] : [];
  });
  const entities = [...new Set(ids)].map((id) => entityRow(id));
  const terms = termsOf(S, ON, other);
  const view = View.of(
    await projectionOf({ entities, flags: [flagRow("probe:p"), flagRow("listing:l")], claims }),
    terms,
  );
  return { view, findings: findExposures(view, terms).findings };
}

describe("a named target for which no flag counts", () => {
  it("has no timing, whether its gifts are dated or not", async () => {
    const { findings } = await ask([...GIFTS, ...CASE], { targets: [T] });
    expect(
      findings.map(({ timing, restsOnUnstatedEnd, flags }) => [timing, restsOnUnstatedEnd, flags]),
    ).toEqual([["NO_FLAG", false, []]]);
    const transactions = findings[0]?.counterparties[0]?.transactions ?? [];
    expect(
      transactions.map((each) => [
        each.timing,
        each.flag,
        each.flagState,
        each.days,
        each.byFlag,
        each.undated,
      ]),
    ).toEqual([
      ["NO_FLAG", null, null, null, [], false],
      ["NO_FLAG", null, null, null, [], true],
    ]);
    const nothing = { min: 0, max: 0, currency: "USD" };
    expect(findings[0]?.totals).toMatchObject([
      {
        concurrent: nothing,
        possiblyConcurrent: nothing,
        after: nothing,
        before: nothing,
        undated: nothing,
        withoutFlag: { min: 105, max: 105 },
        transactions: 2,
      },
    ]);
  });

  it("has none where flags are asked for that are somebody else's", async () => {
    const listed = [
      subjectRow({ id: "claim:rows/sl", flag: "listing:l", entity: T, role: "listed" }),
      eventRow({ id: "claim:rows/el", flag: "listing:l", event: "listed", start: "2019-01-01" }),
    ];
    const claims = [...GIFTS, ...CASE, ...listed];
    const timing = async (other: Partial<ExposureTermsOf>) =>
      (await ask(claims, { targets: [T], ...other })).findings.map((finding) => finding.timing);
    expect(await timing({})).toEqual(["CONCURRENT"]);
    expect(await timing({ flags: { ids: ["probe:p"] } })).toEqual(["NO_FLAG"]);
  });

  it("has none for a program, a collaboration that may go on, and a holding", async () => {
    const claims = [
      relation("p", "Participation", S, "program:p", { start: "2019-01-01" }),
      relation("c", "Collaboration", S, T, { start: "2019-01-01", published: "2019-06-01" }),
      relation("o", "Ownership", S, "company:x", { share: "60", start: "2019-01-01" }),
    ];
    const { findings } = await ask(claims, { targets: ["program:p", T, "company:x"] });
    expect(findings.map((each) => [each.channel, each.timing, each.restsOnUnstatedEnd]).sort()).toEqual([
      ["DIRECT", "NO_FLAG", false],
      ["HOLDING", "NO_FLAG", false],
      ["PROGRAM", "NO_FLAG", false],
    ]);
    const transactions = findings.flatMap((each) => each.counterparties).flatMap((each) => each.transactions);
    expect(transactions.map((each) => "lastStated" in each)).toEqual([false, false]);
  });

  it("comes last in the order of findings, and gives way to any other timing of its group", async () => {
    const claims = [
      relation("own", "Control", "company:g", T, { start: "2010-01-01" }),
      relation("own2", "Control", "company:g", "company:other", { start: "2010-01-01" }),
      ...GIFTS,
      relation("g3", "Funding", "company:other", S, { amount: "7", currency: "USD" }),
      ...CASE,
    ];
    const { view, findings } = await ask(claims, { targets: [T, "company:other"], channels: ["DIRECT"] });
    expect(findings.map(({ target, timing }) => [target, timing])).toEqual([
      ["company:other", "UNDATED"],
      [T, "NO_FLAG"],
    ]);
    const [group, ...others] = runToCompletion(exposureGroups(view, findings));
    expect(others).toEqual([]);
    expect([group?.group, group?.timing]).toEqual(["company:g", "UNDATED"]);
    expect(group?.totals).toMatchObject([
      { undated: { min: 7 }, withoutFlag: { min: 105 }, transactions: 3 },
    ]);
  });
});
