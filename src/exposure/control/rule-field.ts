import type { Day } from "../../domain/day.js";
import type { View } from "../../projection/view.js";
import type { Period } from "../days/period.js";
import type { CatchRule } from "./catch-rule.js";
import { type HeldCompany, heldCompany } from "./held-company.js";

/**
 * Everything that can matter for whether a rule catches a company: the parties above it, and by whom each of them is
 * held, over the days on which that stays the same. Who is caught is the same inside this field as in the whole graph,
 * and the field is small: above a holder only those of its own holders stand that decide whether it is caught.
 */
export interface RuleField extends Period {
  readonly company: number;
  readonly rule: CatchRule;
  /** For each holder the companies of the field that it holds. */
  readonly holdings: ReadonlyMap<number, readonly number[]>;
  /** The parties of the field, nearest to the company first. */
  readonly held: ReadonlyMap<number, HeldCompany>;
}

export interface FieldTerms {
  readonly rule: CatchRule;
  readonly day: Day;
  /** Leaves out holders that are known never to be caught by those who are asked about. Default: none. */
  readonly matters?: (holder: number) => boolean;
}

export function ruleField(
  view: View,
  company: number,
  { rule, day, matters = () => true }: FieldTerms,
): RuleField {
  const { budget } = view;
  const held = new Map<number, HeldCompany>();
  const holdings = new Map<number, number[]>();
  const above = new Set([company]);
  let { from, until } = heldCompany(view, company, rule, day);
  for (const party of above) {
    const here = heldCompany(view, party, rule, day);
    budget.spend(1 + here.holders.length);
    held.set(party, here);
    from = Math.max(from, here.from);
    until = Math.min(until, here.until);
    for (const holder of party === company ? here.holders : here.decisive) {
      if (holder === party || !matters(holder)) continue;
      above.add(holder);
      const list = holdings.get(holder);
      if (list) list.push(party);
      else holdings.set(holder, [party]);
    }
  }
  return { company, rule, holdings, held, from, until };
}
