import { CLAIM_STATUSES } from "../../domain/claim.js";
import type { Day } from "../../domain/day.js";
import { holdsOn, mayHoldOn } from "../../graph/days/clock.js";
import { AFFILIATION, CONTROL, OWNERSHIP, PART_OF } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import type { ShareReading } from "../control/shareholders.js";

/** What a proof needs: that something is held, or that it is controlled. */
export type PairPurpose = "holding" | "control";

const STRENGTH: Readonly<Record<PairPurpose, readonly number[]>> = {
  holding: [OWNERSHIP, PART_OF, CONTROL, AFFILIATION],
  control: [CONTROL, PART_OF, AFFILIATION, OWNERSHIP],
};

/**
 * The claim that shows best how a party stands above another on a day: one that holds for certain before one that may,
 * then by what is to be shown, then a share in the right that counts, then the greatest, then the better status, then the
 * one that was stated last, then the smallest claim id. Null where there is none.
 */
export function claimOfPair(
  view: View,
  pair: { readonly holder: number; readonly company: number; readonly right: ShareReading["right"] },
  day: Day,
  purpose: PairPurpose,
): number | null {
  const { relations } = view.projection;
  let best: number | null = null;
  for (const member of view.members(pair.company)) {
    for (const relation of relations.up.of(member)) {
      if (!view.has(relation) || !mayHoldOn(relations, relation, day)) continue;
      if (view.partyOf(relations.upper(relation)) !== pair.holder) continue;
      if (best === null || precedes(view, relation, best, { day, purpose, right: pair.right }))
        best = relation;
    }
  }
  return best;
}

function precedes(
  view: View,
  a: number,
  b: number,
  {
    day,
    purpose,
    right,
  }: { readonly day: Day; readonly purpose: PairPurpose; readonly right: ShareReading["right"] },
): boolean {
  const { relations } = view.projection;
  const certainty = Number(holdsOn(relations, b, day)) - Number(holdsOn(relations, a, day));
  const strength = (relation: number) => STRENGTH[purpose].indexOf(relations.kind[relation] as number);
  const counts = (relation: number) => Number(["unspecified", right].includes(relations.rightOf(relation)));
  const share = (relation: number) =>
    relations.kind[relation] === OWNERSHIP ? (relations.shareMin[relation] as number) : 0;
  const status = (relation: number) => CLAIM_STATUSES.indexOf(relations.statusOf(relation));
  const order =
    certainty ||
    strength(a) - strength(b) ||
    counts(b) - counts(a) ||
    share(b) - share(a) ||
    status(a) - status(b) ||
    relations.endEarliest(b) - relations.endEarliest(a);
  return order === 0 ? relations.id(a) < relations.id(b) : order < 0;
}
