import type { Day } from "../../domain/day.js";
import type { Share } from "../../domain/share.js";
import type { Verdict } from "../../domain/verdict.js";
import { type Period, PeriodCache } from "../../graph/days/period.js";
import { runToCompletion } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import { COMPANY_CONTROL } from "./catch-rule.js";
import { type Bound, heldBy } from "./held-together.js";
import { RuleField } from "./rule-field.js";
import { shareOf } from "./share-of.js";
import type { Shareholders } from "./shareholders.js";
import { verdict } from "./verdict.js";

/**
 * Whether one party controls another on a day: company control as in the Datalog literature (Gottlob, Pieris et al.):
 * the controller and the companies that it controls hold together more than half of the votes, or a Control claim or
 * PartOf says so. Exactly half does not suffice; an Affiliation leaves it undetermined.
 *
 * The parties that can matter for a company on a day are gathered once (`RuleField`) and serve every question about it.
 * Among them the fixpoint runs from the controller down, until it meets the company or a party known to control it.
 */
export function control(view: View, controller: number, company: number, day: Day): Verdict {
  return runToCompletion(controlInSteps(view, controller, company, day));
}

/** The same in steps, for searches that let others work in between. */
export function* controlInSteps(
  view: View,
  controller: number,
  company: number,
  day: Day,
): Generator<void, Verdict> {
  if (controller === company) return "YES";
  const controllers = yield* controllersInSteps(view, company, day);
  // Most verdicts are NO.
  const may = yield* controllers.has(controller, "may");
  return verdict(may && (yield* controllers.has(controller, "must")), may);
}

/** The controllers of one company over some days, judged party by party on demand. */
class Controllers implements Period {
  readonly field: RuleField;
  private readonly told: Readonly<Record<Bound, Map<number, boolean>>>;

  constructor(field: RuleField) {
    this.field = field;
    this.told = { must: new Map([[field.company, true]]), may: new Map([[field.company, true]]) };
  }

  get from(): Day {
    return this.field.from;
  }

  get until(): Day {
    return this.field.until;
  }

  /** Whether a party controls the company for certain, or may control it. */
  *has(party: number, bound: Bound): Generator<void, boolean> {
    const told = this.told[bound];
    const known = told.get(party);
    if (known !== undefined || !this.field.has(party)) return known ?? false;
    let controls = false;
    const until = (caught: number) => {
      controls = told.get(caught) === true;
      return controls;
    };
    const caught = yield* this.field.caughtBy([party], bound, { until });
    // What it controls controls nothing more than it does.
    if (controls) told.set(party, true);
    else for (const other of caught) told.set(other, false);
    return controls;
  }
}

/**
 * The votes that a controller holds in a company, alone and through what it controls, as an interval of fractions;
 * votes that contradict each other are cut at the whole.
 */
export function* votesOf(view: View, controller: number, company: number, day: Day): Generator<void, Share> {
  const { field } = yield* controllersInSteps(view, company, day);
  const votes = field.heldCompany(company)?.limbs[0] as Shareholders;
  const must = heldBy(votes, company, yield* controlledWithin(field, controller, "must"));
  const may = heldBy(votes, company, yield* controlledWithin(field, controller, "may"));
  return shareOf({ ...must, upper: Math.max(must.lower, may.upper), upperExclusive: may.upperExclusive });
}

/** The parties that can matter for control of a company on a day; memoised for the view. */
export function controlField(view: View, company: number, day: Day): RuleField {
  return runToCompletion(controllersInSteps(view, company, day)).field;
}

/** Memoised for the view. */
export function* controllersInSteps(view: View, company: number, day: Day): Generator<void, Controllers> {
  const remembered = REMEMBERED.get(view) ?? new PeriodCache<Controllers>(MOST_REMEMBERED);
  REMEMBERED.set(view, remembered);
  const known = remembered.known(company, day);
  if (known !== null) return known;
  const field = yield* RuleField.of(view, company, { rule: COMPANY_CONTROL, day });
  return remembered.add(company, new Controllers(field), field.parties.length);
}

/** So many parties in all fields of a view. */
const MOST_REMEMBERED = 100_000;
const REMEMBERED = new WeakMap<View, PeriodCache<Controllers>>();

/**
 * Everything in a field that a party controls, itself included. What is controlled for certain may be controlled, also
 * where contradictory shares would lose it on upper bounds.
 */
export function* controlledWithin(
  field: RuleField,
  controller: number,
  bound: Bound,
): Generator<void, ReadonlySet<number>> {
  const must = yield* field.caughtBy([controller], "must");
  yield;
  return bound === "must" ? must : yield* field.caughtBy([controller], "may", { base: must });
}
