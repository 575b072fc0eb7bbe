import type { Day } from "../domain/day.js";
import { AFFILIATION, CONTROL, OWNERSHIP } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import type { CatchRule } from "./catch-rule.js";
import { holdsOn, mayHoldOn } from "./clock.js";
import { type Bound, heldBy, reaches } from "./held-together.js";
import { type Shareholders, shareholdersOf } from "./shareholders.js";

/**
 * Everything that can matter for whether a rule catches a company on a day: the parties above it, and by whom each of
 * them is held. Who is caught is the same inside this field as in the whole graph, and the field is small: above a
 * holder only those of its own holders stand that can decide whether it is caught.
 */
export interface RuleField {
  readonly company: number;
  readonly rule: CatchRule;
  /** For each holder the companies of the field that it holds. */
  readonly holdings: ReadonlyMap<number, readonly number[]>;
  /** The parties of the field, nearest to the company first. */
  readonly held: ReadonlyMap<number, HeldCompany>;
}

/** By whom a company is held on a day. */
export interface HeldCompany {
  /** One entry a limb of the rule. */
  readonly limbs: readonly Shareholders[];
  /** Parties of which a claim says that they control it, where the rule takes its word: for certain, and possibly. */
  readonly statedMust: ReadonlySet<number>;
  readonly statedMay: ReadonlySet<number>;
}

export interface FieldTerms {
  readonly rule: CatchRule;
  readonly day: Day;
}

export function ruleField(view: View, company: number, { rule, day }: FieldTerms): RuleField {
  const held = new Map<number, HeldCompany>();
  const holdings = new Map<number, number[]>();
  const above = new Set([company]);
  for (const party of above) {
    const here = heldCompany(view, party, rule, day);
    held.set(party, here);
    for (const holder of party === company ? holdersIn(here) : decisiveHolders(here, party, rule)) {
      if (holder === party) continue;
      above.add(holder);
      const list = holdings.get(holder);
      if (list) list.push(party);
      else holdings.set(holder, [party]);
    }
  }
  return { company, rule, holdings, held };
}

function holdersIn({ limbs, statedMay }: HeldCompany): Set<number> {
  const holders = new Set(statedMay);
  for (const limb of limbs)
    for (const holder of limb.holders) if (holder.upper > 0) holders.add(holder.party);
  return holders;
}

/**
 * The holders on which it hangs whether a party is caught: nobody where all together could not catch it, and one alone
 * where the others could not without it and it suffices, be it for certain or because nothing is certain. Otherwise all.
 */
function decisiveHolders(held: HeldCompany, party: number, rule: CatchRule): Iterable<number> {
  const all = holdersIn(held);
  all.delete(party);
  if (!catches(held, party, all, { rule, bound: "may" })) return NOBODY;
  const isNeverCertain = !catches(held, party, all, { rule, bound: "must" });
  const bound = isNeverCertain ? "may" : "must";
  for (const holder of all) {
    if (!catches(held, party, new Set([holder]), { rule, bound })) continue;
    all.delete(holder);
    const isAlone = !catches(held, party, all, { rule, bound: "may" });
    all.add(holder);
    return isAlone ? [holder] : all;
  }
  return all;
}

/** Whether a set of parties catches a company: by a claim that says so, or by what they hold in some limb. */
export function catches(
  { limbs, statedMust, statedMay }: HeldCompany,
  company: number,
  set: ReadonlySet<number>,
  { rule, bound }: { readonly rule: CatchRule; readonly bound: Bound },
): boolean {
  for (const party of bound === "must" ? statedMust : statedMay) if (set.has(party)) return true;
  for (const limb of limbs) if (reaches(heldBy(limb, company, set), rule, bound)) return true;
  return false;
}

const NOBODY: ReadonlySet<number> = new Set();

function heldCompany(view: View, company: number, rule: CatchRule, day: Day): HeldCompany {
  const limbs = rule.limbs.map((reading) => shareholdersOf(view, company, reading, day));
  const stated = rule.byStatement ? statedControllers(view, company, day) : null;
  return { limbs, statedMust: stated?.must ?? NOBODY, statedMay: stated?.may ?? NOBODY };
}

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
