import type { Day } from "../../domain/day.js";
import { lowestBit, popCount } from "../../graph/bitset.js";
import type { Budget } from "../../graph/budget.js";
import { NO_DAYS } from "../../graph/days/day-set.js";
import type { View } from "../../graph/view.js";
import { hubClaims, opposite, type WalkDirection } from "../../graph/walk/hubs.js";
import { DayGains } from "./day-gains.js";
import { rankBy } from "./day-ranks.js";
import { PartyDays } from "./party-days.js";
import { type Certainty, type PartySteps, partySteps } from "./party-steps.js";

/** On which days ownership chains lead from parties to a target, and what the walk met. */
export interface DaysReached {
  /** How many parties a chain leads to the target from, the target itself apart. */
  readonly count: number;
  /** These parties, each once. */
  parties(): Iterable<number>;
  /** The days of the walk on which a chain holds. */
  readonly days: PartyDays;
  /** The same of chains of so many claims at most, of at least one. */
  daysWithin(hops: number): DaysWithin;
  /**
   * The fewest claims of a chain that holds on a day from `from` up to, not including, `until`; null where there is none.
   */
  fewestHops(party: number, from: Day, until: Day): number | null;
  readonly exploredRelations: number;
  /** Hubs that were met and not passed through, with the number of claims not followed. */
  readonly hubs: ReadonlyMap<number, number>;
  /** Whether all claims of the graph have the same days in every reading. */
  readonly isExact: boolean;
}

export type DaysWithin = Pick<PartyDays, "overlaps">;

export interface DaysOptions {
  /** How the chains are read from the university on: the walk goes the other way. */
  readonly direction: WalkDirection;
  /** How the days of their claims are read. */
  readonly certainty: Certainty;
  /** The longest chain, in claims. */
  readonly maxHops: number;
  readonly hubLimit: number;
  /** The days that matter: from the first up to, not including, the last. */
  readonly within: readonly [from: Day, until: Day];
}

/**
 * Walks ownership chains back from a target, once, as wide as the graph if need be, over the days of one reading: cheap
 * for a target that much of the graph hangs on. A step leads on from the days that chains of fewer claims have given a
 * party. In steps.
 */
export function* daysReached(view: View, target: number, options: DaysOptions): Generator<void, DaysReached> {
  const walk = new DaysWalk(view, target, options);
  yield* walk.run(options.maxHops);
  return walk;
}

class DaysWalk implements DaysReached {
  count = 0;
  readonly days: PartyDays;
  readonly hubs = new Map<number, number>();
  exploredRelations = 0;
  private readonly view: View;
  private readonly target: number;
  private readonly options: DaysOptions;
  private readonly columns: PartySteps;
  private readonly budget: Budget;
  /** By rank, none but those that matter. */
  private readonly dayOf: Int32Array;
  private readonly gains: DayGains;
  /** Of so many hops, once asked for. */
  private readonly knownWithin = new Map<number, DaysWithin>();
  /** One bit a party: whether the present step gives it days, and whether any step has. */
  private readonly gaining: Int32Array;
  private readonly met: Int32Array;
  /** What an expansion has found and not added yet. */
  private readonly found = new Int32Array(FOUND_LENGTH * 512);

  constructor(view: View, target: number, options: DaysOptions) {
    const { count } = view.projection.entities;
    const [from, until] = options.within;
    this.view = view;
    this.target = target;
    this.options = options;
    this.columns = partySteps(view, opposite(options.direction), options.certainty);
    this.budget = view.budget;
    this.dayOf = this.columns.days.map((day) => Math.max(from, Math.min(until, day)));
    this.days = PartyDays.none(count, this.dayOf);
    this.gains = new DayGains(this.dayOf.length);
    this.gaining = new Int32Array((count + 31) >>> 5);
    this.met = new Int32Array(this.gaining.length);
  }

  get isExact(): boolean {
    return this.columns.isExact;
  }

  *parties(): Iterable<number> {
    const { met } = this;
    for (let word = 0; word < met.length; word += 1)
      for (let left = met[word] as number; left !== 0; left &= left - 1) yield lowestBit(word, left);
  }

  daysWithin(hops: number): DaysWithin {
    if (hops + 2 >= this.gains.begins.length) return this.days;
    const known = this.knownWithin.get(hops) ?? this.daysGained(hops);
    this.knownWithin.set(hops, known);
    return known;
  }

  private daysGained(hops: number): DaysWithin {
    const { parties, ranks, begins } = this.gains;
    const days = PartyDays.none(this.view.projection.entities.count, this.dayOf);
    const met = new Int32Array(this.met.length);
    const end = begins[hops + 1] as number;
    // The first gain is the target's own.
    for (let at = 1; at < end; at += 1) {
      const party = parties[at] as number;
      days.add(party, ranks[2 * at] as number, ranks[2 * at + 1] as number);
      met[party >>> 5] = (met[party >>> 5] as number) | (1 << (party & 31));
    }
    // Few chains are short: a bit tells of most parties that they have none, and bits lie close together.
    const isMet = (party: number) => ((met[party >>> 5] as number) & (1 << (party & 31))) !== 0;
    return { overlaps: (party, from, until) => isMet(party) && days.overlaps(party, from, until) };
  }

