import type { Day } from "../domain/day.js";
import type { Budget } from "../projection/budget.js";
import type { View } from "../projection/view.js";
import { hubClaims, opposite, stepEnd, stepsOf, type WalkDirection } from "./hubs.js";
import { PartyDays } from "./party-days.js";

/** On which days chains of own+ may lead from parties to a target, and what the walk met. */
export interface DaysReached {
  /** The parties from which a chain leads to the target, each once, nearest first; the target itself apart. */
  readonly parties: readonly number[];
  /** The fewest claims of such a chain, for each party; 0 where there is none. */
  readonly fewest: Uint8Array;
  /** The days of the walk on which one may hold. */
  readonly days: PartyDays;
  readonly exploredRelations: number;
  /** Hubs that were met and not passed through, with the number of claims not followed. */
  readonly hubs: ReadonlyMap<number, number>;
}

export interface DaysOptions {
  /** How the chains are read from the university on: the walk goes the other way. */
  readonly direction: WalkDirection;
  /** The longest chain, in claims. */
  readonly maxHops: number;
  readonly hubLimit: number;
  /** The days that matter: from the first up to, not including, the last. */
  readonly within: readonly [from: Day, until: Day];
}

/**
 * Walks own+ back from a target, once, as wide as the graph if need be. It tells possible days alone, neither certainty
 * nor lengths: enough to say which transactions belong, and cheap for a target that much of the graph hangs on. A step
 * adds the days of its claim to those of a party as they were a step before.
 */
export function daysReached(view: View, target: number, options: DaysOptions): DaysReached {
  const walk = new DaysWalk(view, target, options);
  walk.run(options.maxHops);
  return walk;
}

/** A step that finds more than one in so many of the graph's entities takes them in the order of the tables. */
const MANY = 64;

class DaysWalk implements DaysReached {
  readonly parties: number[] = [];
  readonly days: PartyDays;
  readonly fewest: Uint8Array;
  readonly hubs = new Map<number, number>();
  exploredRelations = 0;
  private readonly view: View;
  private readonly target: number;
  private readonly options: DaysOptions;
  private readonly budget: Budget;
  /** What the last step and the present one have added. */
  private gained: PartyDays;
  private gaining: PartyDays;

  constructor(view: View, target: number, options: DaysOptions) {
    const { count } = view.projection.entities;
    this.view = view;
    this.target = target;
    this.options = options;
    this.budget = view.budget;
    this.fewest = new Uint8Array(count);
    [this.days, this.gained, this.gaining] = PartyDays.three(count);
  }

  run(maxHops: number): void {
    const [from, until] = this.options.within;
    if (from >= until) return;
    this.gained.add(this.target, from, until);
    let frontier: readonly number[] = [this.target];
    for (let hops = 1; hops <= maxHops && frontier.length > 0; hops += 1) {
      const found: number[] = [];
      for (const party of frontier) this.expand(party, found);
      for (const party of frontier) this.gained.clear(party);
      [this.gained, this.gaining] = [this.gaining, this.gained];
      frontier = this.inOrder(found);
      for (const party of frontier) this.keep(party, hops);
    }
  }

  /** Those who have gained days, in the order of the tables where they are many: neighbours in memory are met together. */
  private inOrder(found: readonly number[]): readonly number[] {
    const { count } = this.view.projection.entities;
    if (found.length < count / MANY) return found;
    const ordered: number[] = [];
    for (let party = 0; party < count; party += 1) if (this.gained.has(party)) ordered.push(party);
    return ordered;
  }

  /** Notes where the claims at a party lead back to, on the days that it has gained. */
  private expand(party: number, found: number[]): void {
    const { view, target } = this;
    if (party !== target && this.isHub(party)) return;
    const direction = opposite(this.options.direction);
    const steps = stepsOf(view, direction);
    const places = steps.relations as Int32Array;
    const { ends } = steps;
    const { relations } = view.projection;
    const { gained } = this;
    const apart = gained.apart(party);
    const [first, until] = [gained.first(party), gained.end(party)];
    let member = party;
    do {
      const last = steps.offsets[member + 1] as number;
      this.budget.spend(last - (steps.offsets[member] as number));
      this.exploredRelations += last - (steps.offsets[member] as number);
      for (let place = steps.offsets[member] as number; place < last; place += 1) {
        const relation = places[place] as number;
        if (!view.has(relation)) continue;
        const other =
          ends === null ? stepEnd(view, relation, direction) : view.partyOf(ends[place] as number);
        if (other === target || other === party) continue;
        const start = relations.startEarliest(relation);
        const end = relations.endLatest(relation);
        if (apart === undefined) this.gain(other, Math.max(start, first), Math.min(end, until), found);
        else
          for (let at = 0; at < apart.length; at += 2)
            this.gain(other, Math.max(start, apart[at] as Day), Math.min(end, apart[at + 1] as Day), found);
      }
      member = view.parties.next[member] as number;
    } while (member !== party);
  }

  /** Notes days that a party gains in this step, unless it has them already. */
  private gain(party: number, from: Day, until: Day, found: number[]): void {
    if (from >= until || this.days.includes(party, from, until)) return;
    if (!this.gaining.has(party)) found.push(party);
    this.gaining.add(party, from, until);
  }

  /** Adds what a party has gained to its days. */
  private keep(party: number, hops: number): void {
    if (!this.days.has(party)) {
      this.parties.push(party);
      this.fewest[party] = hops;
    }
    const gained = this.gained.of(party);
    for (let at = 0; at < gained.length; at += 2)
      this.days.add(party, gained[at] as number, gained[at + 1] as number);
  }

  private isHub(party: number): boolean {
    const { direction, hubLimit } = this.options;
    const claims = hubClaims(this.view, party, direction, hubLimit);
    if (claims !== null) this.hubs.set(party, claims);
    return claims !== null;
  }
}
