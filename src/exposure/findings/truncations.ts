import type { Truncation } from "../../graph/paths/path.js";
import type { View } from "../../graph/view.js";

/** Where walks stopped short: at hubs, by their ids, and (where one goes on) after the last hop. */
export function truncations(
  view: View,
  walks: readonly ({ readonly hubs: ReadonlyMap<number, number>; readonly goesOn: boolean } | null)[],
): readonly Truncation[] {
  const hubs = new Map<number, number>();
  for (const walk of walks) {
    for (const [party, claims] of walk?.hubs ?? []) hubs.set(party, Math.max(claims, hubs.get(party) ?? 0));
  }
  const goesOn = walks.some((walk) => walk?.goesOn);
  const atHubs = hubsMet(view, hubs);
  return goesOn ? [...atHubs, { at: null, reason: "MAX_HOPS", skippedRelations: null }] : atHubs;
}

/** Hubs that were not passed through, with the number of claims not followed; by id. */
export function hubsMet(view: View, hubs: ReadonlyMap<number, number>): readonly Truncation[] {
  return [...hubs]
    .sort(([a], [b]) => a - b)
    .map(([party, claims]) => ({
      at: view.projection.entities.id(party),
      reason: "HUB_LIMIT" as const,
      skippedRelations: claims,
    }));
}
