import { describe, expect, it } from "vitest";
import { findExposures } from "../../../src/exposure/findings/find-exposures.js";
import { View } from "../../../src/graph/view.js";
import { naiveExposures } from "../naive/exposures.js";
import { projectionOf } from "../naive/projection-of.js";
import { entityRow, eventRow, flagRow, relationRow, subjectRow, termsOf } from "../naive/rows.js";

const S = "university:s";
const PAYER = "company:x";
const [UPPER, LOWER] = ["company:t", "company:u"];

let rows = 0;
function owns(owner: string, held: string, share: string) {
  rows += 1;
  const cells = { id: `claim:rows/o${rows}`, kind: "Ownership", from: owner, to: held, share } as const;
  return relationRow({ ...cells, start: "2018-01-01" });
}

/** A payer that controls two listed companies, of which one holds a part of the other over two more. */
const gift = relationRow({ id: "claim:rows/g", kind: "Funding", from: PAYER, to: S, start: "2019-01-01" });
const claims = [
  gift,
  owns(PAYER, UPPER, "60"),
  owns(PAYER, LOWER, "60"),
  owns(UPPER, "company:p", "100"),
  owns("company:p", "company:q", "100"),
  owns("company:q", LOWER, "40"),
  eventRow({ id: "claim:rows/e", flag: "listing:l", event: "listed", start: "2018-05-16" }),
  subjectRow({ id: "claim:rows/s1", flag: "listing:l", entity: UPPER, role: "listed" }),
  subjectRow({ id: "claim:rows/s2", flag: "listing:l", entity: LOWER, role: "listed" }),
];
const world = {
  entities: [S, PAYER, UPPER, LOWER, "company:p", "company:q"].map((id) => entityRow(id)),
  flags: [flagRow("listing:l")],
  claims,
};

describe("a parent of listed companies", () => {
  it("is named with the topmost of them, however long the chain between them is beside the walk", async () => {
    for (const maxHops of [2, 3, 4, 8]) {
      const terms = termsOf(S, "2020-01-01", { maxHops });
      const { findings } = findExposures(View.of(await projectionOf(world), terms), terms);
      const parents = findings.filter(({ channel }) => channel === "PARENT").map(({ target }) => target);
      expect(parents).toEqual([UPPER]);
      const naive = naiveExposures(world, terms).filter(({ channel }) => channel === "PARENT");
      expect(naive.map(({ target }) => target)).toEqual(parents);
    }
  });
});
