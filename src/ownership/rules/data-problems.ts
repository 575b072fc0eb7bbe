import type { RuleField } from "../control/rule-field.js";
import { isContradictory } from "../control/shareholders.js";

/**
 * Companies of a field whose known shares of one right add up to more than the whole, each with the sum in billionths.
 * Contradictions are reported, never normalised: rules and control read the shares as they are.
 */
export function overfullIn(field: RuleField): readonly (readonly [company: number, known: number])[] {
  return field.parties
    .flatMap((company) => {
      const worst = (field.heldCompany(company)?.limbs ?? [])
        .filter(isContradictory)
        .map(({ known }) => known);
      return worst.length === 0 ? [] : [[company, Math.max(...worst)] as const];
    })
    .sort(([a], [b]) => a - b);
}
