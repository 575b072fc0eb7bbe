import type { EntityId } from "../../domain/entity.js";
import { BILLION } from "../../domain/share.js";
import type { Verdict } from "../../domain/verdict.js";
import type { View } from "../../graph/view.js";
import type { HeldCompany } from "../control/held-company.js";
import type { Holder } from "../control/holders.js";
import type { Shareholders } from "../control/shareholders.js";
import { verdict } from "../control/verdict.js";
import type { RuleJudgement } from "./ownership-rule.js";

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

/**
 * The shares, not exactly known, that keep a verdict undetermined, those first that would settle most. Choice: counted
 * are the verdicts of the same rule and flagged parties on the company and on the companies above it that its own
 * verdict passes through; one is settled if it is YES or NO both at the lowest and at the highest that the share may be.
 */
export function unsettledShares(view: View, judgement: RuleJudgement): readonly UnsettledShare[] {
  const { entities } = view.projection;
  const open = undeterminedIn(judgement);
  if (!open.has(judgement.field.company)) return [];
  return candidates(judgement, open)
    .map(([holder, company]) => ({
      company: entities.id(company),
      holder: entities.id(holder.party),
      known: holder.lower / BILLION,
      unknown: (holder.upper - holder.lower) / BILLION,
      settles: settledBy(judgement, open, holder, company),
    }))
    .sort(
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
function undeterminedIn(
  { field, flagged, runs }: RuleJudgement,
  heldAs: ReadonlyMap<number, HeldCompany> = new Map(),
): ReadonlySet<number> {
  const all = runs.map((run) => {
    const { seeds } = run;
    const certain = seeds.filter((party) => flagged.must.has(party));
    const must = field.caughtBy(certain, "must", { heldAs });
    return { must, may: field.caughtBy(seeds, "may", { base: must, heldAs }) };
  });
  const judged = (company: number): Verdict => {
    const must = all.some((run) => run.must.has(company));
    return verdict(must, must || all.some((run) => run.may.has(company)));
  };
  return new Set(field.parties.filter((company) => judged(company) === "UNDETERMINED"));
}

function settledBy(
  judgement: RuleJudgement,
  open: ReadonlySet<number>,
  holder: Holder,
  company: number,
): number {
  const ends = [
    holder.lowerExclusive ? holder.lower + 1 : holder.lower,
    holder.upperExclusive ? holder.upper - 1 : holder.upper,
  ];
  const held = judgement.field.heldCompany(company) as HeldCompany;
  const still = ends.map((share) => {
    const limbs = held.limbs.map((limb) => withShare(limb, holder.party, share));
    return undeterminedIn(judgement, new Map([[company, { ...held, limbs }]]));
  });
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
