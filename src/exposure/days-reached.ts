import type { Day } from "../domain/day.js";
import type { Budget } from "../projection/budget.js";
import type { View } from "../projection/view.js";
import { type DaySet, overlapsSpan } from "./day-set.js";
import { hubClaims, opposite, type WalkDirection } from "./hubs.js";
import { PartyDays } from "./party-days.js";
import {
  FIRST_DAY,
  LAST_DAY,
  type PartySteps,
  partySteps,
  type Reading,
  STEP_LENGTH,
} from "./party-steps.js";

/** On which days chains of own+ lead from parties to a target, and what the walk met. */
export interface DaysReached {
  /** How many parties a chain leads to the target from, the target itself apart. */
  readonly count: number;
  /** These parties, each once, nearest first. */
  readonly parties: Iterable<number>;
  /** The days of the walk on which a chain holds. */
  readonly days: PartyDays;
  /** The fewest claims of a chain that holds on some of these days; null where there is none. */
  fewestHops(party: number, days: DaySet): number | null;
  readonly exploredRelations: number;
  /** Hubs that were met and not passed through, with the number of claims not followed. */
  readonly hubs: ReadonlyMap<number, number>;
  /** Whether all claims of the graph have the same days in every reading. */
  readonly isExact: boolean;
}

export interface DaysOptions {
  /** How the chains are read from the university on: the walk goes the other way. */
  readonly direction: WalkDirection;
  /** How the days of their claims are read. */
  readonly reading: Reading;
  /** The longest chain, in claims. */
  readonly maxHops: number;
  readonly hubLimit: number;
  /** The days that matter: from the first up to, not including, the last. */
  readonly within: readonly [from: Day, until: Day];
}

/**
 * Walks own+ back from a target, once, as wide as the graph if need be, over the days of one reading: cheap for a target
 * that much of the graph hangs on. A step leads on from the days that chains of fewer claims have given a party.
 */
export function daysReached(view: View, target: number, options: DaysOptions): DaysReached {
  const walk = new DaysWalk(view, target, options);
  walk.run(options.maxHops);
  return walk;
}

