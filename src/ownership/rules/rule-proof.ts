import type { Day } from "../../domain/day.js";
import { type PathStep, pathOf } from "../../graph/paths/path.js";
import type { View } from "../../graph/view.js";
import { type Bound, heldBy, reaches } from "../control/held-together.js";
import type { RuleField } from "../control/rule-field.js";
import type { Shareholders, ShareReading } from "../control/shareholders.js";
import { claimOfPair, type PairPurpose } from "./claim-of-pair.js";
import type { RuleJudgement } from "./ownership-rule.js";

/** A derivation: who is caught, in the order of catching. */
export interface Derivation {
  readonly field: RuleField;
  readonly caught: ReadonlySet<number>;
  readonly bound: Bound;
  /** Caught from the start: their own owners are not asked about. */
  readonly seeds: (party: number) => boolean;
}

/**
 * The claims that a verdict rests on, from the flagged parties down to the company. YES: a smallest set of the greatest
 * holdings that reaches the threshold, and for each caught holder in turn what catches it; UNDETERMINED: the same on
 * upper bounds; NO: what was counted and does not suffice. Empty where the company is itself flagged or nothing counts.
 */
export function ruleProof(view: View, { terms, field, flagged, run }: RuleJudgement): readonly PathStep[] {
  if (flagged.must.has(terms.company)) return [];
  const bound: Bound = run.verdict === "YES" ? "must" : "may";
  const derivation = {
    field,
    caught: bound === "must" ? run.must : run.may,
    bound,
    seeds: (party: number) => run.seeds.includes(party),
  };
  return stepsOf(view, supportOf(derivation), { day: terms.day, purpose: () => "holding" });
}

/** A holder, what it holds, and the right in which that counts. */
export type HeldPair = readonly [holder: number, company: number, right: ShareReading["right"]];

/** The pairs that a derivation rests on, so ordered that a holder is caught before it counts. */
export function supportOf({ field, caught, bound, seeds }: Derivation): readonly HeldPair[] {
  const order = new Map([...caught].map((party, at) => [party, at]));
  const pairs: HeldPair[] = [];
  const shown = new Set<number>();
  const show = (company: number) => {
    if (shown.has(company)) return;
    shown.add(company);
    const { holders, right } = holdersBefore(company);
    for (const holder of holders) {
      if (!seeds(holder)) show(holder);
      pairs.push([holder, company, right]);
    }
  };
  const holdersBefore = (company: number) => {
    const place = order.get(company) ?? Number.POSITIVE_INFINITY;
    const before = new Set([...caught].filter((party) => (order.get(party) as number) < place));
    return countedHolders(field, company, before, bound);
  };
  show(field.company);
  return pairs;
}

/** Holders that count together, and in which right. */
interface Counted {
  readonly holders: readonly number[];
  readonly right: ShareReading["right"];
}

/**
 * The caught holders of a company: one that is stated to control it where the rule takes its word; else as few as reach
 * the threshold, the greatest first; all where they do not.
 */
function countedHolders(
  field: RuleField,
  company: number,
  caught: ReadonlySet<number>,
  bound: Bound,
): Counted {
  const held = field.heldCompany(company);
  const limbs = held?.limbs ?? [];
  const stated = [...((bound === "must" ? held?.statedMust : held?.statedMay) ?? [])].filter((party) =>
    caught.has(party),
  );
  const rightOf = (limb: Shareholders | undefined) =>
    (field.rule.limbs[limb === undefined ? 0 : limbs.indexOf(limb)] as ShareReading).right;
  if (stated.length > 0) return { holders: [Math.min(...stated)], right: rightOf(limbs[0]) };
  const limb =
    limbs.find((each) => reaches(heldBy(each, company, caught), field.rule, bound)) ??
    [...limbs].sort((a, b) => heldBy(b, company, caught).upper - heldBy(a, company, caught).upper)[0];
  const size = bound === "must" ? "lower" : "upper";
  const counted = (limb?.holders ?? [])
    .filter((holder) => caught.has(holder.party) && holder.party !== company && holder.upper > 0)
    .sort((a, b) => b[size] - a[size] || a.party - b.party);
  if (limb === undefined) return { holders: [], right: rightOf(limb) };
  const taken = new Set<number>();
  for (const holder of counted) {
    if (reaches(heldBy(limb, company, taken), field.rule, bound)) break;
    taken.add(holder.party);
  }
  return { holders: [...taken], right: rightOf(limb) };
}

/** Pairs as path steps, each by the claim that shows what `purpose` says of it, with the Identities between the entities of a party; each step once. */
export function stepsOf(
  view: View,
  pairs: readonly HeldPair[],
  { day, purpose }: { readonly day: Day; readonly purpose: (pair: HeldPair) => PairPurpose },
): readonly PathStep[] {
  const steps = pairs.flatMap((pair) => {
    const [holder, company, right] = pair;
    const claim = claimOfPair(view, { holder, company, right }, day, purpose(pair));
    return claim === null ? [] : pathOf(view, holder, [claim], company).steps;
  });
  const seen = new Set<string>();
  return steps.filter((step) => {
    const key = `${step.relation} ${step.from}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
