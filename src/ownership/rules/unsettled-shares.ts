import type { EntityId } from "../../domain/entity.js";
import { BILLION } from "../../domain/share.js";
import type { Verdict } from "../../domain/verdict.js";
import { Pace } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import type { HeldCompany } from "../control/held-company.js";
import type { Holder } from "../control/holders.js";
import type { Shareholders } from "../control/shareholders.js";
import { verdict } from "../control/verdict.js";
import type { RuleJudgement, RuleRun } from "./ownership-rule.js";

/** A share that keeps verdicts undetermined. */
export interface UnsettledShare {
  readonly company: EntityId;
  readonly holder: EntityId | null;
  /** What is held for certain, and how much more it may be: fractions. */
  readonly known: number;
  readonly unknown: number;
  /** Verdicts, now undetermined, that are settled whatever the share turns out to be. */
  readonly settles: number;
}

/** Most shares are far from the company; only so many of the nearest are tried. */
const MOST_TRIED = 100;

/** So many verdicts are read in one step. */
const VERDICTS_A_STEP = 2_000;

/**
 * The shares, not exactly known, that keep a verdict undetermined, those first that would settle most. Choice: counted
 * are the verdicts of the same rule and flagged parties on the company and on the companies above it that its own
 * verdict passes through; one is settled if it is YES or NO both at the lowest and at the highest that the share may be.
 */
export function* unsettledShares(
  view: View,
  judgement: RuleJudgement,
): Generator<void, readonly UnsettledShare[]> {
  const { entities } = view.projection;
  const open = yield* undeterminedIn(judgement);
  if (!open.has(judgement.field.company)) return [];
  const found: (UnsettledShare & { readonly holder: EntityId })[] = [];
  for (const [holder, company] of candidates(judgement, open))
    found.push({
      company: entities.id(company),
      holder: entities.id(holder.party),
      known: holder.lower / BILLION,
      unknown: (holder.upper - holder.lower) / BILLION,
      settles: yield* settledBy(judgement, open, holder, company),
    });
  return found.sort(
    (a, b) =>
      b.settles - a.settles ||
      b.unknown - a.unknown ||
      (a.company < b.company ? -1 : a.company > b.company ? 1 : a.holder < b.holder ? -1 : 1),
  );
}

function limbsIn({ field }: RuleJudgement, company: number): readonly Shareholders[] {
  return field.heldCompany(company)?.limbs ?? [];
}

/** Holdings of a party that may be caught in a company whose verdict is open; the nearest first. */
function candidates(
  judgement: RuleJudgement,
  open: ReadonlySet<number>,
): readonly (readonly [Holder, number])[] {
  const found: (readonly [Holder, number])[] = [];
  for (const company of judgement.field.parties) {
    if (!open.has(company)) continue;
    const met = new Set<number>();
    for (const holder of limbsIn(judgement, company).flatMap((limb) => limb.holders)) {
      const isOpen = holder.lower < holder.upper && holder.party !== company && !met.has(holder.party);
      if (!isOpen || !judgement.runs.some((run) => run.may.has(holder.party))) continue;
      met.add(holder.party);
      found.push([holder, company]);
    }
    if (found.length >= MOST_TRIED) break;
  }
  return found.slice(0, MOST_TRIED);
}

/** The companies of the field whose verdict is undetermined, where some are held otherwise than the claims say. */
function* undeterminedIn(
  { field, flagged, runs }: RuleJudgement,
  heldAs: ReadonlyMap<number, HeldCompany> = new Map(),
): Generator<void, ReadonlySet<number>> {
  const all: Pick<RuleRun, "must" | "may">[] = [];
  for (const { seeds } of runs) {
    const certain = seeds.filter((party) => flagged.must.has(party));
    const must = yield* field.caughtBy(certain, "must", { heldAs });
    all.push({ must, may: yield* field.caughtBy(seeds, "may", { base: must, heldAs }) });
    yield;
  }
  const judged = (company: number): Verdict => {
    const must = all.some((run) => run.must.has(company));
    return verdict(must, must || all.some((run) => run.may.has(company)));
  };
  const pace = new Pace(VERDICTS_A_STEP);
  const undetermined = new Set<number>();
  for (const company of field.parties) {
    if (judged(company) === "UNDETERMINED") undetermined.add(company);
    if (pace.isStep(all.length)) yield;
  }
  return undetermined;
}

function* settledBy(
  judgement: RuleJudgement,
  open: ReadonlySet<number>,
  holder: Holder,
  company: number,
): Generator<void, number> {
  const ends = [
    holder.lowerExclusive ? holder.lower + 1 : holder.lower,
    holder.upperExclusive ? holder.upper - 1 : holder.upper,
  ];
  const held = judgement.field.heldCompany(company) as HeldCompany;
  const still: ReadonlySet<number>[] = [];
  for (const share of ends) {
    const limbs = held.limbs.map((limb) => withShare(limb, holder.party, share));
    still.push(yield* undeterminedIn(judgement, new Map([[company, { ...held, limbs }]])));
  }
  return [...open].filter((each) => still.every((left) => !left.has(each))).length;
}

/** The limb as if one holding, where it is open, were exactly so much. */
function withShare(limb: Shareholders, party: number, share: number): Shareholders {
  const holders = limb.holders.map((holder) =>
    holder.party === party && holder.lower <= share && share <= holder.upper
      ? { party, lower: share, upper: share, lowerExclusive: false, upperExclusive: false }
      : holder,
  );
  return { ...limb, holders, known: holders.reduce((sum, holder) => sum + holder.lower, 0) };
}
