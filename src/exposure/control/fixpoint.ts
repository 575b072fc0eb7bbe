import { currentBudget } from "../../projection/budget.js";
import { catches, type HeldCompany } from "./held-company.js";
import type { Bound } from "./held-together.js";
import type { RuleField } from "./rule-field.js";

export interface CatchOptions {
  /** Parties that count as caught from the start beside the seeds. */
  readonly base?: Iterable<number>;
  /** How a company is held, where that is to be tried otherwise than the claims say. */
  readonly heldAs?: (company: number) => HeldCompany | undefined;
}

/**
 * Everything in a field that the seeds catch, themselves included, in the order of catching: the least fixpoint, by
 * worklist. A company is caught if the shares held by caught holders reach the threshold of the rule in some limb, or
 * if a claim says so and the rule takes its word. A caught holder counts in full, another not at all; shares are never
 * multiplied. Legal rules and company control are this one fixpoint with a row of a table each.
 */
export function caughtWithin(
  field: RuleField,
  seeds: Iterable<number>,
  bound: Bound,
  { base = [], heldAs = (company) => field.held.get(company) }: CatchOptions = {},
): ReadonlySet<number> {
  currentBudget().look();
  const caught = new Set(base);
  for (const seed of seeds) caught.add(seed);
  for (const holder of caught) {
    for (const company of field.holdings.get(holder) ?? []) {
      if (caught.has(company)) continue;
      const held = heldAs(company);
      if (held && catches(held, company, caught, { rule: field.rule, bound })) caught.add(company);
    }
  }
  return caught;
}
