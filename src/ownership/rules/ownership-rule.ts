import type { Day } from "../../domain/day.js";
import { BILLION, type Share } from "../../domain/share.js";
import type { Verdict } from "../../domain/verdict.js";
import {
  type FlaggedParties,
  type ListCoverage,
  listCoverage,
  listedParties,
} from "../../graph/flags/listed-parties.js";
import type { View } from "../../graph/view.js";
import type { CatchRule } from "../control/catch-rule.js";
import { type HeldTogether, heldBy, reaches } from "../control/held-together.js";
import { RuleField } from "../control/rule-field.js";
import { shareOf } from "../control/share-of.js";
import type { Shareholders } from "../control/shareholders.js";
import { verdict } from "../control/verdict.js";
import { isInForce, REGIME_TABLE, type Regime, thresholdOn } from "./regimes.js";

export type RuleVerdict = Verdict | "NOT_IN_FORCE";

/** Strongest first. */
export const RULE_VERDICT_ORDER: readonly RuleVerdict[] = ["YES", "UNDETERMINED", "NO", "NOT_IN_FORCE"];

export interface RuleTerms {
  readonly regime: Regime;
  readonly company: number;
  readonly day: Day;
  /** Parties to start from; null: those listed on the regime's lists that day. */
  readonly flagged: readonly number[] | null;
}

/** One run of the fixpoint: all flagged parties together or, where a regime does not aggregate, one of them. */
export interface RuleRun {
  /** The flagged parties above the company. */
  readonly seeds: readonly number[];
  readonly must: ReadonlySet<number>;
  readonly may: ReadonlySet<number>;
  /** The limb that says most of the company. */
  readonly limb: number;
  /** What the caught parties hold of the company in that limb: lower bound of `must`, upper bound of `may`. */
  readonly held: HeldTogether;
  readonly verdict: Verdict;
}

/** What a rule says of a company on a day, with what its proof and its text are made of. */
export interface RuleJudgement {
  readonly terms: RuleTerms;
  readonly verdict: RuleVerdict;
  /** What the rule gives where it is not in force; null otherwise. */
  readonly wouldBe: Verdict | null;
  readonly rule: CatchRule;
  readonly flagged: FlaggedParties;
  readonly lists: ListCoverage;
  /** Whether the company is itself flagged. */
  readonly isFlagged: Verdict;
  /** Whether the verdict would be NO if the missing lists were known to hold no other party. */
  readonly restsOnMissingLists: boolean;
  readonly field: RuleField;
  /** Every run whose parties stand above the company. */
  readonly runs: readonly RuleRun[];
  /** The run that the verdict rests on. */
  readonly run: RuleRun;
  readonly aggregate: Share;
  /** How much of the company's shares is attributed: a fraction, above 1 where claims contradict each other. */
  readonly known: number;
  /** From the threshold to the lower bound (YES) or the upper bound (NO) of the sum; null where it says nothing. */
  readonly distanceToFlip: number | null;
}

/**
 * What a legal ownership rule says of a company on a day, three-valued.
 *
 * A company is caught if caught holders hold shares of it that reach the threshold; the flagged are caught from the
 * start. The least fixpoint is run on lower bounds and what holds for certain (must) and on upper bounds and what may
 * hold (may): must gives YES, not may gives NO. A NO that rests on a list which is not loaded is UNDETERMINED. What is
 * caught for certain may be caught, also where contradictory shares would lose it on upper bounds.
 */
export function* ownershipRule(view: View, terms: RuleTerms): Generator<void, RuleJudgement> {
  if (terms.flagged) return yield* judge(view, terms);
  const known = REMEMBERED.get(view) ?? new Map<string, RuleJudgement>();
  REMEMBERED.set(view, known);
  const key = `${terms.regime}/${terms.company}/${terms.day}`;
  const before = known.get(key);
  if (before) return before;
  const judgement = yield* judge(view, terms);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, judgement);
  return judgement;
}

/** Judgements from the lists: a report asks for the same company once for each of its findings. */
const REMEMBERED = new WeakMap<View, Map<string, RuleJudgement>>();
const MOST_REMEMBERED = 2048;

function* judge(view: View, terms: RuleTerms): Generator<void, RuleJudgement> {
  const { company, day } = terms;
  const row = REGIME_TABLE[terms.regime];
  const rule = ruleOf(view, terms.regime, day);
  const field = yield* RuleField.of(view, company, { rule, day });
  const flagged = terms.flagged ? given(terms.flagged) : listedParties(view, row.lists, day);
  const lists = terms.flagged ? { searched: [], missing: [] } : listCoverage(view.projection, row.lists, day);
  const runs = yield* runsOf(field, flagged, row.aggregates);
  const run = runs.reduce(moreTelling);
  const isFlagged = verdict(flagged.must.has(company), flagged.may.has(company));
  const alone = isFlagged === "NO" ? run.verdict : isFlagged === "YES" ? "YES" : orUndetermined(run.verdict);
  const restsOnMissingLists = alone === "NO" && lists.missing.length > 0;
  const judged = restsOnMissingLists ? "UNDETERMINED" : alone;
  const inForce = isInForce(row, day);
  return {
    terms,
    verdict: inForce ? judged : "NOT_IN_FORCE",
    wouldBe: inForce ? null : judged,
    rule,
    flagged,
    lists,
    isFlagged,
    restsOnMissingLists,
    field,
    runs,
    run,
    aggregate: shareOf(run.held),
    known: (limbsOf(field)[0]?.known ?? 0) / BILLION,
    distanceToFlip: inForce && isFlagged === "NO" ? distance(run, rule, judged) : null,
  };
}

