import { mayHoldOn } from "../../graph/days/clock.js";
import { type CountedFlag, flagsFor } from "../../graph/flags/counted-flags.js";
import type { View } from "../../graph/view.js";
import type { ExposureTermsOf } from "../question.js";
import { institution } from "../transactions/parts.js";
import { partyOfId } from "../transactions/search.js";

/** A flag of the university itself, of a part of it, or of a party that owns it. */
export interface OwnFlag {
  readonly party: number;
  readonly flag: CountedFlag;
}

/** Counted flags that no channel covers: of the university and its parts, and of its owners on validAt; by flag id. */
export function ownFlags(view: View, terms: ExposureTermsOf): readonly OwnFlag[] {
  const university = partyOfId(view, terms.university, "university");
  const { own } = institution(view, university, terms);
  const parties = [...own, ...ownersOf(view, university).filter((party) => !own.has(party))];
  const flags = flagsFor(view, terms.flags);
  const found = parties.flatMap((party) => flags.of(party).map((flag) => ({ party, flag })));
  const first = new Map<string, OwnFlag>();
  for (const each of found)
    if (!first.has(each.flag.record.flag.id)) first.set(each.flag.record.flag.id, each);
  return [...first.keys()].sort().map((id) => first.get(id) as OwnFlag);
}

/** All parties above a party by ownership chains that may hold on validAt, at any depth. */
function ownersOf(view: View, party: number): number[] {
  const { relations } = view.projection;
  const above = new Set([party]);
  for (const at of above) {
    for (const member of view.members(at)) {
      for (const relation of relations.up.of(member)) {
        if (view.has(relation) && mayHoldOn(relations, relation, view.terms.validAt))
          above.add(view.partyOf(relations.upper(relation)));
      }
    }
  }
  return [...above];
}
