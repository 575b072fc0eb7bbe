import type { Day } from "../domain/day.js";
import { covers, type DaySet, join, NO_DAYS, overlapsSpan } from "./day-set.js";
import { FIRST_DAY, LAST_DAY } from "./party-steps.js";

/** Both bounds of a party whose set stands aside: before every day, so that it covers none and touches none. */
const ASIDE: Day = FIRST_DAY - 1;

/**
 * A set of days for each of many parties, in columns. Nearly always it is one interval; where it is more, the set itself
 * stands aside. Where it is none, the first day is the last of all and the end the first: so the lesser first and the
 * greater end of two are right for none, too.
 */
export class PartyDays {
  /** Of each party the first day of its interval and the end, in turn; for walks that cannot afford a call a step. */
  readonly bounds: Int32Array;
  private readonly sets = new Map<number, DaySet>();

  constructor(parties: number) {
    this.bounds = new Int32Array(2 * parties);
    for (let party = 0; party < parties; party += 1) this.clear(party);
  }

  clear(party: number): void {
    this.bounds[2 * party] = LAST_DAY;
    this.bounds[2 * party + 1] = FIRST_DAY;
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
    return set !== undefined && overlapsSpan(set, from, until);
  }

  /**
   * Adds the days from `from` up to, not including, `until`; whether some of them are new. What is likely goes without a
   * branch: nobody can foretell on which side days are added, and a wrong guess costs more than the sums.
   */
  add(party: number, from: Day, until: Day): boolean {
    const { bounds } = this;
    const first = bounds[2 * party] as Day;
    const end = bounds[2 * party + 1] as Day;
    if (((from - first) | (end - until)) >= 0) return false;
    const isApart = (end - from) | (until - first);
    if ((isApart & (first - end - 1)) < 0) return this.addApart(party, from, until);
    const sooner = from - first;
    const longer = until - end;
    bounds[2 * party] = first + (sooner & (sooner >> 31));
    bounds[2 * party + 1] = end + (longer & ~(longer >> 31));
    return true;
  }

  private addApart(party: number, from: Day, until: Day): boolean {
    const known = this.of(party);
    if (covers(known, from, until)) return false;
    const set = join(known, [from, until]);
    const isOne = set.length === 2;
    this.bounds[2 * party] = isOne ? (set[0] as Day) : ASIDE;
    this.bounds[2 * party + 1] = isOne ? (set[1] as Day) : ASIDE;
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
