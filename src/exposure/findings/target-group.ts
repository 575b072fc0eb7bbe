import type { Day } from "../../domain/day.js";
import { holdsOn } from "../../graph/days/clock.js";
import { AFFILIATION } from "../../graph/relation-table.js";
import { runToCompletion } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import { controllersInSteps } from "../../ownership/control/control.js";
import { controllersOf, topmostCompany } from "../../ownership/control/topmost-company.js";

/**
 * What a reader calls the group of a party on a day: the topmost Company that controls it (verdict YES) or to which it
 * is affiliated, by chains of both; the party itself if there is none. The word group does not say control.
 */
export function* targetGroupInSteps(view: View, party: number, day: Day): Generator<void, number> {
  return yield* topmostCompany(view, party, function* (at) {
    return (yield* stepsAbove(view, at, day)).map(({ upper }) => upper);
  });
}

/** The same, its steps taken one after the other. */
export function targetGroup(view: View, party: number, day: Day): number {
  return runToCompletion(targetGroupInSteps(view, party, day));
}

/** The groups of some parties; in steps. */
export function* targetGroups(
  view: View,
  parties: Iterable<number>,
  day: Day,
): Generator<void, ReadonlyMap<number, number>> {
  const groups = new Map<number, number>();
  for (const party of parties) {
    if (groups.has(party)) continue;
    groups.set(party, yield* targetGroupInSteps(view, party, day));
    yield;
  }
  return groups;
}

/** One party stands above another: by control, or by an Affiliation. */
export interface GroupStep {
  readonly lower: number;
  readonly upper: number;
  /** The relation; null: by control. */
  readonly affiliation: number | null;
}

/** The steps that lead from a party up to its group, as few as may be, control before an Affiliation; none to itself. */
export function* stepsToGroup(
  view: View,
  party: number,
  group: number,
  day: Day,
): Generator<void, readonly GroupStep[]> {
  const cameBy = new Map<number, GroupStep | null>([[party, null]]);
  for (const at of cameBy.keys()) {
    for (const step of yield* stepsAbove(view, at, day))
      if (!cameBy.has(step.upper)) cameBy.set(step.upper, step);
  }
  const steps: GroupStep[] = [];
  for (let step = cameBy.get(group); step; step = cameBy.get(step.lower)) steps.unshift(step);
  return steps;
}

/** A party and the Companies that may control it on a day, or to which it may be affiliated, by chains of both; in steps. */
export function* mayBeOf(view: View, party: number, day: Day): Generator<void, ReadonlySet<number>> {
  const found = new Set([party]);
  for (const at of found) {
    const controllers = yield* controllersInSteps(view, at, day);
    for (const holder of controllers.field.parties)
      if (!found.has(holder) && (yield* controllers.has(holder, "may"))) found.add(holder);
  }
  const { entities } = view.projection;
  return new Set([...found].filter((at) => at === party || entities.kindOf(at) === "Company"));
}

function* stepsAbove(view: View, party: number, day: Day): Generator<void, readonly GroupStep[]> {
  const known = CACHE.get(view) ?? new Map<string, readonly GroupStep[]>();
  CACHE.set(view, known);
  const key = `${party}/${day}`;
  const steps = known.get(key) ?? (yield* findSteps(view, party, day));
  known.set(key, steps);
  return steps;
}

const CACHE = new WeakMap<View, Map<string, readonly GroupStep[]>>();

/** By control first, in the order of ids; then by Affiliation, in the order of the claims. */
function* findSteps(view: View, party: number, day: Day): Generator<void, readonly GroupStep[]> {
  const { relations } = view.projection;
  const byControl = [...(yield* controllersOf(view, party, day))]
    .sort((a, b) => a - b)
    .map((upper): GroupStep => ({ lower: party, upper, affiliation: null }));
  const affiliations = [...view.members(party)]
    .flatMap((member) => [...relations.up.of(member)])
    .filter((relation) => relations.kind[relation] === AFFILIATION)
    .filter((relation) => view.has(relation) && holdsOn(relations, relation, day))
    .sort((a, b) => (relations.id(a) < relations.id(b) ? -1 : 1))
    .map((relation) => ({
      lower: party,
      upper: view.partyOf(relations.upper(relation)),
      affiliation: relation,
    }));
  return [...byControl, ...affiliations].filter(({ upper }) => upper !== party);
}
