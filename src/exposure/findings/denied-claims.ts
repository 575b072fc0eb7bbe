import { CLAIM_STATUSES, type ClaimId } from "../../domain/claim.js";
import { flagsFor } from "../../graph/flags/counted-flags.js";
import { MARK } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import type { ExposureTermsOf } from "../question.js";
import { institution } from "../transactions/parts.js";
import { partyOfId } from "../transactions/search.js";

/**
 * What sources state to be not so, between the university or a part of it and a target: known on knownAt and not of
 * the future; by id. Such a claim never carries; a reader is told of it. The university and its parts are never a target.
 */
export function deniedClaims(view: View, terms: ExposureTermsOf): readonly ClaimId[] {
  const { relations } = view.projection;
  const { own } = institution(view, partyOfId(view, terms.university, "university"), terms);
  const named = terms.targets?.map((id) => partyOfId(view, id, "targets")) ?? null;
  const flags = flagsFor(view, terms.flags);
  const isTarget = (party: number) =>
    !own.has(party) && (named ? named.includes(party) : flags.makesTarget(party));
  const found = new Set<ClaimId>();
  for (const party of own) {
    for (const member of view.members(party)) {
      for (const [list, other] of [
        [relations.outgoing, relations.to],
        [relations.incoming, relations.from],
      ] as const) {
        for (const relation of list.of(member)) {
          if (isDenied(view, relation) && isTarget(view.partyOf(other[relation] as number)))
            found.add(relations.id(relation));
        }
      }
    }
  }
  return [...found].sort();
}

function isDenied(view: View, relation: number): boolean {
  const { relations } = view.projection;
  const { marks, recorded, retracted } = relations;
  const { knownAt, validAt } = view.terms;
  return (
    CLAIM_STATUSES[(marks[relation] as number) & MARK.status] === "denied" &&
    (recorded[relation] as number) <= knownAt &&
    (retracted[relation] as number) > knownAt &&
    relations.startEarliest(relation) <= validAt
  );
}
