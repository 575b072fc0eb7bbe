import type { Budget } from "../../graph/budget.js";
import { eitherHolds, HOLDS_NEVER, type Holding, narrowed } from "../../graph/days/clock.js";
import type { DaySet } from "../../graph/days/day-set.js";
import type { View } from "../../graph/view.js";
import type { Layer } from "../../graph/walk/bfs-layers.js";
import { hubClaims, stepEnd, stepsOf, type WalkDirection } from "../../graph/walk/hubs.js";

export interface ChainsOptions {
  /** How the chains are walked, away from the university. */
  readonly direction: WalkDirection;
  /** Only what may hold on some of these days matters. */
  readonly days: DaySet;
  readonly hubLimit: number;
  /** Parties that no chain leads through. */
  readonly barred: ReadonlySet<number>;
}

/**
 * The ownership chains from parties to a target, by their length, each worked out when it is asked for and memoised. So
 * a target with thousands of holdings costs no more than another, and many parties share what they have above them. A
 * chain that passes a party twice is none, but adds no day to the shorter one without the detour.
 */
export class ChainsTo {
  private readonly view: View;
  private readonly target: number;
  private readonly options: ChainsOptions;
  private readonly budget: Budget;
  /** Holds as long as a chain of no claim. */
  private readonly start: Holding;
  private readonly known = new Map<number, Holding>();

  constructor(view: View, target: number, options: ChainsOptions) {
    const { days } = options;
    this.view = view;
    this.target = target;
    this.options = options;
    this.budget = view.budget;
    this.start = { certain: days, stated: days, may: days };
  }

  /** The layers of a party: when chains of each length, up to `maxHops` claims, hold. */
  from(party: number, maxHops: number): Layer[] {
    const layers: Layer[] = [];
    for (let hops = 1; hops <= maxHops; hops += 1) {
      const holding = this.ofLength(party, hops);
      if (holding.may.length > 0) layers.push({ hops, holding });
    }
    return layers;
  }

  /**
   * When a chain of exactly so many claims, one or more, leads on from a party that is passed through: a hub is not, nor
   * one that is barred.
   */
  through(party: number, hops: number): Holding {
    const { direction, hubLimit, barred } = this.options;
    if (barred.has(party)) return HOLDS_NEVER;
    return hubClaims(this.view, party, direction, hubLimit) === null
      ? this.ofLength(party, hops)
      : HOLDS_NEVER;
  }

  private ofLength(party: number, hops: number): Holding {
    if (hops === 1) return this.find(party, 1);
    const key = party * MOST_CLAIMS + hops;
    const known = this.known.get(key);
    if (known) return known;
    const found = this.find(party, hops);
    this.known.set(key, found);
    return found;
  }

  private find(party: number, hops: number): Holding {
    const { view, target } = this;
    const { direction } = this.options;
    const { relations } = view.projection;
    const steps = stepsOf(view, direction);
    const places = steps.relations as Int32Array;
    const { ends } = steps;
    let found = HOLDS_NEVER;
    let member = party;
    do {
      const end = steps.offsets[member + 1] as number;
      this.budget.spend(end - (steps.offsets[member] as number));
      for (let place = steps.offsets[member] as number; place < end; place += 1) {
        const relation = places[place] as number;
        if (!view.has(relation)) continue;
        const next = ends === null ? stepEnd(view, relation, direction) : view.partyOf(ends[place] as number);
        if ((next === target) !== (hops === 1) || next === party) continue;
        const onwards = hops === 1 ? this.start : this.through(next, hops - 1);
        const holding = onwards.may.length === 0 ? null : narrowed(onwards, relations, relation);
        if (holding !== null) found = found === HOLDS_NEVER ? holding : eitherHolds(found, holding);
      }
      member = view.parties.next[member] as number;
    } while (member !== party);
    return found;
  }
}

/** Longer paths than this cannot be asked for. */
const MOST_CLAIMS = 256;
