import { BILLION } from "../../domain/share.js";
import type { CatchRule } from "./catch-rule.js";
import type { Holder } from "./holders.js";
import type { Shareholders } from "./shareholders.js";

/** On lower bounds and claims that hold for certain, or on upper bounds and claims that may hold. */
export type Bound = "must" | "may";

/** Some parties, be they listed or described. */
export interface Parties {
  has(party: number): boolean;
}

/** What a set of holders holds together: bounds in billionths. */
export interface HeldTogether {
  readonly lower: number;
  readonly lowerExclusive: boolean;
  readonly upper: number;
  readonly upperExclusive: boolean;
}

/**
 * What a set of parties holds of a company together. The upper sum is never more than what the holders outside the set
 * leave for certain. Its own shares count for no holder, and stay in the denominator.
 */
export function heldBy(limb: Limb, company: number, set: Parties): HeldTogether {
  const inside = sumOf([]);
  let outsideExclusive = false;
  for (const holder of limb.holders) {
    if (holder.party !== company && set.has(holder.party)) add(inside, holder);
    else outsideExclusive ||= holder.lowerExclusive;
  }
  return together(limb, inside, outsideExclusive);
}

/** What each holder of a company holds alone, and what all others hold without it; time is linear in the holders. */
export function aloneAndWithout(
  limb: Limb,
  company: number,
): (party: number) => { readonly alone: HeldTogether; readonly others: HeldTogether } {
  const { lowerExclusive } = sumOf(limb.holders);
  const held = (sum: Sum) => together(limb, sum, lowerExclusive > sum.lowerExclusive);
  const counted = limb.holders.filter(({ party }) => party !== company);
  const all = sumOf(counted);
  const holders = new Map(counted.map((holder) => [holder.party, holder]));
  return (party) => {
    const holder = holders.get(party);
    const own = sumOf(holder ? [holder] : []);
    return { alone: held(own), others: held(minus(all, own)) };
  };
}

/** How many of some holders, in their order, reach the threshold of a rule together: all where they do not. */
export function countThatReaches(
  limb: Limb,
  holders: readonly Holder[],
  rule: CatchRule,
  bound: Bound,
): number {
  const { lowerExclusive } = sumOf(limb.holders);
  const inside = sumOf([]);
  for (const [count, holder] of holders.entries()) {
    if (reaches(together(limb, inside, lowerExclusive > inside.lowerExclusive), rule, bound)) return count;
    add(inside, holder);
  }
  return holders.length;
}

type Limb = Pick<Shareholders, "holders" | "known">;

/** Sums over some holders, in billionths, and how many of their bounds are exclusive. */
interface Sum {
  lower: number;
  upper: number;
  lowerExclusive: number;
  upperExclusive: number;
}

function sumOf(holders: readonly Holder[]): Sum {
  const sum = { lower: 0, upper: 0, lowerExclusive: 0, upperExclusive: 0 };
  for (const holder of holders) add(sum, holder);
  return sum;
}

function add(sum: Sum, { lower, upper, lowerExclusive, upperExclusive }: Holder): void {
  sum.lower += lower;
  sum.upper += upper;
  sum.lowerExclusive += lowerExclusive ? 1 : 0;
  sum.upperExclusive += upperExclusive ? 1 : 0;
}

function minus(a: Sum, b: Sum): Sum {
  return {
    lower: a.lower - b.lower,
    upper: a.upper - b.upper,
    lowerExclusive: a.lowerExclusive - b.lowerExclusive,
    upperExclusive: a.upperExclusive - b.upperExclusive,
  };
}

/** What the holders of a sum hold together; `outsideExclusive`: whether a lower bound of another holder is exclusive. */
function together({ known }: Limb, inside: Sum, outsideExclusive: boolean): HeldTogether {
  const { lower, upper } = inside;
  const lowerExclusive = inside.lowerExclusive > 0;
  const upperExclusive = inside.upperExclusive > 0;
  const room = BILLION - (known - lower);
  if (upper < room) return { lower, lowerExclusive, upper, upperExclusive };
  const exclusive = outsideExclusive || (upper === room && upperExclusive);
  return { lower, lowerExclusive, upper: Math.max(lower, room), upperExclusive: exclusive };
}

/**
 * Whether what is held together reaches the threshold of a rule. What reaches it on lower bounds may reach it, also where
 * contradictory shares cap the upper ones below.
 */
export function reaches(held: HeldTogether, rule: CatchRule, bound: Bound): boolean {
  const { threshold, inclusive } = rule;
  if (held.lower > threshold || (held.lower === threshold && (inclusive || held.lowerExclusive))) return true;
  if (bound === "must") return false;
  return held.upper > threshold || (held.upper === threshold && inclusive && !held.upperExclusive);
}