/** The regime as a row for the fixpoint, with the law's threshold of a day or what the question supposes; kept for the view. */
function ruleOf(view: View, regime: Regime, day: Day): CatchRule {
  const { threshold, inclusive } = thresholdFor(view, regime, day);
  const rules = RULES.get(view) ?? new Map<string, CatchRule>();
  RULES.set(view, rules);
  const key = `${regime}/${threshold}/${inclusive}`;
  const rule = rules.get(key) ?? {
    limbs: REGIME_TABLE[regime].limbs,
    byStatement: false,
    threshold,
    inclusive,
  };
  rules.set(key, rule);
  return rule;
}

const RULES = new WeakMap<View, Map<string, CatchRule>>();

function thresholdFor(view: View, regime: Regime, day: Day): Pick<CatchRule, "threshold" | "inclusive"> {
  const supposed = view.supposed.thresholds.get(regime);
  if (!supposed) return thresholdOn(REGIME_TABLE[regime], day);
  return { threshold: Math.round(supposed.threshold * BILLION), inclusive: supposed.inclusive };
}

function given(parties: readonly number[]): FlaggedParties {
  const set = new Set([...parties].sort((a, b) => a - b));
  return { must: set, may: set };
}

function orUndetermined(run: Verdict): Verdict {
  return run === "YES" ? "YES" : "UNDETERMINED";
}

function limbsOf(field: RuleField): readonly Shareholders[] {
  return field.heldCompany(field.company)?.limbs ?? [];
}

/** At least one run, perhaps without a party. */
function* runsOf(
  field: RuleField,
  flagged: FlaggedParties,
  aggregates: boolean,
): Generator<void, readonly RuleRun[]> {
  const above = field.parties
    .filter((party) => flagged.may.has(party) && party !== field.company)
    .sort((a, b) => a - b);
  const groups = aggregates || above.length === 0 ? [above] : above.map((party) => [party]);
  const runs: RuleRun[] = [];
  for (const seeds of groups) {
    runs.push(yield* runOf(field, seeds, flagged.must));
    yield;
  }
  return runs;
}

function* runOf(
  field: RuleField,
  seeds: readonly number[],
  certain: ReadonlySet<number>,
): Generator<void, RuleRun> {
  const must = yield* field.caughtBy(
    seeds.filter((party) => certain.has(party)),
    "must",
  );
  const may = yield* field.caughtBy(seeds, "may", { base: must });
  const limbs = limbsOf(field).map((limb, at): RuleRun => {
    const least = heldBy(limb, field.company, must);
    const most = heldBy(limb, field.company, may);
    const held = { ...least, upper: Math.max(least.lower, most.upper), upperExclusive: most.upperExclusive };
    const caught = verdict(
      reaches(held, field.rule, "must"),
      reaches(held, field.rule, "must") || reaches(held, field.rule, "may"),
    );
    return { seeds, must, may, limb: at, held, verdict: caught };
  });
  return limbs.reduce(moreTelling);
}

/** The one with the stronger verdict; of two YES the one that holds more for certain, else the one that may hold more. */
function moreTelling(a: RuleRun, b: RuleRun): RuleRun {
  const rank = RULE_VERDICT_ORDER.indexOf(a.verdict) - RULE_VERDICT_ORDER.indexOf(b.verdict);
  if (rank !== 0) return rank < 0 ? a : b;
  const lower = boundOrder(a.held.lower, b.held.lower, a.held.lowerExclusive, b.held.lowerExclusive);
  const upper = boundOrder(a.held.upper, b.held.upper, b.held.upperExclusive, a.held.upperExclusive);
  return (a.verdict === "YES" ? lower || upper : upper || lower) < 0 ? b : a;
}

/** Above 0 where the first is the greater; of equal numbers the one that lies a little higher. */
function boundOrder(a: number, b: number, aIsMore: boolean, bIsMore: boolean): number {
  return a - b || Number(aIsMore) - Number(bIsMore);
}

function distance({ held }: RuleRun, { threshold }: CatchRule, judged: Verdict): number | null {
  if (judged === "YES") return Math.max(0, held.lower - threshold) / BILLION;
  return judged === "NO" ? Math.max(0, threshold - held.upper) / BILLION : null;
}
