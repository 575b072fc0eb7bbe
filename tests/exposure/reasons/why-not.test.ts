import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim } from "../../../src/domain/record.js";
import { findExposures } from "../../../src/exposure/findings/find-exposures.js";
import type { ExposureTermsOf } from "../../../src/exposure/question.js";
import { whyNot } from "../../../src/exposure/reasons/why-not.js";
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
import { randomCase } from "../random-graph.js";

const S = "university:s";
const T = "company:t";
let rows = 0;
function relation(kind: RelationCells["kind"], from: string, to: string, cells: Partial<RelationCells> = {}) {
  rows += 1;
  return relationRow({ id: `claim:rows/r${rows}`, kind, from, to, start: "2019-01-01", ...cells });
}
const listed = [
  subjectRow({ id: "claim:rows/subject", flag: "listing:l", entity: T, role: "listed" }),
  eventRow({ id: "claim:rows/event", flag: "listing:l", event: "listed", start: "2019-05-16" }),
];

async function asked(claims: readonly Claim[], other: Partial<ExposureTermsOf> = {}) {
  const ids = [S, T, "company:x", "company:y", "organization:lab"];
  const terms = termsOf(S, "2020-01-01", other);
  const world = { entities: ids.map((id) => entityRow(id)), flags: [flagRow("listing:l")], claims };
  return runToCompletion(whyNot(View.of(await projectionOf(world), terms), terms, T));
}

describe("why there is no finding", () => {
  it("names the condition that alone is missing, and the channel that came nearest", async () => {
    const gift = relation("Funding", T, S);
    const owned = relation("Ownership", T, "company:x", { share: "60" });
    const cases: [string, Promise<{ nearest: unknown; missing: readonly string[] }>][] = [
      ["DIRECT flag", asked([gift])],
      ["DIRECT status", asked([...listed, relation("Funding", T, S, { status: "alleged" })])],
      [
        "SUBSIDIARY day",
        asked([
          ...listed,
          relation("Funding", "company:x", S),
          relation("Ownership", T, "company:x", { start: "2019-03-01" }),
        ]),
      ],
      ["DIRECT channel", asked([...listed, gift], { channels: ["HOLDING"] })],
      ["SUBSIDIARY hops", asked([...listed, relation("Funding", "company:x", S), owned], { maxHops: 1 })],
      [
        "SUBSIDIARY minShare",
        asked([...listed, relation("Funding", "company:x", S), owned], { minShare: 0.7 }),
      ],
      ["DIRECT validAt", asked([...listed, relation("Funding", T, S, { start: "2021-01-01" })])],
      [
        "DIRECT knownAt",
        asked([...listed, relation("Funding", T, S, { recorded: "2021-01-01" })], { knownAt: 18262 }),
      ],
      [
        "DIRECT identity",
        asked([...listed, relation("Funding", "company:x", S), relation("Identity", "company:x", T)]),
      ],
      [
        "DIRECT parts",
        asked(
          [...listed, relation("Funding", T, "organization:lab"), relation("PartOf", "organization:lab", S)],
          { includeParts: false },
        ),
      ],
    ];
    for (const [expected, answer] of cases) {
      const { nearest, missing } = await answer;
      expect(`${nearest} ${missing.join("+")}`).toBe(expected);
    }
  });

  it("names all conditions that are missing together", async () => {
    const { missing } = await asked([relation("Funding", T, S, { status: "alleged" })]);
    expect(missing).toEqual(["flag", "status"]);
  });

  it("names what alone is missing although all conditions left out at once would make the target the university's own", async () => {
    const gift = relation("Funding", T, S);
    const alleged = relation("PartOf", T, S, { status: "alleged" });
    const { nearest, missing } = await asked([gift, alleged]);
    expect([nearest, missing]).toEqual(["DIRECT", ["flag"]]);
    const unknown = relation("Funding", T, S, { recorded: "2021-01-01" });
    const both = await asked([unknown, alleged], { knownAt: 18262 });
    expect([both.nearest, both.missing]).toEqual(["DIRECT", ["flag", "knownAt"]]);
  });

  it("quotes no denied claim within the university: a part of it is no target", async () => {
    const part = "organization:lab";
    const claims = [
      relation("PartOf", T, S),
      relation("PartOf", part, S),
      relation("Funding", T, part, { status: "denied" }),
    ];
    const { isOwn, denied } = await asked([...listed, ...claims]);
    expect([isOwn, denied]).toEqual([true, []]);
  });

  it("quotes what sources deny and names no channel where nothing leads to the target", async () => {
    const denied = relation("Funding", T, S, { status: "denied" });
    const answer = await asked([...listed, denied]);
    expect([answer.nearest, answer.missing, answer.denied]).toEqual([null, [], [denied.id]]);
  });

  it("tells mere co-shareholders from a holding", async () => {
    const answer = await asked([
      ...listed,
      relation("Ownership", S, "company:x", { share: "60" }),
      relation("Ownership", T, "company:x", { share: "40" }),
    ]);
    expect([answer.found, answer.nearest, answer.isCoShareholder]).toEqual([false, "HOLDING", true]);
  });

  it("names a predecessor on which there is a finding", async () => {
    const succession = relation("Succession", T, "company:y");
    const answer = await asked([relation("Funding", "company:y", S), succession]);
    expect(answer.found).toBe(false);
    expect(answer.successions).toEqual([succession.id]);
  });

  it("says found exactly where the question finds it, on random graphs", async () => {
    await fc.assert(
      fc.asyncProperty(randomCase, async ({ world, terms: { targets: _, ...rest } }) => {
        const terms = { ...rest, targets: null };
        const view = View.of(await projectionOf(world), terms);
        const found = new Set(findExposures(view, terms).findings.map((finding) => finding.target));
        const { entities } = view.projection;
        for (const target of ["company:a", "company:c", "program:p"]) {
          const why = runToCompletion(whyNot(view, terms, target));
          const party = entities.id(view.partyOf(entities.indexOf(target)));
          expect(why.found).toBe(found.has(party));
          expect(why.missing.length > 0).toBe(!why.found && why.nearest !== null && !why.isCoShareholder);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
