import type { Day } from "../domain/day.js";
import type { Share } from "../domain/share.js";
import type { View } from "../projection/view.js";
import { COMPANY_CONTROL } from "./catch-rule.js";
import type { Verdict } from "./finding.js";
import { caughtWithin } from "./fixpoint.js";
import { type Bound, heldBy } from "./held-together.js";
import { type RuleField, ruleField } from "./rule-field.js";
import { shareOf } from "./share-of.js";
import { NO_SHAREHOLDERS } from "./shareholders.js";
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
  const must = controlledWithin(field, controller, "must").has(company);
  return verdict(must, must || controlledWithin(field, controller, "may").has(company));
}

/**
 * The votes that a controller holds in a company, alone and through what it controls, as an interval of fractions;
 * votes that contradict each other are cut at the whole.
 */
export function votesOf(view: View, controller: number, company: number, day: Day): Share {
  const field = controlField(view, company, day);
  const votes = field.held.get(company)?.limbs[0] ?? NO_SHAREHOLDERS;
  const must = heldBy(votes, company, controlledWithin(field, controller, "must"));
  const may = heldBy(votes, company, controlledWithin(field, controller, "may"));
  return shareOf({ ...must, upper: Math.max(must.lower, may.upper), upperExclusive: may.upperExclusive });
}

/** Everything that can matter for who controls a company on a day; remembered for the view. */
export function controlField(view: View, company: number, day: Day): RuleField {
  const known = REMEMBERED.get(view) ?? new Map<string, RuleField>();
  REMEMBERED.set(view, known);
  const key = `${company}/${day}`;
  const before = known.get(key);
  if (before) return before;
  if (known.size >= MOST_REMEMBERED) known.clear();
  const field = ruleField(view, company, { rule: COMPANY_CONTROL, day });
  known.set(key, field);
  return field;
}

const REMEMBERED = new WeakMap<View, Map<string, RuleField>>();
const MOST_REMEMBERED = 2048;

/**
 * Everything in a field that a party controls, itself included. What is controlled for certain may be controlled, also
 * where contradictory shares would lose it on upper bounds.
 */
export function controlledWithin(field: RuleField, controller: number, bound: Bound): ReadonlySet<number> {
  const base = bound === "may" ? controlledWithin(field, controller, "must") : [];
  return caughtWithin(field, [controller], bound, { base });
}
