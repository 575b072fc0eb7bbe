import type { Day } from "../../domain/day.js";
import { type PathStep, pathOf } from "../../graph/paths/path.js";
import { Pace } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import { type Bound, countThatReaches, heldBy, type Parties, reaches } from "../control/held-together.js";
import type { RuleField } from "../control/rule-field.js";
import type { Shareholders, ShareReading } from "../control/shareholders.js";
import { claimOfPair, type PairPurpose } from "./claim-of-pair.js";
import type { RuleJudgement } from "./ownership-rule.js";

/** So many companies, or holders of them, are shown in one step. */
const COMPANIES_A_STEP = 16;

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
export function* ruleProof(
  view: View,
  { terms, field, flagged, run }: RuleJudgement,
): Generator<void, readonly PathStep[]> {
  if (flagged.must.has(terms.company)) return [];
  const bound: Bound = run.verdict === "YES" ? "must" : "may";
  const derivation = {
    field,
    caught: bound === "must" ? run.must : run.may,
    bound,
    seeds: (party: number) => run.seeds.includes(party),
  };
  const support = yield* supportOf(derivation);
  return yield* stepsOf(view, support, { day: terms.day, purpose: () => "holding" });
}

/** A holder, what it holds, and the right in which that counts. */
export type HeldPair = readonly [holder: number, company: number, right: ShareReading["right"]];

/** The pairs that a derivation rests on, so ordered that a holder is caught before it counts. */
export function* supportOf({
  field,
  caught,
  bound,
  seeds,
}: Derivation): Generator<void, readonly HeldPair[]> {
  const order = new Map([...caught].map((party, at) => [party, at]));
  const pairs: HeldPair[] = [];
  const shown = new Set<number>();
  const pace = new Pace(COMPANIES_A_STEP);
  /** The companies from the one asked about up to the one whose holders are shown, each with its holders still to be shown. */
  const open: { readonly company: number; readonly counted: Counted; at: number }[] = [];
  const show = (company: number) => {
    if (shown.has(company)) return;
    shown.add(company);
    const place = order.get(company) ?? Number.POSITIVE_INFINITY;
    const before = { has: (party: number) => (order.get(party) ?? place) < place };
    open.push({ company, counted: countedHolders(field, company, before, bound), at: 0 });
  };
  show(field.company);
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    const { company, counted, at } = last;
    const holder = counted.holders[at >> 1];
    last.at += 1;
    if (holder === undefined) open.pop();
    // First what catches the holder, then that it holds.
    else if (at % 2 === 1) pairs.push([holder, company, counted.right]);
    else if (!seeds(holder)) show(holder);
    if (pace.isStep()) yield;
  }
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
function countedHolders(field: RuleField, company: number, caught: Parties, bound: Bound): Counted {
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
  const count = countThatReaches(limb, counted, field.rule, bound);
  return { holders: counted.slice(0, count).map(({ party }) => party), right: rightOf(limb) };
}

/** Pairs as path steps, each by the claim that shows what `purpose` says of it, with the Identities between the entities of a party; each step once. */
export function* stepsOf(
  view: View,
  pairs: readonly HeldPair[],
  { day, purpose }: { readonly day: Day; readonly purpose: (pair: HeldPair) => PairPurpose },
): Generator<void, readonly PathStep[]> {
  const steps = new Map<string, PathStep>();
  const pace = new Pace(COMPANIES_A_STEP);
  for (const pair of pairs) {
    const [holder, company, right] = pair;
    const claim = claimOfPair(view, { holder, company, right }, day, purpose(pair));
    if (claim === null) continue;
    for (const step of pathOf(view, holder, [claim], company).steps) {
      const key = `${step.relation} ${step.from}`;
      if (!steps.has(key)) steps.set(key, step);
    }
    if (pace.isStep()) yield;
  }
  return [...steps.values()];
}
