import type { Day } from "../domain/day.js";
import { BILLION } from "../domain/share.js";
import { AFFILIATION, CONTROL, OWNERSHIP, PART_OF } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { holdsOn, mayHoldOn } from "./clock.js";
import { type Holder, holdersOf } from "./holders.js";

/** On lower bounds and claims that hold for certain, or on upper bounds and claims that may hold. */
export type Bound = "must" | "may";

/** What makes a company caught by a set of holders: a row of a table, read by one fixpoint. */
export interface OwnershipRule {
  readonly right: "economic" | "votes";
  /** In billionths. */
  readonly threshold: number;
  /** Whether the threshold itself suffices. */
  readonly inclusive: boolean;
  /** A Control claim or PartOf catches by itself; an Affiliation may. */
  readonly byStatement: boolean;
}

/** Company control: more than half of the votes, alone and through controlled companies, or a claim that says so. */
export const COMPANY_CONTROL: OwnershipRule = {
  right: "votes",
  threshold: BILLION / 2,
  inclusive: false,
  byStatement: true,
};

/**
 * Everything that the seeds catch on a day, themselves included: the least fixpoint, by worklist. A company is caught
 * if the shares held by caught holders reach the threshold. A caught holder counts in full, another not at all;
 * shares are never multiplied. A company's own shares count for nobody.
 */
export function caughtBy(
  view: View,
  seeds: readonly number[],
  rule: OwnershipRule,
  day: Day,
  bound: Bound,
): ReadonlySet<number> {
  const caught = new Set(seeds);
  for (const holder of caught) {
    for (const [company, stated] of heldBy(view, holder, rule, day, bound)) {
      if (caught.has(company)) continue;
      if (stated || reaches(heldTogether(view, company, caught, rule, day), rule, bound)) caught.add(company);
    }
  }
  return caught;
}

/** The companies that a holder has a claim on, and whether the claim catches by itself. */
function heldBy(
  view: View,
  holder: number,
  rule: OwnershipRule,
  day: Day,
  bound: Bound,
): Map<number, boolean> {
  const { relations } = view.projection;
  const held = new Map<number, boolean>();
  for (const member of view.members(holder)) {
    for (const relation of relations.down.of(member)) {
      if (!view.has(relation) || !mayHoldOn(relations, relation, day)) continue;
      const company = view.partyOf(relations.lower(relation));
      const stated = rule.byStatement && catchesAlone(view, relation, day, bound);
      if (stated || relations.kind[relation] === OWNERSHIP)
        held.set(company, stated || (held.get(company) ?? false));
    }
  }
  return held;
}

/** A Control claim or PartOf that holds catches; an Affiliation, or a unit with another holder, only may. */
function catchesAlone(view: View, relation: number, day: Day, bound: Bound): boolean {
  const { relations } = view.projection;
  const kind = relations.kind[relation];
  if (kind !== CONTROL && kind !== PART_OF && kind !== AFFILIATION) return false;
  if (bound === "may") return true;
  if (kind === AFFILIATION || !holdsOn(relations, relation, day)) return false;
  return kind === CONTROL || !hasOtherHolder(view, relation, day);
}

/** Whether a unit has, that day, possibly, a holder beside the whole. */
export function hasOtherHolder(view: View, partOf: number, day: Day): boolean {
  const { relations } = view.projection;
  const unit = view.partyOf(relations.lower(partOf));
  const whole = view.partyOf(relations.upper(partOf));
  for (const member of view.members(unit)) {
    for (const relation of relations.up.of(member)) {
      if (!view.has(relation)) continue;
      const other = view.partyOf(relations.upper(relation));
      if (other !== whole && other !== unit && mayHoldOn(relations, relation, day)) return true;
    }
  }
  return false;
}

/** What a set of holders holds together: bounds in billionths. */
export interface HeldTogether {
  readonly lower: number;
  readonly lowerExclusive: boolean;
  readonly upper: number;
  readonly upperExclusive: boolean;
}

/** The upper sum is never more than what the holders outside the set leave for certain. */
export function heldTogether(
  view: View,
  company: number,
  caught: ReadonlySet<number>,
  rule: Pick<OwnershipRule, "right">,
  day: Day,
): HeldTogether {
  const holders = holdersOf(view, company, rule.right, day);
  const inside = holders.filter((holder) => caught.has(holder.party) && holder.party !== company);
  const outside = holders.filter((holder) => !inside.includes(holder));
  const room = BILLION - sum(outside, (holder) => holder.lower);
  const lower = sum(inside, (holder) => holder.lower);
  const upper = sum(inside, (holder) => holder.upper);
  return {
    lower,
    lowerExclusive: inside.some((holder) => holder.lowerExclusive),
    upper: Math.max(lower, Math.min(upper, room)),
    upperExclusive:
      upper <= room
        ? inside.some((holder) => holder.upperExclusive)
        : outside.some((holder) => holder.lowerExclusive),
  };
}

function reaches(held: HeldTogether, rule: OwnershipRule, bound: Bound): boolean {
  if (bound === "must") {
    return (
      held.lower > rule.threshold ||
      (held.lower === rule.threshold && (rule.inclusive || held.lowerExclusive))
    );
  }
  return (
    held.upper > rule.threshold || (held.upper === rule.threshold && rule.inclusive && !held.upperExclusive)
  );
}

function sum(holders: readonly Holder[], value: (holder: Holder) => number): number {
  return holders.reduce((total, holder) => total + value(holder), 0);
}
