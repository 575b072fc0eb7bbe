import { BILLION } from "../domain/share.js";
import type { CatchRule } from "./catch-rule.js";
import type { HeldCompany, RuleField } from "./rule-field.js";
import type { Shareholders } from "./shareholders.js";

/** On lower bounds and claims that hold for certain, or on upper bounds and claims that may hold. */
export type Bound = "must" | "may";

export interface CatchOptions {
  /** Parties that count as caught from the start beside the seeds. */
  readonly base?: Iterable<number>;
  /** How a company is held, where that is to be tried otherwise than the claims say. */
  readonly heldAs?: (company: number) => HeldCompany | undefined;
}

/**
 * Everything in a field that the seeds catch, themselves included, in the order of catching: the least fixpoint, by
 * worklist. A company is caught if the shares held by caught holders reach the threshold of the rule in some limb, or
 * if a claim says so and the rule takes its word. A caught holder counts in full, another not at all; shares are never
 * multiplied. Legal rules and company control are this one fixpoint with a row of a table each.
 */
export function caughtWithin(
  field: RuleField,
  seeds: Iterable<number>,
  bound: Bound,
  { base = [], heldAs = (company) => field.held.get(company) }: CatchOptions = {},
): ReadonlySet<number> {
  const caught = new Set(base);
  for (const seed of seeds) caught.add(seed);
  for (const holder of caught) {
    for (const company of field.holdings.get(holder) ?? []) {
      if (caught.has(company)) continue;
      const held = heldAs(company);
      if (held && isCaught(held, company, caught, { rule: field.rule, bound })) caught.add(company);
    }
  }
  return caught;
}

function isCaught(
  held: HeldCompany,
  company: number,
  caught: ReadonlySet<number>,
  { rule, bound }: { readonly rule: CatchRule; readonly bound: Bound },
): boolean {
  for (const party of bound === "must" ? held.statedMust : held.statedMay) if (caught.has(party)) return true;
  for (const limb of held.limbs) if (reaches(heldBy(limb, company, caught), rule, bound)) return true;
  return false;
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
 * leave for certain. Its own shares count for nobody, and stay in the denominator.
 */
export function heldBy(limb: Shareholders, company: number, set: ReadonlySet<number>): HeldTogether {
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

/** Whether what is held together reaches the threshold of a rule. */
export function reaches(held: HeldTogether, rule: CatchRule, bound: Bound): boolean {
  const { threshold, inclusive } = rule;
  if (bound === "must") {
    return held.lower > threshold || (held.lower === threshold && (inclusive || held.lowerExclusive));
  }
  return held.upper > threshold || (held.upper === threshold && inclusive && !held.upperExclusive);
}
