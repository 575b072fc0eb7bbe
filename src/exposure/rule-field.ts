import type { Day } from "../domain/day.js";
import { AFFILIATION, CONTROL, OWNERSHIP } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import type { CatchRule } from "./catch-rule.js";
import { holdsOn, mayHoldOn } from "./clock.js";
import { heldBy, reaches } from "./held-together.js";
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
    if (party !== company && !mightBeCaught(here, party, rule)) continue;
    for (const holder of holdersIn(here)) {
      if (holder === party) continue;
      above.add(holder);
      const list = holdings.get(holder);
      if (list) list.push(party);
      else holdings.set(holder, [party]);
    }
  }
  return { company, rule, holdings, held };
}

function holdersIn({ limbs, statedMay }: HeldCompany): ReadonlySet<number> {
  const holders = new Set(statedMay);
  for (const limb of limbs)
    for (const holder of limb.holders) if (holder.upper > 0) holders.add(holder.party);
  return holders;
}

/** Whether all holders but itself together could catch it. */
function mightBeCaught({ limbs, statedMay }: HeldCompany, company: number, rule: CatchRule): boolean {
  if (statedMay.size > 0) return true;
  return limbs.some((limb) => {
    const others = new Set(limb.holders.map((holder) => holder.party));
    return reaches(heldBy(limb, company, others), rule, "may");
  });
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
