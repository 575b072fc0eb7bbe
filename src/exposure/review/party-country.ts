import type { View } from "../../graph/view.js";

/**
 * The country of a party: that of the entity which names it, else of another that is decided to be the same. Null where no
 * source gives one.
 */
export function partyCountry(view: View, party: number): string | null {
  for (const member of view.members(party)) {
    const { country } = view.projection.entities.at(member);
    if (country !== null) return country;
  }
  return null;
}
