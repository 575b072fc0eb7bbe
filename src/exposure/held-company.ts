import type { Day } from "../domain/day.js";
import { AFFILIATION, CONTROL, OWNERSHIP } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import type { CatchRule } from "./catch-rule.js";
import { holdsOn, mayHoldOn } from "./clock.js";
import { type Bound, heldBy, reaches } from "./held-together.js";
import { type Period, periodOf, Remembered } from "./period.js";
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
  return rememberedFor(view, rule).on(company, day, () => findHeld(view, company, rule, day));
}

/** Whether a set of parties catches a company: by a claim that says so, or by what they hold in some limb. */
export function catches(
  { limbs, statedMust, statedMay }: Pick<HeldCompany, "limbs" | "statedMust" | "statedMay">,
  company: number,
  set: ReadonlySet<number>,
  { rule, bound }: { readonly rule: CatchRule; readonly bound: Bound },
): boolean {
  for (const party of bound === "must" ? statedMust : statedMay) if (set.has(party)) return true;
  for (const limb of limbs) if (reaches(heldBy(limb, company, set), rule, bound)) return true;
  return false;
}

function rememberedFor(view: View, rule: CatchRule): Remembered<HeldCompany> {
  const rules = REMEMBERED.get(view) ?? new Map<string, Remembered<HeldCompany>>();
  REMEMBERED.set(view, rules);
  const { limbs, threshold, inclusive, byStatement } = rule;
  const key = `${limbs.map(({ name }) => name)}/${threshold}/${inclusive}/${byStatement}`;
  const remembered = rules.get(key) ?? new Remembered<HeldCompany>();
  rules.set(key, remembered);
  return remembered;
}

const REMEMBERED = new WeakMap<View, Map<string, Remembered<HeldCompany>>>();

function findHeld(view: View, company: number, rule: CatchRule, day: Day): HeldCompany {
  const stated = rule.byStatement ? statedControllers(view, company, day) : null;
  const held = {
    limbs: rule.limbs.map((reading) => shareholdersOf(view, company, reading, day)),
    statedMust: stated?.must ?? NOBODY,
    statedMay: stated?.may ?? NOBODY,
  };
  const holders = new Set(held.statedMay);
  for (const limb of held.limbs)
    for (const holder of limb.holders) if (holder.upper > 0) holders.add(holder.party);
  return {
    ...held,
    holders: [...holders],
    ...decisiveOf(held, company, holders, rule),
    ...periodOf(view, company, day),
  };
}

function decisiveOf(
  held: Pick<HeldCompany, "limbs" | "statedMust" | "statedMay">,
  company: number,
  holders: ReadonlySet<number>,
  rule: CatchRule,
): Pick<HeldCompany, "decisive" | "decides" | "needed"> {
  const all = [...holders].filter((holder) => holder !== company);
  const caughtBy = (parties: readonly number[], bound: Bound) =>
    catches(held, company, new Set(parties), { rule, bound });
  if (!caughtBy(all, "may")) return { decisive: [], decides: "may", needed: [] };
  const decides = caughtBy(all, "must") ? "must" : "may";
  const needed = all.filter(
    (holder) =>
      !caughtBy(
        all.filter((other) => other !== holder),
        "may",
      ),
  );
  const sole = needed.find((holder) => caughtBy([holder], decides));
  const decisive = sole === undefined ? all : [sole];
  return {
    decisive,
    decides,
    needed: sole !== undefined ? decisive : needed.length > 0 ? needed.slice(0, 1) : all,
  };
}

const NOBODY: ReadonlySet<number> = new Set();

/**
 * Who is stated to control a company: by a Control claim or, as the whole, by PartOf; an Affiliation, or the whole of a
 * unit with another holder that day, only may. Null where no claim says anything.
 */
function statedControllers(
  view: View,
  company: number,
  day: Day,
): { readonly must: ReadonlySet<number>; readonly may: ReadonlySet<number> } | null {
  const { relations } = view.projection;
  const above = new Set<number>();
  const claims: number[] = [];
  for (const member of view.members(company)) {
    for (const relation of relations.up.of(member)) {
      if (!view.has(relation) || !mayHoldOn(relations, relation, day)) continue;
      const party = view.partyOf(relations.upper(relation));
      if (party === company) continue;
      above.add(party);
      if (relations.kind[relation] !== OWNERSHIP) claims.push(relation);
    }
  }
  if (claims.length === 0) return null;
  const must = claims.filter((relation) => {
    const kind = relations.kind[relation];
    if (kind === AFFILIATION || !holdsOn(relations, relation, day)) return false;
    return kind === CONTROL || above.size === 1;
  });
  const partiesOf = (some: readonly number[]) =>
    new Set(some.map((relation) => view.partyOf(relations.upper(relation))));
  return { must: partiesOf(must), may: partiesOf(claims) };
}
