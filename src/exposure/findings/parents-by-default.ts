import type { Day } from "../../domain/day.js";
import { LISTS } from "../../domain/lists.js";
import { controlInSteps } from "../control/control.js";
import { mayHoldOn } from "../days/clock.js";
import { type CountedFlag, type CountedFlags, flagsFor } from "../flags/counted-flags.js";
import type { FlagSelection } from "../question.js";
import type { Search } from "../transactions/search.js";
import { mayBeOpenOn } from "../transactions/timing.js";
import { hubClaims, stepEnd, stepsOf, type WalkDirection } from "../walk/hubs.js";
import type { Reach } from "./reach.js";
import { type Admitted, lastDayTogether } from "./transaction-timing.js";

/**
 * PARENT where no target is named: only counterparties that are no University, and of what lies below them only the
 * topmost targets that have an open Listing on a list on which the counterparty has none and over which its control is
 * not NO. Listings are read on validAt, chains and control on asOf.
 */
export function* parentsByDefault(
  search: Search,
  target: number,
  found: readonly Admitted[],
  reach: Reach,
): Generator<void, readonly Admitted[]> {
  const { view } = search;
  const targets: Targets = { search, reach, allLists: flagsFor(view, ALL_LISTS) };
  const counted = new Set<number>();
  for (const counterparty of new Set(found.map(({ contact }) => contact.counterparty))) {
    if (view.projection.entities.kindOf(counterparty) === "University") continue;
    if (!isListedApart(targets, target, counterparty)) continue;
    const asOf = lastDayTogether(found.filter(({ contact }) => contact.counterparty === counterparty));
    if ((yield* controlInSteps(view, counterparty, target, asOf)) === "NO") continue;
    if (yield* isTopmost(targets, target, counterparty, asOf)) counted.add(counterparty);
  }
  return found.filter(({ contact }) => counted.has(contact.counterparty));
}

/** The targets that a search has met below counterparties. */
interface Targets {
  readonly search: Search;
  readonly reach: Reach;
  readonly allLists: CountedFlags;
}

/** Whether a target has an open listing on a list on which the counterparty has none. */
function isListedApart({ search, allLists }: Targets, target: number, counterparty: number): boolean {
  const { flags, view } = search;
  const { validAt } = view.terms;
  for (const flag of flags.of(target))
    if (isOpenListing(flag, validAt) && !isOnList(allLists.of(counterparty), flag.record.flag.list, validAt))
      return true;
  return false;
}

function isOpenListing(flag: CountedFlag, validAt: Day): boolean {
  const { kind, list } = flag.record.flag;
  return kind === "Listing" && list !== null && mayBeOpenOn(flag, validAt);
}

function isOnList(flags: readonly CountedFlag[], list: string | null, validAt: Day): boolean {
  return flags.some((flag) => flag.record.flag.list === list && isOpenListing(flag, validAt));
}

/** Counted or not, a listing of the counterparty is a listing. */
const ALL_LISTS: FlagSelection = { kinds: ["Listing"], lists: Object.keys(LISTS) };

/** Whether no other such target of the counterparty stands above this one that is not also below it. */
function* isTopmost(
  targets: Targets,
  target: number,
  counterparty: number,
  asOf: Day,
): Generator<void, boolean> {
  const { search, reach } = targets;
  const { view } = search;
  for (const [other, chains] of reach.ends) {
    if (other === target || !chains.has(counterparty) || !isListedApart(targets, other, counterparty))
      continue;
    if ((yield* controlInSteps(view, counterparty, other, asOf)) === "NO") continue;
    const isBetween = leadsDown(search, other, target, asOf) && leadsDown(search, counterparty, other, asOf);
    if (isBetween && !leadsDown(search, target, other, asOf)) return false;
  }
  return true;
}

/**
 * Whether own+ may lead from one party down to another on a day, by however many claims; no hub is passed through. Walks
 * from both ends, from the one that has met fewer: much of the graph may lie below the one or above the other.
 */
function leadsDown(search: Search, upper: number, lower: number, day: Day): boolean {
  const below = new Set([upper]);
  const above = new Set([lower]);
  const down = { direction: "down", left: below.values(), met: below, others: above } as const;
  const up = { direction: "up", left: above.values(), met: above, others: below } as const;
  for (;;) {
    const { direction, left, met, others } = below.size <= above.size ? down : up;
    const from = left.next();
    if (from.done) return false;
    for (const end of endsOn(search, from.value, direction, day)) {
      if (others.has(end)) return true;
      if (!met.has(end) && isPassed(search, end)) met.add(end);
    }
  }
}

function* endsOn({ view }: Search, party: number, direction: WalkDirection, day: Day): Iterable<number> {
  const { relations } = view.projection;
  const steps = stepsOf(view, direction);
  for (const member of view.members(party)) {
    view.budget.spend(1 + steps.degree(member));
    for (const relation of steps.of(member))
      if (view.has(relation) && mayHoldOn(relations, relation, day)) yield stepEnd(view, relation, direction);
  }
}

function isPassed({ view, terms, institution }: Search, party: number): boolean {
  return !institution.own.has(party) && hubClaims(view, party, "down", terms.hubLimit) === null;
}
