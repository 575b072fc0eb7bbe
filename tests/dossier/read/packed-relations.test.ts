import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Relation } from "../../../src/domain/relation.js";
import { PackedRelations } from "../../../src/dossier/read/packed-relations.js";
import { records } from "../../store/arbitraries.js";

/** Relations as a file may hold them: first revisions, an empty text being none, an amount in the currency of its cell. */
const relations = records("story").map(({ claims }) =>
  claims.flatMap((claim): Relation[] => {
    if (claim.record !== "relation") return [];
    const { amount, currency } = claim;
    return [
      {
        ...claim,
        revision: 0,
        quote: claim.quote || null,
        locator: claim.locator || null,
        note: claim.note || null,
        text: claim.text || null,
        caveat: claim.caveat || null,
        currency: amount?.currency ?? currency,
        share: amount ? null : claim.share,
      },
    ];
  }),
);

function packed(all: readonly Relation[]): PackedRelations {
  const packedRelations = new PackedRelations("relations.csv", "story", (text) => text);
  for (const [at, relation] of all.entries()) packedRelations.add(relation, at + 2);
  packedRelations.seal();
  return packedRelations;
}

describe("packed relations", () => {
  test("give back every relation as it was taken, with its line", () => {
    fc.assert(
      fc.property(fc.array(relations, { maxLength: 60 }), (lists) => {
        const all = lists.flat();
        const kept = packed(all);
        expect([...kept]).toEqual(all);
        expect(all.map((_, at) => kept.line(at))).toEqual(all.map((_, at) => at + 2));
        expect([...kept.rows()].map(({ change, id, claim }) => ({ change, id, claim }))).toEqual(
          all.map((claim) => ({ change: "add", id: claim.id, claim })),
        );
      }),
    );
  });

  test("give the relations of one kind in their order", () => {
    fc.assert(
      fc.property(relations, (all) => {
        for (const { kind } of all)
          expect([...packed(all).ofKind(kind)]).toEqual(all.filter((each) => each.kind === kind));
      }),
    );
  });
});
