import type { Day } from "../../domain/day.js";
import { holdsOn } from "../../graph/days/clock.js";
import { type Period, PeriodCache } from "../../graph/days/period.js";
import { AFFILIATION, CONTROL, OWNERSHIP } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import type { CatchRule } from "./catch-rule.js";
import { aloneAndWithout, type Bound, heldBy, type Parties, reaches } from "./held-together.js";
import { type OwnClaims, ownClaimsOn, type Shareholders, shareholdersIn } from "./shareholders.js";

/** The holders of a company as a rule reads them, over the days on which they stay the same. */
export interface HeldCompany extends Period {
  /** One entry a limb of the rule. */
  readonly limbs: readonly Shareholders[];
  /** Parties of which a claim says that they control it, where the rule takes its word: for certain, and possibly. */
  readonly statedMust: ReadonlySet<number>;
  readonly statedMay: ReadonlySet<number>;
  /** Every party that may hold or control it. */
  readonly holders: readonly number[];
  /**
   * The pivotal holders, which decide whether it is caught: none where all together could not catch it, one alone where
   * it suffices and the others could not without it. Otherwise all.
   */
  readonly decisive: readonly number[];
  /** Whether all its holders together catch it for certain, or only possibly. */
  readonly decides: Bound;
}

/** The holders of the companies of a view as a rule reads them; memoised for the view. */
export class HeldCompanies {
  private readonly view: View;
  private readonly rule: CatchRule;
  private readonly remembered = new PeriodCache<HeldCompany>(MOST_REMEMBERED);

  constructor(view: View, rule: CatchRule) {
    this.view = view;
    this.rule = rule;
  }

  on(company: number, day: Day): HeldCompany {
    return (
      this.remembered.known(company, day) ??
      this.remembered.add(company, findHeld(this.view, company, this.rule, day))
    );
  }
}

/** Companies that much hangs on are met again and again. */
const MOST_REMEMBERED = 30_000;

export function heldCompanies(view: View, rule: CatchRule): HeldCompanies {
  const rules = KNOWN.get(view) ?? new Map<CatchRule, HeldCompanies>();
  KNOWN.set(view, rules);
  const companies = rules.get(rule) ?? new HeldCompanies(view, rule);
  rules.set(rule, companies);
  return companies;
}

const KNOWN = new WeakMap<View, Map<CatchRule, HeldCompanies>>();

/** Whether a set of parties catches a company: by a claim that says so, or by what they hold in some limb. */
export function catches(
  { limbs, statedMust, statedMay }: Pick<HeldCompany, "limbs" | "statedMust" | "statedMay">,
  company: number,
  set: Parties,
  { rule, bound }: { readonly rule: CatchRule; readonly bound: Bound },
): boolean {
  for (const party of bound === "must" ? statedMust : statedMay) if (set.has(party)) return true;
  for (const limb of limbs) if (reaches(heldBy(limb, company, set), rule, bound)) return true;
  return false;
}

function findHeld(view: View, company: number, rule: CatchRule, day: Day): HeldCompany {
  const own = ownClaimsOn(view, company, day);
  const { must: statedMust, may: statedMay } = rule.byStatement
    ? statedControllers(view, company, day, own)
    : NONE_STATED;
  const limbs = rule.limbs.map((reading) => shareholdersIn(view, company, reading, day, own));
  const holders = new Set(statedMay);
  for (const limb of limbs) for (const { party, upper } of limb.holders) if (upper > 0) holders.add(party);
  const { from, until } = own;
  const { decisive, decides } = decisiveOf({ limbs, statedMust, statedMay }, company, [...holders], rule);
  return { limbs, statedMust, statedMay, holders: [...holders], decisive, decides, from, until };
}

function decisiveOf(
  held: Pick<HeldCompany, "limbs" | "statedMust" | "statedMay">,
  company: number,
  holders: readonly number[],
  rule: CatchRule,
): Pick<HeldCompany, "decisive" | "decides"> {
  const others = holders.filter((holder) => holder !== company);
  if (!catches(held, company, ALL_PARTIES, { rule, bound: "may" })) return NONE_DECIDES;
  const decides = catches(held, company, ALL_PARTIES, { rule, bound: "must" }) ? "must" : "may";
  const { statedMay } = held;
  const stated = decides === "must" ? held.statedMust : statedMay;
  const limbs = held.limbs.map((limb) => aloneAndWithout(limb, company));
  for (const holder of others) {
    const shares = limbs.map((limb) => limb(holder));
    const othersSuffice =
      statedMay.size > (statedMay.has(holder) ? 1 : 0) ||
      shares.some((share) => reaches(share.others, rule, "may"));
    if (othersSuffice) continue;
    const suffices = stated.has(holder) || shares.some((share) => reaches(share.alone, rule, decides));
    if (suffices) return { decisive: [holder], decides };
  }
  return { decisive: others, decides };
}

const NONE_DECIDES: Pick<HeldCompany, "decisive" | "decides"> = { decisive: [], decides: "may" };

const ALL_PARTIES: Parties = { has: () => true };

const NO_PARTIES: ReadonlySet<number> = new Set();

interface Stated {
  readonly must: ReadonlySet<number>;
  readonly may: ReadonlySet<number>;
}

const NONE_STATED: Stated = { must: NO_PARTIES, may: NO_PARTIES };

/**
 * The parties stated to control a company: by a Control claim or, as the whole, by PartOf; an Affiliation, or the whole of a
 * unit with another holder that day, only may.
 */
function statedControllers(
  view: View,
  company: number,
  day: Day,
  { claims, hasStatements }: OwnClaims,
): Stated {
  if (!hasStatements) return NONE_STATED;
  const { relations } = view.projection;
  const upper = (relation: number) => view.partyOf(relations.upper(relation));
  const byOthers = claims.filter((relation) => upper(relation) !== company);
  const isOnly = new Set(byOthers.map(upper)).size === 1;
  const may = byOthers.filter((relation) => relations.kind[relation] !== OWNERSHIP);
  const must = may.filter((relation) => {
    const kind = relations.kind[relation];
    if (kind === AFFILIATION || !holdsOn(relations, relation, day)) return false;
    return kind === CONTROL || isOnly;
  });
  return { must: new Set(must.map(upper)), may: new Set(may.map(upper)) };
}
