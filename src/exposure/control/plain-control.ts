import type { Day } from "../../domain/day.js";
import type { View } from "../../projection/view.js";
import type { Verdict } from "../finding.js";
import { PartyMarks } from "../party-marks.js";
import type { Bound } from "./held-together.js";
import { type NeededHolders, neededHolders } from "./needed-holders.js";
import { verdict } from "./verdict.js";

/** What a party of the field bears: it stands above the company, and it is the controller or controlled by it. */
const ABOVE = 1;
const CONTROLLED = 2;

/**
 * Whether a party controls a company, where everybody above it whom that can hang on is held plainly; null where somebody
 * is not. The same fixpoint as `caughtWithin` in the field of company control (`ruleField`), told from the columns, so that
 * nothing is built for the few verdicts that hang on several holders.
 */
export function plainControl(view: View, controller: number, company: number, day: Day): Verdict | null {
  const needed = neededHolders(view);
  const field = PartyMarks.for(view.projection.entities);
  field.set(controller, CONTROLLED);
  field.set(company, ABOVE);
  const { marked } = field;
  // Whoever stands above the controller alone does not matter.
  for (let nth = 1, fetched = 1; nth < marked.length; nth += 1) {
    if (nth === fetched) {
      needed.fetch(marked, nth, marked.length);
      fetched = marked.length;
    }
    if (!needed.mark(needed.on(marked[nth] as number, day), field, ABOVE)) return null;
  }
  view.budget.spend(marked.length);
  const must = isControlled(needed, field, company, { day, bound: "must" });
  return verdict(must, must || isControlled(needed, field, company, { day, bound: "may" }));
}

/** Marks those of the field that are controlled, farthest first, until the company is or nothing is added. */
function isControlled(
  needed: NeededHolders,
  field: PartyMarks,
  company: number,
  { day, bound }: { readonly day: Day; readonly bound: Bound },
): boolean {
  const { of, marked } = field;
  for (let isMore = true; isMore && of[company] !== CONTROLLED; ) {
    isMore = false;
    for (let nth = marked.length - 1; nth > 0; nth -= 1) {
      const party = marked[nth] as number;
      if (of[party] === CONTROLLED || !needed.together(needed.on(party, day), of, CONTROLLED, bound))
        continue;
      field.set(party, CONTROLLED);
      isMore = true;
    }
  }
  return of[company] === CONTROLLED;
}
