import type { Day } from "../../domain/day.js";
import { covers, type DaySet, join, NO_DAYS, overlapsSpan } from "../../graph/days/day-set.js";
import { type RankColumn, rankColumn } from "./day-ranks.js";

/** Both bounds of a party whose set stands aside: before every day, so that it covers none and touches none. */
const ASIDE = 0;

/**
 * A set of days for each of many parties, in columns, by rank. Nearly always it is one interval; where it is more, the set
 * itself stands aside. Where it is none, the first rank is above all and the end below: so the lesser first and the
 * greater end of two are right for none, too.
 */
export class PartyDays {
  /** Of each party the first day of its interval and the end, in turn; for walks that cannot afford a call a step. */
  readonly bounds: RankColumn;
  /** By rank. */
  private readonly days: Int32Array;
  /** Of ranks. */
  private readonly sets: Map<number, DaySet>;

  private constructor(days: Int32Array, bounds: RankColumn, sets: Map<number, DaySet>) {
    this.days = days;
    this.bounds = bounds;
    this.sets = sets;
  }

  /** No days for any party. */
  static none(parties: number, days: Int32Array): PartyDays {
    const bounds = rankColumn(days.length, 2 * parties);
    if (parties > 0) bounds[0] = days.length;
    // Those that are written already are copied behind themselves: one party at a time takes ten times as long.
    for (let written = 2; written < bounds.length; written *= 2) bounds.copyWithin(written, 0, written);
    return new PartyDays(days, bounds, new Map());
  }

  /** Takes all days from a party whose set does not stand aside. */
  clear(party: number): void {
    this.bounds[2 * party] = this.days.length;
    this.bounds[2 * party + 1] = 0;
  }

  /** Gives a party the ranks of all days, so that none can be added. */
  fill(party: number): void {
    this.bounds[2 * party] = 0;
    this.bounds[2 * party + 1] = this.days.length;
  }

  has(party: number): boolean {
    return this.isOne(party) || this.apart(party) !== undefined;
  }

  of(party: number): DaySet {
    const { bounds, days } = this;
    if (this.isOne(party))
      return [days[bounds[2 * party] as number] as Day, days[bounds[2 * party + 1] as number] as Day];
    return this.ranksOf(party).map((rank) => days[rank] as Day);
  }

  /** The same by rank. */
  ranksOf(party: number): DaySet {
    if (!this.isOne(party)) return this.apart(party) ?? NO_DAYS;
    return [this.bounds[2 * party] as number, this.bounds[2 * party + 1] as number];
  }

  /** Whether the set holds one of these days. */
  overlaps(party: number, from: Day, until: Day): boolean {
    const { bounds, days } = this;
    if (!this.isOne(party))
      return this.apart(party) !== undefined && overlapsSpan(this.of(party), from, until);
    const first = days[bounds[2 * party] as number] as Day;
    const end = days[bounds[2 * party + 1] as number] as Day;
    return (first > from ? first : from) < (end < until ? end : until);
  }

  /**
   * Adds the days from one rank up to, not including, another; whether some of them are new. What is likely goes without a
   * branch: it cannot be foretold on which side days are added, and a wrong guess costs more than the sums.
   */
  add(party: number, from: number, until: number): boolean {
    const { bounds } = this;
    const first = bounds[2 * party] as number;
    const end = bounds[2 * party + 1] as number;
    if (((from - first) | (end - until)) >= 0) return false;
    const isApart = (end - from) | (until - first);
    if ((isApart & (first - end - 1)) < 0) return this.addApart(party, from, until);
    const sooner = from - first;
    const longer = until - end;
    bounds[2 * party] = first + (sooner & (sooner >> 31));
    bounds[2 * party + 1] = end + (longer & ~(longer >> 31));
    return true;
  }

  private addApart(party: number, from: number, until: number): boolean {
    const known = this.ranksOf(party);
    if (covers(known, from, until)) return false;
    const set = join(known, [from, until]);
    const isOne = set.length === 2;
    this.bounds[2 * party] = isOne ? (set[0] as number) : ASIDE;
    this.bounds[2 * party + 1] = isOne ? (set[1] as number) : ASIDE;
    if (isOne) this.sets.delete(party);
    else this.sets.set(party, set);
    return true;
  }

  private isOne(party: number): boolean {
    return (this.bounds[2 * party] as number) < (this.bounds[2 * party + 1] as number);
  }

  /** The set, by rank, where it is more than one interval; else undefined. */
  apart(party: number): DaySet | undefined {
    return this.sets.size === 0 ? undefined : this.sets.get(party);
  }
}