/** So many numbers stand for what a step gave a party: its days from then on, first and end, and what stood before. */
const GAIN_LENGTH = 4;

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
  /** The party, its days after the step (one interval of them), and where an earlier one of the party stands; 0: none. */
  private gains = new Int32Array(GAIN_LENGTH * 1024);
  private readonly lastGain: Int32Array;
  /** Where the gains of each step begin. */
  private readonly begins: number[] = [];
  private end = 0;
  /** One bit a party: whether the present step gives it days. */
  private readonly gaining: Int32Array;

  constructor(view: View, target: number, options: DaysOptions) {
    const { count } = view.projection.entities;
    this.view = view;
    this.target = target;
    this.options = options;
    this.columns = partySteps(view, opposite(options.direction), options.reading);
    this.budget = view.budget;
    this.days = new PartyDays(count);
    this.lastGain = new Int32Array(count);
    this.gaining = new Int32Array((count + 31) >>> 5);
  }

  get isExact(): boolean {
    return this.columns.isExact;
  }

  run(maxHops: number): void {
    const from = Math.max(FIRST_DAY, this.options.within[0]);
    const until = Math.min(LAST_DAY, this.options.within[1]);
    if (from >= until) return;
    // Nothing adds a day to the target, and it is not among the parties met.
    this.days.add(this.target, FIRST_DAY, LAST_DAY);
    this.begins.push(0);
    this.note(this.target, from, until);
    for (let hops = 1; hops <= maxHops; hops += 1) {
      const [begin, end] = [this.begins[hops - 1] as number, this.end];
      if (begin === end) break;
      this.expand(begin, end);
      this.begins.push(end);
      this.noteGaining();
    }
    this.days.clear(this.target);
  }

  /** Gives days to where the claims at the parties of some gains lead back to. */
  private expand(begin: number, end: number): void {
    const { offsets, steps, mostBack } = this.columns;
    const { gaining, days, gains, budget, view } = this;
    const mayBeHubs = mostBack > this.options.hubLimit;
    const { bounds } = days;
    let explored = 0;
    for (let at = begin; at < end; at += GAIN_LENGTH) {
      const party = gains[at] as number;
      const first = gains[at + 1] as Day;
      const until = gains[at + 2] as Day;
      if (mayBeHubs && this.isHub(party)) continue;
      const last = offsets[party + 1] as number;
      let place = offsets[party] as number;
      budget.spend((last - place) / STEP_LENGTH);
      explored += last - place;
      for (; place < last; place += STEP_LENGTH) {
        const other = steps[place] as number;
        // The later of the first days, the earlier of the ends, and whether a day between them is new, with one branch for
        // all: nobody can foretell which it is, and a wrong guess costs more than the sums.
        const sooner = first - (steps[place + 1] as Day);
        const from = first - (sooner & (sooner >> 31));
        const longer = (steps[place + 2] as Day) - until;
        const to = until + (longer & (longer >> 31));
        const isNew = (from - (bounds[2 * other] as Day)) | ((bounds[2 * other + 1] as Day) - to);
        if (((from - to) & isNew) >= 0 || !view.has(steps[place + 3] as number)) continue;
        if (!days.add(other, from, to)) continue;
        const word = other >>> 5;
        gaining[word] = (gaining[word] as number) | (1 << (other & 31));
      }
    }
    this.exploredRelations += explored / STEP_LENGTH;
  }

  /** Notes the days of the parties to which the step has given some, in the order of the tables. */
  private noteGaining(): void {
    const { gaining, days, lastGain } = this;
    const { bounds } = days;
    for (let word = 0; word < gaining.length; word += 1) {
      for (let left = gaining[word] as number; left !== 0; left &= left - 1) {
        const party = (word << 5) + 31 - Math.clz32(left & -left);
        if (lastGain[party] === 0) this.count += 1;
        const first = bounds[2 * party] as Day;
        const end = bounds[2 * party + 1] as Day;
        if (first < end) this.note(party, first, end);
        else {
          const set = days.of(party);
          for (let at = 0; at < set.length; at += 2) this.note(party, set[at] as Day, set[at + 1] as Day);
        }
      }
      gaining[word] = 0;
    }
  }

  private note(party: number, from: Day, until: Day): void {
    const at = this.end;
    if (at === this.gains.length) this.enlarge();
    const { gains, lastGain } = this;
    gains[at] = party;
    gains[at + 1] = from;
    gains[at + 2] = until;
    gains[at + 3] = lastGain[party] as number;
    lastGain[party] = at;
    this.end = at + GAIN_LENGTH;
  }

  /** A wide walk is enlarged few times: what is not used of so many numbers takes no memory. */
  private enlarge(): void {
    const larger = new Int32Array(8 * this.gains.length);
    larger.set(this.gains);
    this.gains = larger;
  }

  get parties(): Iterable<number> {
    return this.eachOnce();
  }

  /** The first gain, which stands at 0, is the target's own. */
  private *eachOnce(): Iterable<number> {
    for (let at = GAIN_LENGTH; at < this.end; at += GAIN_LENGTH)
      if (this.gains[at + 3] === 0) yield this.gains[at] as number;
  }

  fewestHops(party: number, days: DaySet): number | null {
    const { gains, begins } = this;
    let fewest: number | null = null;
    let hops = begins.length - 1;
    for (let at = this.lastGain[party] as number; at > 0; at = gains[at + 3] as number) {
      while (at < (begins[hops] as number)) hops -= 1;
      if (overlapsSpan(days, gains[at + 1] as Day, gains[at + 2] as Day)) fewest = hops;
    }
    return fewest;
  }

  private isHub(party: number): boolean {
    const { direction, hubLimit } = this.options;
    if (party === this.target) return false;
    const claims = hubClaims(this.view, party, direction, hubLimit);
    if (claims !== null) this.hubs.set(party, claims);
    return claims !== null;
  }
}
