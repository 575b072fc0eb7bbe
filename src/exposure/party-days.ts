import type { Day } from "../domain/day.js";
import { covers, type DaySet, join, NO_DAYS, overlaps } from "./day-set.js";

/**
 * A set of days for each of many parties, in columns. Nearly always it is one interval; where it is more, the columns
 * hold none and the set itself stands aside.
 */
export class PartyDays {
  /** Of each party the first day of its interval and the end, in turn; for walks that cannot afford a call a step. */
  readonly bounds: Int32Array;
  private readonly sets = new Map<number, DaySet>();

  constructor(parties: number) {
    this.bounds = new Int32Array(2 * parties);
  }

  has(party: number): boolean {
    return this.isOne(party) || this.apart(party) !== undefined;
  }

  of(party: number): DaySet {
    if (!this.isOne(party)) return this.apart(party) ?? NO_DAYS;
    return [this.bounds[2 * party] as Day, this.bounds[2 * party + 1] as Day];
  }

  /** Whether the set holds one of these days. */
  overlaps(party: number, from: Day, until: Day): boolean {
    const first = this.bounds[2 * party] as Day;
    const end = this.bounds[2 * party + 1] as Day;
    if (first < end) return (first > from ? first : from) < (end < until ? end : until);
    const set = this.apart(party);
    return set !== undefined && overlaps(set, [from, until]);
  }

  /** Adds the days from `from` up to, not including, `until`; whether some of them are new. */
  add(party: number, from: Day, until: Day): boolean {
    const { bounds } = this;
    const first = bounds[2 * party] as Day;
    const end = bounds[2 * party + 1] as Day;
    if (first < end) {
      if (first <= from && until <= end) return false;
      if (from <= end && first <= until) {
        if (from < first) bounds[2 * party] = from;
        if (end < until) bounds[2 * party + 1] = until;
        return true;
      }
    }
    return this.addApart(party, from, until);
  }

  private addApart(party: number, from: Day, until: Day): boolean {
    const known = this.of(party);
    if (covers(known, from, until)) return false;
    const set = join(known, [from, until]);
    const isOne = set.length === 2;
    this.bounds[2 * party] = isOne ? (set[0] as Day) : 0;
    this.bounds[2 * party + 1] = isOne ? (set[1] as Day) : 0;
    if (isOne) this.sets.delete(party);
    else this.sets.set(party, set);
    return true;
  }

  private isOne(party: number): boolean {
    return (this.bounds[2 * party] as Day) < (this.bounds[2 * party + 1] as Day);
  }

  /** The set where it is more than one interval; else undefined. */
  private apart(party: number): DaySet | undefined {
    return this.sets.size === 0 ? undefined : this.sets.get(party);
  }
}
