import type { Day } from "../../domain/day.js";
import type { Share } from "../../domain/share.js";
import type { View } from "../../projection/view.js";
import { Remembered } from "../days/period.js";
import type { Verdict } from "../finding.js";
import { COMPANY_CONTROL } from "./catch-rule.js";
import { caughtWithin } from "./fixpoint.js";
import { heldCompany } from "./held-company.js";
import { type Bound, heldBy } from "./held-together.js";
import { mayControl } from "./may-control.js";
import { neededHolders } from "./needed-holders.js";
import { plainControl } from "./plain-control.js";
import { type RuleField, ruleField } from "./rule-field.js";
import { shareOf } from "./share-of.js";
import type { Shareholders } from "./shareholders.js";
import { verdict } from "./verdict.js";

/**
 * Whether one party controls another on a day: company control as in the Datalog literature (Gottlob, Pieris et al.):
 * the controller and the companies that it controls hold together more than half of the votes, or a Control claim or
 * PartOf says so. Exactly half does not suffice; an Affiliation leaves it undetermined.
 *
 * Where one holder alone decides, whoever controls the company controls that holder: so one goes up from holder to
 * holder, and needs the fixpoint only where several of them decide together.
 */
export function control(view: View, controller: number, company: number, day: Day): Verdict {
  if (!mayControl(view, controller, company, day)) return "NO";
  const needed = neededHolders(view);
  let bound: Bound = "must";
  const passed = new Set<number>();
  for (let at = company; at !== controller; ) {
    if (passed.has(at)) return "NO";
    passed.add(at);
    const place = needed.on(at, day);
    const only = needed.onlyHolder(place);
    if (only < 0) return weakest(bound, controlTogether(view, controller, at, day));
    if (needed.boundOfOnly(place) === "may") bound = "may";
    at = only;
  }
  return weakest(bound, "YES");
}

/** A report asks for many parties of few companies. */
const MOST_REMEMBERED = 2_000;

/** What holds only possibly is never more than undetermined. */
function weakest(bound: Bound, found: Verdict): Verdict {
  return bound === "may" && found === "YES" ? "UNDETERMINED" : found;
}

/** Whether a party controls a company that does not hang on one plain holder alone: by the fixpoint. */
function controlTogether(view: View, controller: number, company: number, day: Day): Verdict {
  const told = plainControl(view, controller, company, day);
  if (told !== null) return told;
  const matters = (holder: number) => mayControl(view, controller, holder, day);
  const field = ruleField(view, company, { rule: COMPANY_CONTROL, day, matters });
  const must = controlledWithin(field, controller, "must").has(company);
  return verdict(must, must || controlledWithin(field, controller, "may").has(company));
}

/**
 * The votes that a controller holds in a company, alone and through what it controls, as an interval of fractions;
 * votes that contradict each other are cut at the whole.
 */
export function votesOf(view: View, controller: number, company: number, day: Day): Share {
  const field = controlField(view, company, day);
  const votes = heldCompany(view, company, COMPANY_CONTROL, day).limbs[0] as Shareholders;
  const must = heldBy(votes, company, controlledWithin(field, controller, "must"));
  const may = heldBy(votes, company, controlledWithin(field, controller, "may"));
  return shareOf({ ...must, upper: Math.max(must.lower, may.upper), upperExclusive: may.upperExclusive });
}

/** Everything that can matter for who controls a company on a day; remembered for the view. */
export function controlField(view: View, company: number, day: Day): RuleField {
  const remembered = REMEMBERED.get(view) ?? new Remembered<RuleField>(MOST_REMEMBERED);
  REMEMBERED.set(view, remembered);
  return remembered.on(company, day, () => ruleField(view, company, { rule: COMPANY_CONTROL, day }));
}

const REMEMBERED = new WeakMap<View, Remembered<RuleField>>();

/**
 * Everything in a field that a party controls, itself included. What is controlled for certain may be controlled, also
 * where contradictory shares would lose it on upper bounds.
 */
export function controlledWithin(field: RuleField, controller: number, bound: Bound): ReadonlySet<number> {
  const base = bound === "may" ? controlledWithin(field, controller, "must") : [];
  return caughtWithin(field, [controller], bound, { base });
}
