import type { Day } from "../domain/day.js";
import { BILLION, type Share } from "../domain/share.js";
import type { View } from "../projection/view.js";
import { controlField, controlledWithin } from "./control-field.js";
import type { Verdict } from "./finding.js";
import { type Bound, COMPANY_CONTROL, caughtBy, heldTogether } from "./fixpoint.js";
import { verdict } from "./verdict.js";

/**
 * Whether one party controls another on a day: company control as in the Datalog literature (Gottlob, Pieris et al.):
 * the controller and the companies that it controls hold together more than half of the votes, or a Control claim or
 * PartOf says so. Exactly half does not suffice; an Affiliation leaves it undetermined.
 */
export function control(view: View, controller: number, company: number, day: Day): Verdict {
  if (controller === company) return "YES";
  const field = controlField(view, company, day);
  if (!field.holdings.has(controller)) return "NO";
  const must = controlledWithin(field, controller, "must");
  return verdict(
    must.has(company),
    must.has(company) || controlledWithin(field, controller, "may", must).has(company),
  );
}

/** The votes that a controller holds in a company, alone and through what it controls, as an interval of fractions. */
export function votesOf(view: View, controller: number, company: number, day: Day): Share {
  const must = heldTogether(view, company, controlledBy(view, controller, day, "must"), COMPANY_CONTROL, day);
  const may = heldTogether(view, company, controlledBy(view, controller, day, "may"), COMPANY_CONTROL, day);
  return {
    min: must.lower / BILLION,
    max: may.upper / BILLION,
    minExclusive: must.lowerExclusive && must.lower < may.upper,
    maxExclusive: may.upperExclusive && must.lower < may.upper,
  };
}

/** Everything that a party controls on a day, itself included; remembered for the view. */
export function controlledBy(view: View, controller: number, day: Day, bound: Bound): ReadonlySet<number> {
  const known = REMEMBERED.get(view) ?? new Map<string, ReadonlySet<number>>();
  REMEMBERED.set(view, known);
  const key = `${controller}/${day}/${bound}`;
  const before = known.get(key);
  if (before) return before;
  // What is controlled for certain may be controlled, also where contradictory shares would lose it on upper bounds.
  const seeds = bound === "must" ? [controller] : controlledBy(view, controller, day, "must");
  const caught = caughtBy(view, [...seeds], COMPANY_CONTROL, day, bound);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, caught);
  return caught;
}

const REMEMBERED = new WeakMap<View, Map<string, ReadonlySet<number>>>();
const MOST_REMEMBERED = 4096;
