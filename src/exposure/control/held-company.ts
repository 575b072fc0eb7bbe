import type { Day } from "../../domain/day.js";
import { AFFILIATION, CONTROL, OWNERSHIP } from "../../projection/relation-table.js";
import type { View } from "../../projection/view.js";
import { holdsOn, mayHoldOn } from "../days/clock.js";
import { type Period, Remembered } from "../days/period.js";
import type { CatchRule } from "./catch-rule.js";
import { viewOfHolders } from "./held-alike.js";
import { type Bound, heldBy, type Parties, reaches } from "./held-together.js";
import { type Shareholders, shareholdersOf } from "./shareholders.js";

/** By whom a company is held as a rule reads it, over the days on which that stays the same. */
export interface HeldCompany extends Period {
  /** One entry a limb of the rule. */
  readonly limbs: readonly Shareholders[];
  /** Parties of which a claim says that they control it, where the rule takes its word: for certain, and possibly. */
  readonly statedMust: ReadonlySet<number>;
  readonly statedMay: ReadonlySet<number>;
  /** Everybody who may hold or control it. */
  readonly holders: readonly number[];
  /**
   * The holders on which it hangs whether it is caught: nobody where all together could not catch it, one alone where
   * it suffices and the others could not without it. Otherwise all.
   */
  readonly decisive: readonly number[];
  /** Of a single decisive holder: whether it catches the company for certain, or only possibly. */
  readonly decides: Bound;
  /** One decisive holder without which all others could not catch it; all decisive ones where there is no such. */
  readonly needed: readonly number[];
}

/** By whom a company is held on a day; remembered for the view. */
export function heldCompany(view: View, company: number, rule: CatchRule, day: Day): HeldCompany {
  const asked = viewOfHolders(view, company);
  return rememberedFor(asked, rule).on(company, day, () => findHeld(asked, company, rule, day));
}

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

function rememberedFor(view: View, rule: CatchRule): Remembered<HeldCompany> {
  const rules = REMEMBERED.get(view) ?? new Map<CatchRule, Remembered<HeldCompany>>();
  REMEMBERED.set(view, rules);
  const remembered = rules.get(rule) ?? new Remembered<HeldCompany>(MOST_REMEMBERED);
  rules.set(rule, remembered);
  return remembered;
}

/** Companies that much hangs on are met again and again. */
const MOST_REMEMBERED = 20_000;
const REMEMBERED = new WeakMap<View, Map<CatchRule, Remembered<HeldCompany>>>();

function findHeld(view: View, company: number, rule: CatchRule, day: Day): HeldCompany {
  const stated = rule.byStatement ? statedControllers(view, company, day) : NOBODY_STATED;
  const limbs = rule.limbs.map((reading) => shareholdersOf(view, company, reading, day));
  const { from, until } = limbs[0] as Shareholders;
  const holders = [...stated.may];
  for (const limb of limbs)
    for (const { party, upper } of limb.holders)
      if (upper > 0 && !holders.includes(party)) holders.push(party);
  const { must: statedMust, may: statedMay } = stated;
  const { decisive, decides, needed } = decisiveOf({ limbs, statedMust, statedMay }, company, holders, rule);
  return { limbs, statedMust, statedMay, holders, decisive, decides, needed, from, until };
}

function decisiveOf(
  held: Pick<HeldCompany, "limbs" | "statedMust" | "statedMay">,
  company: number,
  holders: readonly number[],
  rule: CatchRule,
): Pick<HeldCompany, "decisive" | "decides" | "needed"> {
  const others = holders.includes(company) ? holders.filter((holder) => holder !== company) : holders;
  if (!catches(held, company, EVERYBODY, { rule, bound: "may" })) return NOBODY_DECIDES;
  const decides = catches(held, company, EVERYBODY, { rule, bound: "must" }) ? "must" : "may";
  let needed: number | null = null;
  for (const holder of others) {
    const allBut = { has: (party: number) => party !== holder };
    if (catches(held, company, allBut, { rule, bound: "may" })) continue;
    const alone = { has: (party: number) => party === holder };
    if (catches(held, company, alone, { rule, bound: decides }))
      return { decisive: [holder], decides, needed: [holder] };
    needed ??= holder;
  }
  return { decisive: others, decides, needed: needed === null ? others : [needed] };
}

const EVERYBODY: Parties = { has: () => true };
const NOBODY_DECIDES: Pick<HeldCompany, "decisive" | "decides" | "needed"> = {
  decisive: [],
  decides: "may",
  needed: [],
};

const NOBODY: ReadonlySet<number> = new Set();

interface Stated {
  readonly must: ReadonlySet<number>;
  readonly may: ReadonlySet<number>;
}

const NOBODY_STATED: Stated = { must: NOBODY, may: NOBODY };

/**
 * Who is stated to control a company: by a Control claim or, as the whole, by PartOf; an Affiliation, or the whole of a
 * unit with another holder that day, only may.
 */
function statedControllers(view: View, company: number, day: Day): Stated {
  const { relations } = view.projection;
  const counted: number[] = [];
  let states = false;
  for (const member of view.members(company)) {
    for (const relation of relations.up.of(member)) {
      if (!view.has(relation) || !mayHoldOn(relations, relation, day)) continue;
      if (relations.kind[relation] !== OWNERSHIP) states = true;
      counted.push(relation);
    }
  }
  if (!states) return NOBODY_STATED;
  const upper = (relation: number) => view.partyOf(relations.upper(relation));
  const claims = counted.filter((relation) => upper(relation) !== company);
  const isOnly = new Set(claims.map(upper)).size === 1;
  const may = claims.filter((relation) => relations.kind[relation] !== OWNERSHIP);
  const must = may.filter((relation) => {
    const kind = relations.kind[relation];
    if (kind === AFFILIATION || !holdsOn(relations, relation, day)) return false;
    return kind === CONTROL || isOnly;
  });
  return { must: new Set(must.map(upper)), may: new Set(may.map(upper)) };
}
