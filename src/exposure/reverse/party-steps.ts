import type { Day } from "../../domain/day.js";
import { hasUnstatedEnd } from "../../graph/days/clock.js";
import type { Parties } from "../../graph/parties.js";
import type { RelationTable } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import { opposite, stepsOf, type WalkDirection } from "../../graph/walk/hubs.js";
import { type DayRanks, dayRanks, type RankColumn } from "./day-ranks.js";

/** How the days of claims are read: for certain, with unstated ends read as their L, or possibly. */
export type Certainty = "certain" | "stated" | "may";

/** The ownership steps between parties in one direction, with all that a walk over days reads of each in columns. */
export interface PartySteps extends DayRanks {
  /** Where the steps of a party begin. */
  readonly offsets: Int32Array;
  /** Of each step the party that it leads to. */
  readonly others: Int32Array;
  /** Of each step the first day and the end of its days, in turn. */
  readonly ranks: RankColumn;
  readonly claims: Int32Array;
  /** Whether the days of all of them are the same in every reading. */
  readonly isExact: boolean;
  /** The most claims that lead from one party the other way: where it is no more than a limit, no party is a hub. */
  readonly mostBack: number;
}

/**
 * The steps of all claims as columns: a walk as wide as the graph looks at each several times, and the tables hold what
 * it reads far apart. Views of one graph with the same parties share them; which claims a view has is left to the walk.
 */
export function partySteps(view: View, direction: WalkDirection, certainty: Certainty): PartySteps {
  const { clocks } = view.projection.relations.arrays;
  const byParties = KNOWN.get(clocks) ?? new WeakMap<Parties, Map<string, PartySteps>>();
  KNOWN.set(clocks, byParties);
  const known = byParties.get(view.parties) ?? new Map<string, PartySteps>();
  byParties.set(view.parties, known);
  const key = `${direction}/${certainty}`;
  const steps = known.get(key) ?? columnsOf(view, direction, certainty);
  known.set(key, steps);
  return steps;
}

const KNOWN = new WeakMap<Int32Array, WeakMap<Parties, Map<string, PartySteps>>>();

function columnsOf(view: View, direction: WalkDirection, certainty: Certainty): PartySteps {
  const { relations, entities } = view.projection;
  const { of, next } = view.parties;
  const adjacency = stepsOf(view, direction);
  const places = adjacency.relations as Int32Array;
  const endOf = direction === "up" ? relations.upper.bind(relations) : relations.lower.bind(relations);
  const offsets = new Int32Array(entities.count + 1);
  const others = new Int32Array(places.length);
  const claims = new Int32Array(places.length);
  const days = new Int32Array(2 * places.length);
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
        others[at] = other;
        claims[at] = relation;
        days[2 * at] = startIn(relations, relation, certainty);
        days[2 * at + 1] = endIn(relations, relation, certainty);
        at += 1;
      }
      member = next[member] as number;
    } while (member !== party);
  }
  offsets[entities.count] = at;
  const ranked = dayRanks(days.subarray(0, 2 * at));
  return { offsets, others, claims, ...ranked, isExact, mostBack: mostClaims(view, opposite(direction)) };
}

function startIn(relations: RelationTable, relation: number, certainty: Certainty): Day {
  return certainty === "certain" ? relations.startLatest(relation) : relations.startEarliest(relation);
}

function endIn(relations: RelationTable, relation: number, certainty: Certainty): Day {
  const isEarliest =
    certainty === "certain" || (certainty === "stated" && hasUnstatedEnd(relations, relation));
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
