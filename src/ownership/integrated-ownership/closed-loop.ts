import type { Day } from "../../domain/day.js";
import { BILLION } from "../../domain/share.js";
import type { View } from "../../graph/view.js";
import { economicShares } from "./read-stakes.js";

/**
 * Whether a party lies in a component (strongly connected) that is held 100 per cent from inside, on lower bounds: then
 * no outside party owns any of it, and its own integrated shares have no number.
 *
 * Walks up the certain holdings: the component is closed where everything that is met is wholly known and leads back.
 */
export function isInClosedLoop(view: View, party: number, day: Day): boolean {
  const above = new Set([party]);
  const held = new Map<number, number[]>();
  for (const company of above) {
    const { holders, known } = economicShares(view, company, day);
    if (known !== BILLION) return false;
    for (const holder of holders) {
      if (holder.lower <= 0) continue;
      above.add(holder.party);
      held.set(holder.party, [...(held.get(holder.party) ?? []), company]);
    }
  }
  const below = new Set(held.get(party) ?? []);
  for (const company of below) for (const next of held.get(company) ?? []) below.add(next);
  return [...above].every((each) => below.has(each));
}
