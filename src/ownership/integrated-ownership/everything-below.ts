import type { Day } from "../../domain/day.js";
import { mayHoldOn } from "../../graph/days/clock.js";
import type { View } from "../../graph/view.js";
import { economicShares } from "./read-stakes.js";

/** Everything below a party, at any depth, by holdings that may be more than nothing; itself only if it is below itself. */
export function everythingBelow(view: View, owner: number, day: Day): ReadonlySet<number> {
  const below = new Set(mayHoldingsOf(view, owner, day));
  const { budget } = view;
  for (const company of below) {
    budget.spend();
    if (company === owner) continue;
    for (const next of mayHoldingsOf(view, company, day)) below.add(next);
  }
  return below;
}

/** The companies of which a party may hold shares. */
function mayHoldingsOf(view: View, party: number, day: Day): readonly number[] {
  const { relations } = view.projection;
  const found = new Set<number>();
  for (const member of view.members(party)) {
    for (const relation of relations.down.of(member)) {
      if (!view.has(relation) || !mayHoldOn(relations, relation, day)) continue;
      found.add(view.partyOf(relations.lower(relation)));
    }
  }
  return [...found].filter((company) =>
    economicShares(view, company, day).holders.some((holder) => holder.party === party && holder.upper > 0),
  );
}
