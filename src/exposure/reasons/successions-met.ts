import type { ClaimId } from "../../domain/claim.js";
import { SUCCESSION } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import { exposuresInSteps } from "../findings/find-exposures.js";
import type { ExposureTermsOf } from "../question.js";

/**
 * Successions by which the target is bound to a predecessor or successor on which the university has a finding of its
 * own, by id. A Succession transmits nothing; a reader may want to ask for the other one.
 */
export function* successionsMet(
  view: View,
  terms: ExposureTermsOf,
  target: number,
): Generator<void, readonly ClaimId[]> {
  const cameBy = new Map<number, { readonly relation: number; readonly from: number } | null>([
    [target, null],
  ]);
  for (const party of cameBy.keys()) {
    for (const [relation, other] of successionsAt(view, party)) {
      if (!cameBy.has(other)) cameBy.set(other, { relation, from: party });
    }
  }
  if (cameBy.size === 1) return [];
  const { relations, entities } = view.projection;
  const others = [...cameBy.keys()].filter((party) => party !== target).map((party) => entities.id(party));
  const { findings } = yield* exposuresInSteps(view, { ...terms, targets: others });
  const met = new Set<ClaimId>();
  for (const finding of findings) {
    for (let at = cameBy.get(view.partyOf(entities.indexOf(finding.target))); at; at = cameBy.get(at.from))
      met.add(relations.id(at.relation));
  }
  return [...met].sort();
}

function* successionsAt(view: View, party: number): Iterable<[relation: number, other: number]> {
  const { relations } = view.projection;
  for (const member of view.members(party)) {
    for (const relation of relations.outgoing.of(member)) {
      if (relations.kind[relation] === SUCCESSION && view.has(relation))
        yield [relation, view.partyOf(relations.to[relation] as number)];
    }
    for (const relation of relations.incoming.of(member)) {
      if (relations.kind[relation] === SUCCESSION && view.has(relation))
        yield [relation, view.partyOf(relations.from[relation] as number)];
    }
  }
}
