import type { Day } from "../domain/day.js";
import { BILLION } from "../domain/share.js";
import type { View } from "../projection/view.js";
import type { CatchRule } from "./catch-rule.js";
import type { Bound } from "./fixpoint.js";
import { type Shareholders, shareholdersOf } from "./shareholders.js";

/**
 * Everything that can matter for whether a rule catches a company on a day: the parties above it, and by whom each of
 * them is held. Who is caught is the same inside this field as in the whole graph, and the field is small: above a
 * holder that all its own holders together could not catch nothing matters.
 */
export interface RuleField {
  readonly company: number;
  readonly rule: CatchRule;
  /** For each holder the companies of the field that it holds. */
  readonly holdings: ReadonlyMap<number, readonly number[]>;
  /** The parties of the field, nearest to the company first, with their shareholders, one entry a limb of the rule. */
  readonly held: ReadonlyMap<number, readonly Shareholders[]>;
}

export interface FieldTerms {
  readonly rule: CatchRule;
  readonly day: Day;
}

export function ruleField(view: View, company: number, { rule, day }: FieldTerms): RuleField {
  const held = new Map<number, readonly Shareholders[]>();
  const holdings = new Map<number, number[]>();
  const above = new Set([company]);
  for (const party of above) {
    const limbs = rule.limbs.map((reading) => shareholdersOf(view, party, reading, day));
    held.set(party, limbs);
    if (party !== company && !limbs.some((limb) => mightReach(limb, party, rule))) continue;
    const holders = new Set(limbs.flatMap((limb) => limb.holders.filter(holdsAny).map((each) => each.party)));
    for (const holder of holders) {
      if (holder === party) continue;
      above.add(holder);
      const list = holdings.get(holder);
      if (list) list.push(party);
      else holdings.set(holder, [party]);
    }
  }
  return { company, rule, holdings, held };
}

function holdsAny(holder: { readonly upper: number }): boolean {
  return holder.upper > 0;
}

/** Whether all holders together could reach the threshold. */
function mightReach({ holders }: Shareholders, company: number, rule: CatchRule): boolean {
  let upper = 0;
  for (const holder of holders) if (holder.party !== company) upper += holder.upper;
  return upper > rule.threshold || (rule.inclusive && upper === rule.threshold);
}

/**
 * Everything in a field that the seeds catch, themselves included, in the order of catching: the least fixpoint, by
 * worklist. A company is caught if the shares held by caught holders reach the threshold in some limb. A caught holder
 * counts in full, another not at all; shares are never multiplied. `must`: on lower bounds; `may`: on upper bounds.
 */
export function caughtWithin(
  field: RuleField,
  seeds: Iterable<number>,
  bound: Bound,
  limbsOf: (company: number) => readonly Shareholders[] = (company) => field.held.get(company) ?? [],
): ReadonlySet<number> {
  const caught = new Set(seeds);
  for (const holder of caught) {
    for (const company of field.holdings.get(holder) ?? []) {
      if (caught.has(company)) continue;
      const isCaught = limbsOf(company).some((limb) =>
        reaches(heldBy(limb, company, caught), field.rule, bound),
      );
      if (isCaught) caught.add(company);
    }
  }
  return caught;
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