  fewestHops(party: number, from: Day, until: Day): number | null {
    if (!this.days.overlaps(party, from, until)) return null;
    let hops = 1;
    while (!this.daysWithin(hops).overlaps(party, from, until)) hops += 1;
    return hops;
  }

  *run(maxHops: number): Generator<void, void> {
    const { days, target, gains } = this;
    const { begins } = gains;
    const [from, until] = this.options.within;
    if (from >= until) return;
    const ranked = this.columns.days;
    // Nothing adds a day to the target, and it is not among the parties met.
    days.fill(target);
    begins.push(0, gains.note(0, target, [rankBy(ranked, from), rankBy(ranked, until - 1) + 1]));
    for (let hops = 1; hops <= maxHops; hops += 1) {
      const [begin, end] = begins.slice(-2) as [number, number];
      if (begin === end) break;
      for (let at = begin; at < end; ) {
        at = this.expand(at, end);
        yield;
      }
      begins.push(this.noteGaining(end));
    }
    days.clear(target);
  }

  /** Gives days to where the claims at the parties of some gains lead back to; where a step of it ends. */
  private expand(begin: number, end: number): number {
    const { offsets, others, ranks, mostBack } = this.columns;
    const { gains, budget } = this;
    const { parties: gainers, ranks: gained } = gains;
    const mayBeHubs = mostBack > this.options.hubLimit;
    const { bounds } = this.days;
    const { found } = this;
    let foundEnd = 0;
    let explored = 0;
    let at = begin;
    for (; at < end && explored < CLAIMS_A_STEP; at += 1) {
      const party = gainers[at] as number;
      const first = gained[2 * at] as number;
      const until = gained[2 * at + 1] as number;
      if (mayBeHubs && this.isHub(party)) continue;
      const last = offsets[party + 1] as number;
      let place = offsets[party] as number;
      budget.spend(last - place);
      explored += last - place;
      for (; place < last; place += 1) {
        const other = others[place] as number;
        // The later of the first days, the earlier of the ends, and whether a day between them is new, without a branch:
        // it cannot be foretold which, and a wrong guess costs more than the sums. What is not new is written over.
        const sooner = first - (ranks[2 * place] as number);
        const from = first - (sooner & (sooner >> 31));
        const longer = (ranks[2 * place + 1] as number) - until;
        const to = until + (longer & (longer >> 31));
        const isNew = (from - (bounds[2 * other] as number)) | ((bounds[2 * other + 1] as number) - to);
        found[foundEnd] = place;
        found[foundEnd + 1] = from;
        found[foundEnd + 2] = to;
        foundEnd += FOUND_LENGTH & (((from - to) & isNew) >> 31);
        if (foundEnd === found.length) foundEnd = this.addFound(found, foundEnd);
      }
    }
    this.addFound(found, foundEnd);
    this.exploredRelations += explored;
    return at;
  }

  /** Adds days that were new when they were found: the place of the step, first and end. */
  private addFound(found: Int32Array, end: number): 0 {
    const { others, claims } = this.columns;
    const { gaining, days, view } = this;
    for (let at = 0; at < end; at += FOUND_LENGTH) {
      const place = found[at] as number;
      const other = others[place] as number;
      if (!view.has(claims[place] as number)) continue;
      if (!days.add(other, found[at + 1] as number, found[at + 2] as number)) continue;
      const word = other >>> 5;
      gaining[word] = (gaining[word] as number) | (1 << (other & 31));
    }
    return 0;
  }

  /** Notes the days of the parties to which a step has given some, in the order of the tables; where these notes end. */
  private noteGaining(begin: number): number {
    const { gaining, met, gains } = this;
    const { bounds } = this.days;
    let { parties, ranks } = gains;
    let end = begin;
    let count = 0;
    for (let word = 0; word < gaining.length; word += 1) {
      const now = gaining[word] as number;
      if (now === 0) continue;
      count += popCount(now & ~(met[word] as number));
      met[word] = (met[word] as number) | now;
      gaining[word] = 0;
      for (let left = now; left !== 0; left &= left - 1) {
        const party = lowestBit(word, left);
        const first = bounds[2 * party] as number;
        const until = bounds[2 * party + 1] as number;
        // At once for a wide walk: in it a party gains days twice.
        if (end === parties.length) {
          gains.enlarge(2 * 32 * met.length);
          ({ parties, ranks } = gains);
        }
        if (first < until) {
          parties[end] = party;
          ranks[2 * end] = first;
          ranks[2 * end + 1] = until;
          end += 1;
        } else {
          end = gains.note(end, party, this.days.apart(party) ?? NO_DAYS);
          ({ parties, ranks } = gains);
        }
      }
    }
    this.count += count;
    return end;
  }

  private isHub(party: number): boolean {
    const { direction, hubLimit } = this.options;
    if (party === this.target) return false;
    const claims = hubClaims(this.view, party, direction, hubLimit);
    if (claims !== null) this.hubs.set(party, claims);
    return claims !== null;
  }
}

const FOUND_LENGTH = 3;

/** So many claims are looked at, at least, between two steps: some hundred microseconds. */
const CLAIMS_A_STEP = 16_384;
