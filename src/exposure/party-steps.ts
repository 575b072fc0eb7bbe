import type { Day } from "../domain/day.js";
import type { Parties } from "../projection/parties.js";
import type { RelationTable } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { hasUnstatedEnd } from "./clock.js";
import { opposite, stepsOf, type WalkDirection } from "./hubs.js";

/** How the days of claims are read: for certain, with unstated ends read as their L, or possibly. */
export type Reading = "certain" | "stated" | "may";

/** So many numbers stand for a step: the party that it leads to, the first day and the end of its days, and its claim. */
export const STEP_LENGTH = 4;

/** Days beyond these are read as these, so that a difference of two is a whole number of 32 bits. */
export const FIRST_DAY: Day = -(2 ** 29);
export const LAST_DAY: Day = 2 ** 29;

/** The steps of own+ between parties in one direction, with all that a walk over days reads of each side by side. */
export interface PartySteps {
  /** Where the steps of a party begin in `steps`. */
  readonly offsets: Int32Array;
  readonly steps: Int32Array;
  /** Whether the days of all of them are the same in every reading. */
  readonly isExact: boolean;
  /** The most claims that lead from one party the other way: where it is no more than a limit, nobody is a hub. */
  readonly mostBack: number;
}

/**
 * The steps of all claims as columns: a walk as wide as the graph looks at each several times, and the tables hold what it
 * reads far apart. Views of one graph with the same parties share them; which claims a view has is left to the walk.
 */
export function partySteps(view: View, direction: WalkDirection, reading: Reading): PartySteps {
  const { clocks } = view.projection.relations.arrays;
  const byParties = KNOWN.get(clocks) ?? new WeakMap<Parties, Map<string, PartySteps>>();
  KNOWN.set(clocks, byParties);
  const known = byParties.get(view.parties) ?? new Map<string, PartySteps>();
  byParties.set(view.parties, known);
  const key = `${direction}/${reading}`;
  const steps = known.get(key) ?? columnsOf(view, direction, reading);
  known.set(key, steps);
  return steps;
}

const KNOWN = new WeakMap<Int32Array, WeakMap<Parties, Map<string, PartySteps>>>();

function columnsOf(view: View, direction: WalkDirection, reading: Reading): PartySteps {
  const { relations, entities } = view.projection;
  const { of, next } = view.parties;
  const adjacency = stepsOf(view, direction);
  const places = adjacency.relations as Int32Array;
  const endOf = direction === "up" ? relations.upper.bind(relations) : relations.lower.bind(relations);
  const offsets = new Int32Array(entities.count + 1);
  const steps = new Int32Array(STEP_LENGTH * places.length);
  let isExact = true;
  let at = 0;
  for (let party = 0; party < entities.count; party += 1) {
    offsets[party] = at;
    if (of[party] !== party) continue;
    let member = party;
    do {
      const last = adjacency.offsets[member + 1] as number;
      for (let place = adjacency.offsets[member] as number; place < last; place += 1) {
        const relation = places[place] as number;
        const other = of[endOf(relation)] as number;
        if (other === party) continue;
        isExact &&= relations.startEarliest(relation) === relations.startLatest(relation);
        isExact &&= relations.endEarliest(relation) === relations.endLatest(relation);
        steps[at] = other;
        steps[at + 1] = withinReach(startIn(relations, relation, reading));
        steps[at + 2] = withinReach(endIn(relations, relation, reading));
        steps[at + 3] = relation;
        at += STEP_LENGTH;
      }
      member = next[member] as number;
    } while (member !== party);
  }
  offsets[entities.count] = at;
  return { offsets, steps, isExact, mostBack: mostClaims(view, opposite(direction)) };
}

function withinReach(day: Day): Day {
  return Math.min(LAST_DAY, Math.max(FIRST_DAY, day));
}

function startIn(relations: RelationTable, relation: number, reading: Reading): Day {
  return reading === "certain" ? relations.startLatest(relation) : relations.startEarliest(relation);
}

function endIn(relations: RelationTable, relation: number, reading: Reading): Day {
  const isEarliest = reading === "certain" || (reading === "stated" && hasUnstatedEnd(relations, relation));
  return isEarliest ? relations.endEarliest(relation) : relations.endLatest(relation);
}

function mostClaims(view: View, direction: WalkDirection): number {
  const { of, next } = view.parties;
  const { offsets } = stepsOf(view, direction);
  let most = 0;
  for (let party = 0; party < of.length; party += 1) {
    if (of[party] !== party) continue;
    let claims = 0;
    let member = party;
    do {
      claims += (offsets[member + 1] as number) - (offsets[member] as number);
      member = next[member] as number;
    } while (member !== party);
    if (claims > most) most = claims;
  }
  return most;
}
