import { BILLION } from "../../domain/share.js";
import { MARK } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";

/** What one party holds of a company on a day, in billionths; bounds may be exclusive. */
export interface Holder {
  readonly party: number;
  readonly lower: number;
  readonly lowerExclusive: boolean;
  readonly upper: number;
  readonly upperExclusive: boolean;
}

/** The Ownership claims of one pair, in one right. */
export interface PairClaims {
  readonly certain: number[];
  readonly possible: number[];
  /** Whether a claim in the other right may hold. */
  other: boolean;
}

/**
 * The holding that the claims of a pair describe together, before it is capped. They describe
 * the same holding and are never added: certain ones are intersected, contradicting ones give their hull, merely
 * possible ones may only raise the upper bound. A holding known in the other right only is unknown in this one.
 */
export function holding(view: View, party: number, claims: PairClaims): Holder {
  const { shareMin, shareMax, marks } = view.projection.relations;
  const [only, second] = claims.certain;
  if (only !== undefined && second === undefined && claims.possible.length === 0)
    return asGiven(view, party, only);
  let holder: Holder = { party, lower: 0, lowerExclusive: false, upper: BILLION, upperExclusive: false };
  let hull: Holder = { ...holder, lower: BILLION, upper: 0 };
  for (const relation of claims.certain) {
    const mark = marks[relation] as number;
    const lower = { at: shareMin[relation] as number, exclusive: (mark & MARK.minExclusive) !== 0 };
    const upper = { at: shareMax[relation] as number, exclusive: (mark & MARK.maxExclusive) !== 0 };
    holder = { ...holder, ...higherLower(holder, lower), ...lowerUpper(holder, upper) };
    hull = { ...hull, ...lowerLower(hull, lower), ...higherUpper(hull, upper) };
  }
  if (isEmpty(holder)) holder = hull;
  if (claims.certain.length > 0) return raised(view, holder, claims.possible);
  if (claims.other) return holder;
  return raised(view, { ...holder, upper: 0 }, claims.possible);
}

/** A holding, or what one of some claims of the pair gives in its stead: their hull. */
export function spanning(view: View, holder: Holder, claims: readonly number[]): Holder {
  let hull = holder;
  for (const relation of claims) {
    const { lower, lowerExclusive, upper, upperExclusive } = asGiven(view, holder.party, relation);
    hull = {
      ...hull,
      ...lowerLower(hull, { at: lower, exclusive: lowerExclusive }),
      ...higherUpper(hull, { at: upper, exclusive: upperExclusive }),
    };
  }
  return hull;
}

/** The commonest case: one claim, for certain. */
export function asGiven(view: View, party: number, relation: number): Holder {
  const { shareMin, shareMax, marks } = view.projection.relations;
  const mark = marks[relation] as number;
  return {
    party,
    lower: shareMin[relation] as number,
    lowerExclusive: (mark & MARK.minExclusive) !== 0,
    upper: shareMax[relation] as number,
    upperExclusive: (mark & MARK.maxExclusive) !== 0,
  };
}

/** One claim, merely possible. */
export function atMostAsGiven(view: View, party: number, relation: number): Holder {
  const { shareMax, marks } = view.projection.relations;
  const upper = shareMax[relation] as number;
  const isExclusive = ((marks[relation] as number) & MARK.maxExclusive) !== 0;
  return { party, lower: 0, lowerExclusive: false, upper, upperExclusive: upper > 0 && isExclusive };
}

/** Merely possible claims may only raise the upper bound. */
function raised(view: View, holder: Holder, possible: readonly number[]): Holder {
  const { shareMax, marks } = view.projection.relations;
  let highest = holder;
  for (const relation of possible) {
    const exclusive = ((marks[relation] as number) & MARK.maxExclusive) !== 0;
    highest = { ...highest, ...higherUpper(highest, { at: shareMax[relation] as number, exclusive }) };
  }
  return highest;
}

interface Bound {
  readonly at: number;
  readonly exclusive: boolean;
}

function higherLower(holder: Holder, bound: Bound): Partial<Holder> {
  if (bound.at === holder.lower) return { lowerExclusive: holder.lowerExclusive || bound.exclusive };
  return bound.at > holder.lower ? { lower: bound.at, lowerExclusive: bound.exclusive } : {};
}

function lowerUpper(holder: Holder, bound: Bound): Partial<Holder> {
  if (bound.at === holder.upper) return { upperExclusive: holder.upperExclusive || bound.exclusive };
  return bound.at < holder.upper ? { upper: bound.at, upperExclusive: bound.exclusive } : {};
}

function lowerLower(holder: Holder, bound: Bound): Partial<Holder> {
  if (bound.at === holder.lower) return { lowerExclusive: holder.lowerExclusive && bound.exclusive };
  return bound.at < holder.lower ? { lower: bound.at, lowerExclusive: bound.exclusive } : {};
}

function higherUpper(holder: Holder, bound: Bound): Partial<Holder> {
  if (bound.at === holder.upper) return { upperExclusive: holder.upperExclusive && bound.exclusive };
  return bound.at > holder.upper ? { upper: bound.at, upperExclusive: bound.exclusive } : {};
}

function isEmpty(holder: Holder): boolean {
  if (holder.lower === holder.upper) return holder.lowerExclusive || holder.upperExclusive;
  return holder.lower > holder.upper;
}

/** No upper bound is above 1 minus the lower bounds of all others; never below its own lower bound. */
export function capped(holders: readonly Holder[]): Holder[] {
  const known = holders.reduce((sum, holder) => sum + holder.lower, 0);
  const exclusives = holders.filter(({ lowerExclusive }) => lowerExclusive).length;
  return holders.map((holder) => {
    const room = Math.max(holder.lower, BILLION - (known - holder.lower));
    if (room > holder.upper) return holder;
    const exclusive = exclusives > (holder.lowerExclusive ? 1 : 0);
    return {
      ...holder,
      upper: room,
      upperExclusive: room < holder.upper ? exclusive : holder.upperExclusive || exclusive,
    };
  });
}
