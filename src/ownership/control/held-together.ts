import { BILLION } from "../../domain/share.js";
import type { CatchRule } from "./catch-rule.js";
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
export function heldBy(
  limb: Pick<Shareholders, "holders" | "known">,
  company: number,
  set: Parties,
): HeldTogether {
  let [lower, upper] = [0, 0];
  let [lowerExclusive, upperExclusive, outsideExclusive] = [false, false, false];
  for (const holder of limb.holders) {
    if (holder.party === company || !set.has(holder.party)) {
      outsideExclusive ||= holder.lowerExclusive;
      continue;
    }
    lower += holder.lower;
    upper += holder.upper;
    lowerExclusive ||= holder.lowerExclusive;
    upperExclusive ||= holder.upperExclusive;
  }
  const room = BILLION - (limb.known - lower);
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
