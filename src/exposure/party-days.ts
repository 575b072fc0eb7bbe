import type { Day } from "../domain/day.js";
import { type DaySet, includesAll, join, overlaps } from "./day-set.js";

/**
 * A set of days for each of many parties, in columns. Nearly always it is one interval; where it is not, the columns
 * hold its first and last day and the set itself stands aside.
 */
export class PartyDays {
  private readonly from: Int32Array;
  private readonly until: Int32Array;
  private readonly sets = new Map<number, DaySet>();

  constructor(parties: number) {
    this.from = new Int32Array(parties);
    this.until = new Int32Array(parties);
  }

  has(party: number): boolean {
    return (this.from[party] as Day) < (this.until[party] as Day);
  }

  of(party: number): DaySet {
    const from = this.from[party] as Day;
    const until = this.until[party] as Day;
    return this.setOf(party) ?? (from < until ? [from, until] : []);
  }

  /** Whether the set holds all days from `from` up to, not including, `until`. */
  includes(party: number, from: Day, until: Day): boolean {
    const isWithin = (this.from[party] as Day) <= from && until <= (this.until[party] as Day);
    if (!isWithin) return false;
    const set = this.setOf(party);
    return set === undefined || includesAll(set, [from, until]);
  }

  /** Whether the set holds one of these days. */
  overlaps(party: number, from: Day, until: Day): boolean {
    const first = Math.max(from, this.from[party] as Day);
    if (first >= Math.min(until, this.until[party] as Day)) return false;
    const set = this.setOf(party);
    return set === undefined || overlaps(set, [from, until]);
  }

  /** Adds days; false where the set holds them already. */
  add(party: number, from: Day, until: Day): boolean {
    if (this.includes(party, from, until)) return false;
    const first = this.from[party] as Day;
    const end = this.until[party] as Day;
    if (first >= end) {
      this.from[party] = from;
      this.until[party] = until;
      return true;
    }
    const set = this.setOf(party);
    if (set !== undefined || until < first || end < from)
      this.sets.set(party, join(set ?? [first, end], [from, until]));
    this.from[party] = Math.min(first, from);
    this.until[party] = Math.max(end, until);
    return true;
  }

  clear(party: number): void {
    this.from[party] = 0;
    this.until[party] = 0;
    if (this.sets.size > 0) this.sets.delete(party);
  }

  private setOf(party: number): DaySet | undefined {
    return this.sets.size === 0 ? undefined : this.sets.get(party);
  }
}
