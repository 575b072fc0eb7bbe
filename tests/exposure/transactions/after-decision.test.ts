import { describe, expect, it } from "vitest";
import { findExposures } from "../../../src/exposure/findings/find-exposures.js";
import { View } from "../../../src/graph/view.js";
import { projectionOf } from "../naive/projection-of.js";
import {
  decisionRow,
  entityRow,
  eventRow,
  flagRow,
  relationRow,
  subjectRow,
  termsOf,
} from "../naive/rows.js";

const S = "university:s";
const T = "company:t";

/** What a gift from the flagged company is said to be after, where the university cut its ties on 1 December 2014. */
async function coverage(
  gift: { start: string; end?: string },
  life: { founded?: string; dissolved?: string },
  until: string | null = null,
) {
  const claims = [
    subjectRow({ id: "claim:rows/s", flag: "listing:l", entity: T, role: "listed" }),
    eventRow({ id: "claim:rows/e", flag: "listing:l", event: "listed", start: "2013-05-16" }),
    relationRow({
      id: "claim:rows/g",
      kind: "Funding",
      from: T,
      to: S,
      amount: "1",
      currency: "USD",
      ...gift,
    }),
    decisionRow({
      id: "claim:rows/d",
      by: S,
      kind: "cut_ties",
      counterparties: [T],
      coversSubsidiaries: true,
      start: "2014-12-01",
      ...(until !== null && { end: until }),
    }),
  ];
  const entities = [entityRow(S), entityRow(T, life)];
  const projection = await projectionOf({ entities, flags: [flagRow("listing:l")], claims });
  const terms = termsOf(S, "2021-06-01");
  const [finding] = findExposures(View.of(projection, terms), terms).findings;
  return finding?.counterparties[0]?.transactions[0]?.afterDecision?.covers ?? null;
}

describe("money after the university's own decision", () => {
  it("is what begins after it: for certain, or possibly", async () => {
    expect(await coverage({ start: "2014-12-01" }, {})).toBeNull();
    expect(await coverage({ start: "2014-12-02" }, {})).toBe("YES");
    expect(await coverage({ start: "2014" }, {})).toBe("UNDETERMINED");
  });

  it("is no gift of an earlier day, however vaguely its payer's founding is known", async () => {
    expect(await coverage({ start: "2014-08-15" }, { founded: "2014-03-03/2015" })).toBeNull();
    expect(await coverage({ start: "2014-08" }, { founded: "2014" })).toBeNull();
    expect(await coverage({ start: "2014-08-15", end: "2014-11-01" }, { founded: "2014" })).toBeNull();
  });

  it("begins on a day after its start and before its end", async () => {
    expect(await coverage({ start: "2014-12-02" }, {}, "2014-12-03")).toBe("YES");
    expect(await coverage({ start: "2014-12-01/2014-12-02" }, {}, "2014-12-03")).toBe("UNDETERMINED");
    // After it on the 2nd and the 3rd, before its end on the 1st: on none of them both.
    expect(await coverage({ start: "2014-12-01/2014-12-03" }, {}, "2014-12-02")).toBeNull();
  });

  it("cannot begin when its payer was gone", async () => {
    expect(await coverage({ start: "2014" }, { dissolved: "2014-11-30" })).toBeNull();
    expect(await coverage({ start: "2014", end: "2019" }, { dissolved: "2014-11-30" })).toBeNull();
    expect(await coverage({ start: "2014" }, { dissolved: "2014-12-02" })).toBe("UNDETERMINED");
  });
});
