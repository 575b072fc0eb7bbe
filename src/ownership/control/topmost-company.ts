import type { Day } from "../../domain/day.js";
import { componentsOf } from "../../graph/strongly-connected-components.js";
import type { View } from "../../graph/view.js";
import { controllersInSteps } from "./control.js";

/**
 * The topmost Company above a party, by steps that `above` gives: above it no Company that is not also below it; of
 * several the smallest id. The party itself where there is none. In steps; linear in what stands above.
 */
export function* topmostCompany(
  view: View,
  party: number,
  above: (party: number) => Generator<void, readonly number[]>,
): Generator<void, number> {
  /** What stands above the party, itself first, and the steps up from each. */
  const stepsUp = new Map<number, readonly number[]>();
  const found = new Set([party]);
  for (const at of found) {
    const steps = yield* above(at);
    stepsUp.set(at, steps);
    for (const next of steps) found.add(next);
  }
  const higher = [...found];
  const places = new Map(higher.map((at, place) => [at, place]));
  const edges = higher.map((at) => (stepsUp.get(at) ?? []).map((next) => places.get(next) as number));
  const inRing = edges.some((next) => next.includes(0));
  /** By place: whether a Company stands in its component or above it. */
  const leadsToCompany: boolean[] = [];
  const topmost: number[] = [];
  for (const component of yield* componentsOf(higher.length, (place) => edges[place] ?? [])) {
    const companies = component.filter((place) => isCompany(view, higher[place] as number));
    const isBelow = component.some((place) => edges[place]?.some((next) => leadsToCompany[next]));
    if (!isBelow) topmost.push(...companies);
    for (const place of component) leadsToCompany[place] = isBelow || companies.length > 0;
  }
  const others = topmost.filter((place) => place > 0 || inRing);
  return others.length === 0 ? party : Math.min(...others.map((place) => higher[place] as number));
}

/** The parties that control a party on a day for certain (verdict YES), the party itself apart; in steps. */
export function* controllersOf(view: View, party: number, day: Day): Generator<void, readonly number[]> {
  const controllers = yield* controllersInSteps(view, party, day);
  const found: number[] = [];
  for (const holder of controllers.field.parties)
    if (holder !== party && (yield* controllers.has(holder, "must"))) found.push(holder);
  return found;
}

function isCompany(view: View, party: number): boolean {
  return view.projection.entities.kindOf(party) === "Company";
}
