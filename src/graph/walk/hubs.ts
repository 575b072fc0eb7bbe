import type { Adjacency } from "../adjacency.js";
import type { View } from "../view.js";

/** Which way ownership chains are walked, seen from the university: up from an affiliate to its groups, or down. */
export type WalkDirection = "up" | "down";

/** The step lists of a direction. */
export function stepsOf(view: View, direction: WalkDirection): Adjacency {
  return direction === "up" ? view.projection.relations.up : view.projection.relations.down;
}

/** The end to which an ownership step leads. */
export function stepEnd(view: View, relation: number, direction: WalkDirection): number {
  const { relations } = view.projection;
  return view.partyOf(direction === "up" ? relations.upper(relation) : relations.lower(relation));
}

export function opposite(direction: WalkDirection): WalkDirection {
  return direction === "up" ? "down" : "up";
}

/**
 * The number of ownership claims that a walk would follow from a party, if it is above the limit: such a hub may be an
 * end of a chain but is not passed through. Null for all others.
 */
export function hubClaims(
  view: View,
  party: number,
  direction: WalkDirection,
  hubLimit: number,
): number | null {
  const steps = stepsOf(view, direction);
  let most = 0;
  let next = party;
  do {
    most += steps.degree(next);
    next = view.parties.next[next] as number;
  } while (next !== party);
  if (most <= hubLimit) return null;
  let claims = 0;
  for (const member of view.members(party))
    for (const relation of steps.of(member))
      if (view.has(relation) && stepEnd(view, relation, direction) !== party) claims += 1;
  return claims > hubLimit ? claims : null;
}
