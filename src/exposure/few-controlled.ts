import type { Day } from "../domain/day.js";
import { OWNERSHIP } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { COMPANY_CONTROL } from "./catch-rule.js";
import { mayHoldOn } from "./clock.js";
import { heldBy, reaches } from "./held-together.js";
import { shareholdersOf, VOTES } from "./shareholders.js";

/** So many holdings are looked at before it is left to the field above the company. */
const MOST_HOLDINGS = 256;

/**
 * Everything that a party may control on a day, itself included, where it holds little: the same least fixpoint, walked
 * down from the controller. Null where it holds too much for that. Most parties control nothing, and most verdicts of
 * control are NO: this tells so without looking at what lies above the company.
 */
export function fewControlled(view: View, controller: number, day: Day): ReadonlySet<number> | null {
  const { relations } = view.projection;
  const { down } = relations;
  const caught = new Set([controller]);
  let looked = 0;
  for (const holder of caught) {
    for (const member of view.members(holder)) {
      looked += down.degree(member);
      if (looked > MOST_HOLDINGS) return null;
      for (const relation of down.of(member)) {
        if (!view.has(relation) || !mayHoldOn(relations, relation, day)) continue;
        const company = view.partyOf(relations.lower(relation));
        if (caught.has(company)) continue;
        const isStated = relations.kind[relation] !== OWNERSHIP;
        if (isStated || mayHoldMost(view, company, caught, day)) caught.add(company);
      }
    }
  }
  return caught;
}

function mayHoldMost(view: View, company: number, set: ReadonlySet<number>, day: Day): boolean {
  return reaches(heldBy(shareholdersOf(view, company, VOTES, day), company, set), COMPANY_CONTROL, "may");
}
