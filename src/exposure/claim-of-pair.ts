import { CLAIM_STATUSES } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import { AFFILIATION, CONTROL, OWNERSHIP, PART_OF } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { holdsOn, mayHoldOn } from "./clock.js";

/** What a proof needs: that something is held, or that it is controlled. */
export type PairPurpose = "holding" | "control";

const STRENGTH: Readonly<Record<PairPurpose, readonly number[]>> = {
  holding: [OWNERSHIP, PART_OF, CONTROL, AFFILIATION],
  control: [CONTROL, PART_OF, AFFILIATION, OWNERSHIP],
};

/**
 * The claim that shows best how a party stands above another on a day: one that holds for certain before one that may,
 * then by what is to be shown, then the greatest share, then the better status, then the one that was stated last, then
 * the smallest claim id. Null where there is none.
 */
export function claimOfPair(
  view: View,
  pair: { readonly holder: number; readonly company: number },
  day: Day,
  purpose: PairPurpose,
): number | null {
  const { relations } = view.projection;
  let best: number | null = null;
  for (const member of view.members(pair.company)) {
    for (const relation of relations.up.of(member)) {
      if (!view.has(relation) || !mayHoldOn(relations, relation, day)) continue;
      if (view.partyOf(relations.upper(relation)) !== pair.holder) continue;
      if (best === null || precedes(view, relation, best, { day, purpose })) best = relation;
    }
  }
  return best;
}

function precedes(
  view: View,
  a: number,
  b: number,
  { day, purpose }: { readonly day: Day; readonly purpose: PairPurpose },
): boolean {
  const { relations } = view.projection;
  const certainty = Number(holdsOn(relations, b, day)) - Number(holdsOn(relations, a, day));
  const strength = (relation: number) => STRENGTH[purpose].indexOf(relations.kind[relation] as number);
  const share = (relation: number) =>
    relations.kind[relation] === OWNERSHIP ? (relations.shareMin[relation] as number) : 0;
  const status = (relation: number) => CLAIM_STATUSES.indexOf(relations.statusOf(relation));
  const order =
    certainty ||
    strength(a) - strength(b) ||
    share(b) - share(a) ||
    status(a) - status(b) ||
    relations.endEarliest(b) - relations.endEarliest(a);
  return order === 0 ? relations.id(a) < relations.id(b) : order < 0;
}
