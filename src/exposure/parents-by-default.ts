import type { Day } from "../domain/day.js";
import { LISTS } from "../domain/lists.js";
import type { View } from "../projection/view.js";
import { mayHoldOn } from "./clock.js";
import { control } from "./control.js";
import { type CountedFlags, flagsFor } from "./counted-flags.js";
import type { FlagSelection } from "./question.js";
import type { Reach } from "./reach.js";
import type { Search } from "./search.js";
import { mayBeOpenOn } from "./timing.js";
import { type Admitted, lastDayTogether } from "./transaction-timing.js";

/**
 * PARENT where no target is named: only counterparties that are no University, and of what lies below them only the
 * topmost targets that have an open Listing on a list on which the counterparty has none and over which its control is
 * not NO. Listings are read on validAt, chains and control on asOf.
 */
export function parentsByDefault(
  search: Search,
  target: number,
  found: readonly Admitted[],
  reach: Reach,
): readonly Admitted[] {
  if (found.length === 0) return found;
  const { view } = search;
  const counted = new Map<number, boolean>();
  const counts = (counterparty: number): boolean => {
    if (view.projection.entities.kindOf(counterparty) === "University") return false;
    const asOf = lastDayTogether(found.filter(({ contact }) => contact.counterparty === counterparty));
    return (
      control(view, counterparty, target, asOf) !== "NO" &&
      isListedApart(search, target, counterparty) &&
      isTopmost(search, target, counterparty, asOf, reach)
    );
  };
  return found.filter(({ contact: { counterparty } }) => {
    const known = counted.get(counterparty) ?? counts(counterparty);
    counted.set(counterparty, known);
    return known;
  });
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
  const held = heldWithin(view, target, asOf, (party) => reach.hops.has(party));
  const between = led(counterparty, held);
  const below = led(target, held);
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

/** For each party above a target, within bounds, those below it from which own+ may lead to the target on a day. */
function heldWithin(
  view: View,
  target: number,
  day: Day,
  within: (party: number) => boolean,
): ReadonlyMap<number, readonly number[]> {
  const { relations } = view.projection;
  const held = new Map<number, number[]>();
  const above = new Set([target]);
  for (const party of above) {
    for (const member of view.members(party)) {
      for (const relation of relations.up.of(member)) {
        if (!view.has(relation) || !mayHoldOn(relations, relation, day)) continue;
        const upper = view.partyOf(relations.upper(relation));
        if (!within(upper)) continue;
        above.add(upper);
        const others = held.get(upper);
        if (others) others.push(party);
        else held.set(upper, [party]);
      }
    }
  }
  return held;
}

/** Where steps lead from a party, itself included. */
function led(start: number, steps: ReadonlyMap<number, readonly number[]>): ReadonlySet<number> {
  const found = new Set([start]);
  for (const party of found) for (const next of steps.get(party) ?? []) found.add(next);
  return found;
}
