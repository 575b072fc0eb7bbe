import type { Day } from "../domain/day.js";
import type { Budget } from "../projection/budget.js";
import type { View } from "../projection/view.js";
import { rankBy } from "./day-ranks.js";
import { hubClaims, opposite, type WalkDirection } from "./hubs.js";
import { PartyDays } from "./party-days.js";
import { type PartySteps, partySteps, type Reading } from "./party-steps.js";

/** On which days chains of own+ lead from parties to a target, and what the walk met. */
export interface DaysReached {
  /** How many parties a chain leads to the target from, the target itself apart. */
  readonly count: number;
  /** These parties, each once. */
  readonly parties: Iterable<number>;
  /** The days of the walk on which a chain holds. */
  readonly days: PartyDays;
  /** The same of chains of so many claims at most, of at least one. */
  daysWithin(hops: number): PartyDays;
  /** The fewest claims of a chain that holds on a day from `from` up to, not including, `until`; null where there is none. */
  fewestHops(party: number, from: Day, until: Day): number | null;
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

/** So many numbers stand for days to walk on from: the party, and by rank the first day and the end of one interval. */
const FRONT_LENGTH = 3;

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
  /** The days after each step but the last. */
  private readonly daysAfter: PartyDays[] = [];
  /** What the last step has given days to, with all their days. */
  private front: Int32Array;
  private frontEnd = 0;
  /** One bit a party: whether the present step gives it days. */
  private readonly gaining: Int32Array;

  constructor(view: View, target: number, options: DaysOptions) {
    const { count } = view.projection.entities;
    const [from, until] = options.within;
    this.view = view;
    this.target = target;
    this.options = options;
    this.columns = partySteps(view, opposite(options.direction), options.reading);
    this.budget = view.budget;
    // No day but those that matter.
    const days = this.columns.days.map((day) => Math.max(from, Math.min(until, day)));
    this.days = PartyDays.none(count, days);
    // Memory that is not written to takes none.
    this.front = new Int32Array(FRONT_LENGTH * count);
    this.gaining = new Int32Array((count + 31) >>> 5);
  }

  get isExact(): boolean {
    return this.columns.isExact;
  }

  get parties(): Iterable<number> {
    return this.days.parties();
  }

  daysWithin(hops: number): PartyDays {
    return this.daysAfter[hops - 1] ?? this.days;
  }

  fewestHops(party: number, from: Day, until: Day): number | null {
    if (!this.days.overlaps(party, from, until)) return null;
    let hops = 1;
    while (!this.daysWithin(hops).overlaps(party, from, until)) hops += 1;
    return hops;
  }

  run(maxHops: number): void {
    const { days, target } = this;
    const [from, until] = this.options.within;
    if (from >= until) return;
    const ranked = this.columns.days;
    // Nothing adds a day to the target, and it is not among the parties met.
    days.fill(target);
    this.front.set([target, rankBy(ranked, from), rankBy(ranked, until - 1) + 1]);
    this.frontEnd = FRONT_LENGTH;
    for (let hops = 1; hops <= maxHops; hops += 1) {
      if (hops > 1) this.daysAfter.push(days.copy());
      this.expand();
      this.gatherFront();
      if (this.frontEnd === 0) break;
    }
    days.clear(target);
    this.count = days.count();
  }

  /** Gives days to where the claims at the parties of the front lead back to. */
  private expand(): void {
    const { offsets, others, ranks, claims, mostBack } = this.columns;
    const { gaining, days, front, frontEnd, budget, view } = this;
    const mayBeHubs = mostBack > this.options.hubLimit;
    const { bounds } = days;
    let explored = 0;
    for (let at = 0; at < frontEnd; at += FRONT_LENGTH) {
      const party = front[at] as number;
      const first = front[at + 1] as number;
      const until = front[at + 2] as number;
      if (mayBeHubs && this.isHub(party)) continue;
      const last = offsets[party + 1] as number;
      let place = offsets[party] as number;
      budget.spend(last - place);
      explored += last - place;
      for (; place < last; place += 1) {
        const other = others[place] as number;
        // The later of the first days, the earlier of the ends, and whether a day between them is new, with one branch for
        // all: nobody can foretell which it is, and a wrong guess costs more than the sums.
        const sooner = first - (ranks[2 * place] as number);
        const from = first - (sooner & (sooner >> 31));
        const longer = (ranks[2 * place + 1] as number) - until;
        const to = until + (longer & (longer >> 31));
        const isNew = (from - (bounds[2 * other] as number)) | ((bounds[2 * other + 1] as number) - to);
        if (((from - to) & isNew) >= 0 || !view.has(claims[place] as number)) continue;
        if (!days.add(other, from, to)) continue;
        const word = other >>> 5;
        gaining[word] = (gaining[word] as number) | (1 << (other & 31));
      }
    }
    this.exploredRelations += explored;
  }

  /** Gathers the parties to which a step has given days, in the order of the tables. */
  private gatherFront(): void {
    const { gaining, days } = this;
    const { bounds } = days;
    let { front } = this;
    let end = 0;
    for (let word = 0; word < gaining.length; word += 1) {
      for (let left = gaining[word] as number; left !== 0; left &= left - 1) {
        const party = (word << 5) + 31 - Math.clz32(left & -left);
        const apart = days.apart(party);
        for (let at = 0; at < (apart?.length ?? 2); at += 2) {
          if (end === front.length) front = this.enlarge();
          front[end] = party;
          front[end + 1] = apart === undefined ? (bounds[2 * party] as number) : (apart[at] as number);
          front[end + 2] =
            apart === undefined ? (bounds[2 * party + 1] as number) : (apart[at + 1] as number);
          end += FRONT_LENGTH;
        }
      }
      gaining[word] = 0;
    }
    this.frontEnd = end;
  }

  /** Seldom: where the days of many parties are several intervals. */
  private enlarge(): Int32Array {
    const larger = new Int32Array(2 * this.front.length);
    larger.set(this.front);
    this.front = larger;
    return larger;
  }

  private isHub(party: number): boolean {
    const { direction, hubLimit } = this.options;
    if (party === this.target) return false;
    const claims = hubClaims(this.view, party, direction, hubLimit);
    if (claims !== null) this.hubs.set(party, claims);
    return claims !== null;
  }
}
