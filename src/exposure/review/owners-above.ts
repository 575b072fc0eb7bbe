import type { Day } from "../../domain/day.js";
import { byClaimId } from "../../graph/claim-order.js";
import { holdsOn, mayHoldOn } from "../../graph/days/clock.js";
import { AFFILIATION } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";

/** A party that owns or controls another, directly or through others, with the shortest chain. */
export interface OwnerAbove {
  readonly party: number;
  /** From the party up to the owner: relations (numbers). */
  readonly chain: readonly number[];
  /** Every claim of the chain holds that day, and none is a mere Affiliation. */
  readonly isCertain: boolean;
}

/**
 * All parties that own or control a party on a day by ownership chains, at any depth, nearest first, then by id: for
 * certain where a chain holds for certain and says so, else possibly. A share of any size is one, also an unknown one; an
 * Affiliation says only that they belong together.
 */
export function ownersAbove(view: View, party: number, day: Day): readonly OwnerAbove[] {
  const certain = chainsUp(view, party, (relation) => isStatement(view, relation, day));
  const possible = chainsUp(view, party, (relation) => mayHoldOn(view.projection.relations, relation, day));
  const all = new Map([...possible, ...certain]);
  return [...all]
    .map(([owner, chain]) => ({ party: owner, chain, isCertain: certain.has(owner) }))
    .sort((a, b) => a.chain.length - b.chain.length || a.party - b.party);
}

function isStatement(view: View, relation: number, day: Day): boolean {
  const { relations } = view.projection;
  return relations.kind[relation] !== AFFILIATION && holdsOn(relations, relation, day);
}

/** For every party above one the first of its shortest chains, by breadth first search in the order of claim ids. */
function chainsUp(
  view: View,
  party: number,
  counts: (relation: number) => boolean,
): Map<number, readonly number[]> {
  const { relations } = view.projection;
  const chains = new Map<number, readonly number[]>([[party, []]]);
  for (const [at, chain] of chains) {
    const claims: number[] = [];
    for (const member of view.members(at))
      for (const relation of relations.up.of(member))
        if (view.has(relation) && counts(relation)) claims.push(relation);
    for (const relation of byClaimId(view, claims)) {
      const owner = view.partyOf(relations.upper(relation));
      if (!chains.has(owner)) chains.set(owner, [...chain, relation]);
    }
  }
  chains.delete(party);
  return chains;
}
