import type { Day } from "../../domain/day.js";
import { LISTS } from "../../domain/lists.js";
import { mayHoldOn } from "../../graph/days/clock.js";
import {
  type CountedFlag,
  type CountedFlags,
  type FlagSelection,
  flagsFor,
} from "../../graph/flags/counted-flags.js";
import type { Layers } from "../../graph/walk/bfs-layers.js";
import { hubClaims, stepEnd, stepsOf, type WalkDirection } from "../../graph/walk/hubs.js";
import { controlInSteps } from "../../ownership/control/control.js";
import type { Search } from "../transactions/search.js";
import { mayBeOpenOn } from "../transactions/timing.js";
import { admittedAll } from "./draft-findings.js";
import type { Reach } from "./reach.js";
import { type Admitted, lastDayTogether } from "./transaction-timing.js";

/**
 * PARENT where no target is named: only counterparties that are no University, and of what lies below them only the
 * topmost targets that have an open Listing on a list on which the counterparty has none and over which its control is
 * not NO. Listings are read on validAt, chains and control on the last day together of counterparty and target.
 */
export class ParentsByDefault {
  private readonly search: Search;
  private readonly reach: Reach;
  private readonly chainsTo: (target: number) => Layers;
  private readonly allLists: CountedFlags;
  /** By target and counterparty; null: the target does not come into question. */
  private readonly known = new Map<number, Map<number, Day | null>>();

  /**
   * `reach`: where ownership chains lead down from counterparties; `chainsTo`: the chains of it to a target that hold in
   * the view.
   */
  constructor(search: Search, reach: Reach, chainsTo: (target: number) => Layers) {
    this.search = search;
    this.reach = reach;
    this.chainsTo = chainsTo;
    this.allLists = flagsFor(search.view, ALL_LISTS);
  }

  /** Of the contacts behind a target those whose counterparty it is a topmost target of. */
  *counted(target: number, found: readonly Admitted[]): Generator<void, readonly Admitted[]> {
    const counted = new Set<number>();
    for (const counterparty of new Set(found.map(({ contact }) => contact.counterparty))) {
      const asOf = yield* this.asOf(target, counterparty);
      if (asOf !== null && (yield* this.isTopmost(target, counterparty, asOf))) counted.add(counterparty);
    }
    return found.filter(({ contact }) => counted.has(contact.counterparty));
  }

  /** The last day together of a counterparty and a target below it that comes into question; null: it does not. */
  private *asOf(target: number, counterparty: number): Generator<void, Day | null> {
    const ofTarget = this.known.get(target) ?? new Map<number, Day | null>();
    this.known.set(target, ofTarget);
    const known = ofTarget.get(counterparty);
    if (known !== undefined) return known;
    const asOf = yield* this.findAsOf(target, counterparty);
    ofTarget.set(counterparty, asOf);
    return asOf;
  }

  private *findAsOf(target: number, counterparty: number): Generator<void, Day | null> {
    const { view, contacts } = this.search;
    if (view.projection.entities.kindOf(counterparty) === "University") return null;
    if (!this.isListedApart(target, counterparty)) return null;
    const chain = this.chainsTo(target).get(counterparty) ?? [];
    const found = admittedAll(this.search, contacts.money.get(counterparty) ?? [], chain);
    if (found.length === 0) return null;
    const asOf = lastDayTogether(found);
    return (yield* controlInSteps(view, counterparty, target, asOf)) === "NO" ? null : asOf;
  }

  /** Whether no other such target of the counterparty stands above this one that is not also below it. */
  private *isTopmost(target: number, counterparty: number, asOf: Day): Generator<void, boolean> {
    const { search } = this;
    for (const [other, chains] of this.reach.ends) {
      if (other === target || !chains.has(counterparty)) continue;
      if ((yield* this.asOf(other, counterparty)) === null) continue;
      const isBetween =
        leadsDown(search, other, target, asOf) && leadsDown(search, counterparty, other, asOf);
      if (isBetween && !leadsDown(search, target, other, asOf)) return false;
    }
    return true;
  }

  /** Whether a target has an open listing on a list on which the counterparty has none. */
  private isListedApart(target: number, counterparty: number): boolean {
    const { flags, view } = this.search;
    const { validAt } = view.terms;
    const own = this.allLists.of(counterparty);
    return flags
      .of(target)
      .some((flag) => isOpenListing(flag, validAt) && !isOnList(own, flag.record.flag.list, validAt));
  }
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

/**
 * Whether ownership chains may lead from one party down to another on a day, by however many claims; no hub is passed
 * through. Walks from both ends, from the one that has met fewer: much of the graph may lie below the one or above the
 * other.
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
