import type { Day } from "../../domain/day.js";
import { mayHoldOn } from "../../graph/days/clock.js";
import { Pace } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import { economicShares } from "./read-stakes.js";

/** Everything below a party, at any depth, by holdings that may be more than nothing; itself only if it is below itself. */
export function* everythingBelow(view: View, owner: number, day: Day): Generator<void, ReadonlySet<number>> {
  const below = new Set(mayHoldingsOf(view, owner, day));
  const { budget } = view;
  const pace = new Pace(COMPANIES_A_STEP);
  for (const company of below) {
    budget.spend();
    if (company === owner) continue;
    const holdings = mayHoldingsOf(view, company, day);
    for (const next of holdings) below.add(next);
    if (pace.isStep(1 + holdings.length)) yield;
  }
  return below;
}

/** So many companies are met, at least, between two steps. */
const COMPANIES_A_STEP = 64;

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
