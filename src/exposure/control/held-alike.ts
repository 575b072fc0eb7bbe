import { isOwnStep } from "../../projection/relation-table.js";
import type { View } from "../../projection/view.js";

/**
 * The view to ask who holds a company: where a view supposes nothing of its holders, the one that it is made from, so that
 * what is remembered there serves both.
 */
export function viewOfHolders(view: View, company: number): View {
  let asked = view;
  while (asked.base !== null && heldOtherwise(asked)?.has(company) === false) asked = asked.base;
  return asked;
}

/** The companies of which a view supposes that they are held otherwise than in its base; null: anyone may be. */
export function heldOtherwise(view: View): ReadonlySet<number> | null {
  const { base } = view;
  if (base === null || base.parties !== view.parties) return null;
  const known = KNOWN.get(view) ?? companiesOf(view);
  KNOWN.set(view, known);
  return known;
}

const KNOWN = new WeakMap<View, ReadonlySet<number>>();

function companiesOf({ supposed, projection, parties }: View): ReadonlySet<number> {
  const { relations } = projection;
  const steps = [...supposed.rejected, ...supposed.reshared].filter((relation) =>
    isOwnStep(relations.kind[relation] as number),
  );
  return new Set(steps.map((relation) => parties.of[relations.lower(relation)] as number));
}
