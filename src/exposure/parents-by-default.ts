import type { Day } from "../domain/day.js";
import { LISTS } from "../domain/lists.js";
import type { View } from "../projection/view.js";
import type { Draft } from "./assemble-finding.js";
import { mayHoldOn } from "./clock.js";
import { control } from "./control.js";
import { type CountedFlags, flagsFor } from "./counted-flags.js";
import { stepEnd, stepsOf } from "./hubs.js";
import type { FlagSelection } from "./question.js";
import type { Reach } from "./reach.js";
import type { Search } from "./search.js";
import { mayBeOpenOn } from "./timing.js";

/**
 * PARENT where no target is named: only counterparties that are no University, and of what lies below them only the
 * topmost targets that have an open Listing on a list on which the counterparty has none and over which its control is
 * not NO. Listings are read on validAt, chains and control on asOf.
 */
export function parentsByDefault(search: Search, draft: Draft, reach: Reach): Draft | null {
  const { view } = search;
  const counterparties = draft.counterparties.filter((each) => {
    if (view.projection.entities.kindOf(each.party) === "University") return false;
    if (each.control === "NO" || !isListedApart(search, draft.target, each.party)) return false;
    return isTopmost(search, draft.target, each.party, each.asOf, reach);
  });
  return counterparties.length === 0 ? null : { ...draft, counterparties };
}

/** Whether a target has an open listing on a list on which the counterparty has none. */
function isListedApart(search: Search, target: number, counterparty: number): boolean {
  const { view, flags } = search;
  const above = openLists(flagsFor(view, ALL_LISTS), counterparty, view.terms.validAt);
  return openLists(flags, target, view.terms.validAt).some((list) => !above.includes(list));
}

function openLists(flags: CountedFlags, party: number, validAt: Day): string[] {
  return flags
    .of(party)
    .filter((flag) => flag.record.flag.kind === "Listing" && mayBeOpenOn(flag, validAt))
    .flatMap((flag) => flag.record.flag.list ?? []);
}

/** Counted or not, a listing of the counterparty is a listing. */
const ALL_LISTS: FlagSelection = { kinds: ["Listing"], lists: Object.keys(LISTS) };

/** Whether no other such target stands above this one, below the counterparty, that is not also below it. */
function isTopmost(search: Search, target: number, counterparty: number, asOf: Day, reach: Reach): boolean {
  const { view } = search;
  const upwards = reachableOn(view, target, "up", asOf, (party) => (reach.hops[party] as number) > 0);
  const between = reachableOn(view, counterparty, "down", asOf, (party) => upwards.has(party));
  const below = reachableOn(view, target, "down", asOf, (party) => between.has(party));
  return ![...between].some(
    (party) =>
      party !== target &&
      party !== counterparty &&
      !below.has(party) &&
      search.flags.makesTarget(party) &&
      !search.institution.own.has(party) &&
      isListedApart(search, party, counterparty) &&
      control(view, counterparty, party, asOf) !== "NO",
  );
}

/** The parties that own+ may lead to on a day, within bounds; the start is among them. */
function reachableOn(
  view: View,
  start: number,
  direction: "up" | "down",
  day: Day,
  within: (party: number) => boolean,
): ReadonlySet<number> {
  const steps = stepsOf(view, direction);
  const found = new Set([start]);
  for (const party of found) {
    for (const member of view.members(party)) {
      for (const relation of steps.of(member)) {
        if (!view.has(relation) || !mayHoldOn(view.projection.relations, relation, day)) continue;
        const end = stepEnd(view, relation, direction);
        if (within(end)) found.add(end);
      }
    }
  }
  return found;
}
