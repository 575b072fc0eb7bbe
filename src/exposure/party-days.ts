import type { Day } from "../domain/day.js";
import { type DaySet, includesAll, join, overlaps } from "./day-set.js";

/**
 * A set of days for each of many parties, in columns. Nearly always it is one interval; where it is not, the columns
 * hold its first and last day and the set itself stands aside.
 */
export class PartyDays {
  /** First day and end of a party, in turn, among those of others that are looked at together with it. */
  private readonly bounds: Int32Array;
  private readonly stride: number;
  private readonly offset: number;
  private readonly sets = new Map<number, DaySet>();

  private constructor(bounds: Int32Array, stride: number, offset: number) {
    this.bounds = bounds;
    this.stride = stride;
    this.offset = offset;
  }

  /** Three of them, all empty, side by side: what a walk asks of a party then lies together. */
  static three(parties: number): readonly [PartyDays, PartyDays, PartyDays] {
    const bounds = new Int32Array(6 * parties);
    return [new PartyDays(bounds, 6, 0), new PartyDays(bounds, 6, 2), new PartyDays(bounds, 6, 4)];
  }

  /** The first day; not before `end` where there is none. */
  first(party: number): Day {
    return this.bounds[this.stride * party + this.offset] as Day;
  }

  /** The first day after the last. */
  end(party: number): Day {
    return this.bounds[this.stride * party + this.offset + 1] as Day;
  }

  has(party: number): boolean {
    return this.first(party) < this.end(party);
  }

  of(party: number): DaySet {
    const from = this.first(party);
    const until = this.end(party);
    return this.apart(party) ?? (from < until ? [from, until] : []);
  }

  /** Whether the set holds all days from `from` up to, not including, `until`. */
  includes(party: number, from: Day, until: Day): boolean {
    if (from < this.first(party) || this.end(party) < until) return false;
    const set = this.apart(party);
    return set === undefined || includesAll(set, [from, until]);
  }

  /** Whether the set holds one of these days. */
  overlaps(party: number, from: Day, until: Day): boolean {
    const first = Math.max(from, this.first(party));
    if (first >= Math.min(until, this.end(party))) return false;
    const set = this.apart(party);
    return set === undefined || overlaps(set, [from, until]);
  }

  /** The set where it is more than one interval; else undefined. */
  apart(party: number): DaySet | undefined {
    return this.sets.size === 0 ? undefined : this.sets.get(party);
  }

  /** Adds days. */
  add(party: number, from: Day, until: Day): void {
    const first = this.first(party);
    const end = this.end(party);
    if (first >= end) {
      this.bound(party, from, until);
      return;
    }
    const set = this.apart(party);
    if (set !== undefined || until < first || end < from)
      this.sets.set(party, join(set ?? [first, end], [from, until]));
    this.bound(party, from < first ? from : first, end < until ? until : end);
  }

  clear(party: number): void {
    this.bound(party, 0, 0);
    if (this.sets.size > 0) this.sets.delete(party);
  }

  private bound(party: number, from: Day, until: Day): void {
    const at = this.stride * party + this.offset;
    this.bounds[at] = from;
    this.bounds[at + 1] = until;
  }
}
