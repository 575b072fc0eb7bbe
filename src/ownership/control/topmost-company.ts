import type { Day } from "../../domain/day.js";
import { closure } from "../../graph/closure.js";
import { runToCompletion } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import { controllersInSteps } from "./control.js";

/**
 * The topmost Company above a party, by steps that `above` gives: above it no Company that is not also below it; of
 * several the smallest id. The party itself where there is none.
 */
export function topmostCompany(
  view: View,
  party: number,
  above: (party: number) => readonly number[],
): number {
  const higher = closure([party], above);
  const inRing = [...higher].some((at) => above(at).includes(party));
  const companies = [...higher].filter((at) => isCompany(view, at) && (at !== party || inRing));
  const topmost = companies.filter((company) =>
    [...closure([company], above)].every(
      (other) => !isCompany(view, other) || closure([other], above).has(company),
    ),
  );
  return topmost.length === 0 ? party : Math.min(...topmost);
}

/** The parties that control a party on a day for certain (verdict YES), the party itself apart. */
export function controllersOf(view: View, party: number, day: Day): readonly number[] {
  const controllers = runToCompletion(controllersInSteps(view, party, day));
  return controllers.field.parties.filter(
    (holder) => holder !== party && runToCompletion(controllers.has(holder, "must")),
  );
}

function isCompany(view: View, party: number): boolean {
  return view.projection.entities.kindOf(party) === "Company";
}
