import type { Day } from "../domain/day.js";
import { type DaySet, includesAll, join, overlaps } from "./day-set.js";

/**
 * A set of days for each of many parties, in columns. Nearly always it is one interval; where it is not, the columns
 * hold its first and last day and the set itself stands aside.
 */
export class PartyDays {
  /** First day and end, in turn. */
  private readonly bounds: Int32Array;
  private readonly sets = new Map<number, DaySet>();

  constructor(parties: number) {
    this.bounds = new Int32Array(2 * parties);
  }

  has(party: number): boolean {
    return (this.bounds[2 * party] as Day) < (this.bounds[2 * party + 1] as Day);
  }

  of(party: number): DaySet {
    const from = this.bounds[2 * party] as Day;
    const until = this.bounds[2 * party + 1] as Day;
    return this.setOf(party) ?? (from < until ? [from, until] : []);
  }

  /** Whether the set holds all days from `from` up to, not including, `until`. */
  includes(party: number, from: Day, until: Day): boolean {
    const isWithin = (this.bounds[2 * party] as Day) <= from && until <= (this.bounds[2 * party + 1] as Day);
    if (!isWithin) return false;
    const set = this.setOf(party);
    return set === undefined || includesAll(set, [from, until]);
  }

  /** Whether the set holds one of these days. */
  overlaps(party: number, from: Day, until: Day): boolean {
    const first = Math.max(from, this.bounds[2 * party] as Day);
    if (first >= Math.min(until, this.bounds[2 * party + 1] as Day)) return false;
    const set = this.setOf(party);
    return set === undefined || overlaps(set, [from, until]);
  }

  /** Adds days; false where the set holds them already. */
  add(party: number, from: Day, until: Day): boolean {
    if (this.includes(party, from, until)) return false;
    const first = this.bounds[2 * party] as Day;
    const end = this.bounds[2 * party + 1] as Day;
    if (first >= end) {
      this.bounds[2 * party] = from;
      this.bounds[2 * party + 1] = until;
      return true;
    }
    const set = this.setOf(party);
    if (set !== undefined || until < first || end < from)
      this.sets.set(party, join(set ?? [first, end], [from, until]));
    this.bounds[2 * party] = Math.min(first, from);
    this.bounds[2 * party + 1] = Math.max(end, until);
    return true;
  }

  clear(party: number): void {
    this.bounds[2 * party] = 0;
    this.bounds[2 * party + 1] = 0;
    if (this.sets.size > 0) this.sets.delete(party);
  }

  private setOf(party: number): DaySet | undefined {
    return this.sets.size === 0 ? undefined : this.sets.get(party);
  }
}
