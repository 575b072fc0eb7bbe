import type { Day } from "../../domain/day.js";

/**
 * A set of days as flat pairs [from, until, from, until, …]: half-open, sorted, apart from one another. All arithmetic
 * of time in this room is done on these; no date text and no UncertainDate comes here.
 */
export type DaySet = readonly Day[];

export const NO_DAYS: DaySet = [];

/** The days from `from` up to, not including, `until`. */
export function span(from: Day, until: Day): DaySet {
  return from < until ? [from, until] : NO_DAYS;
}

/** The days of both sets. */
export function meet(a: DaySet, b: DaySet): DaySet {
  if (a.length === 2 && b.length === 2) {
    const from = Math.max(a[0] as Day, b[0] as Day);
    const until = Math.min(a[1] as Day, b[1] as Day);
    if (from >= until) return NO_DAYS;
    if (from === a[0] && until === a[1]) return a;
    return from === b[0] && until === b[1] ? b : [from, until];
  }
  const both: Day[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i] as Day, b[j] as Day);
    const until = Math.min(a[i + 1] as Day, b[j + 1] as Day);
    if (from < until) both.push(from, until);
    if ((a[i + 1] as Day) < (b[j + 1] as Day)) i += 2;
    else j += 2;
  }
  return both;
}

/** The days of a set from `from` up to, not including, `until`; the set itself where nothing falls away. */
export function within(days: DaySet, from: Day, until: Day): DaySet {
  if (days.length === 2) {
    const first = days[0] as Day;
    const end = days[1] as Day;
    if (from <= first && end <= until) return days;
    const cutFirst = from > first ? from : first;
    const cutEnd = until < end ? until : end;
    return cutFirst < cutEnd ? [cutFirst, cutEnd] : NO_DAYS;
  }
  return days.length === 0 ? days : meet(days, span(from, until));
}

/** Whether every day of `part` is in the set. */
export function includesAll(days: DaySet, part: DaySet): boolean {
  for (let i = 0; i < part.length; i += 2)
    if (!covers(days, part[i] as Day, part[i + 1] as Day)) return false;
  return true;
}

/** The days of either set. */
export function join(a: DaySet, b: DaySet): DaySet {
  if (a.length === 0) return b;
  if (b.length === 0 || a === b) return a;
  const either: Day[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const takeA = j >= b.length || (i < a.length && (a[i] as Day) <= (b[j] as Day));
    const from = takeA ? (a[i] as Day) : (b[j] as Day);
    const until = takeA ? (a[i + 1] as Day) : (b[j + 1] as Day);
    if (takeA) i += 2;
    else j += 2;
    const end = either.length - 1;
    if (end >= 0 && from <= (either[end] as Day)) either[end] = Math.max(either[end] as Day, until);
    else either.push(from, until);
  }
  return either;
}

/** Whether the sets share a day; builds nothing. */
export function overlaps(a: DaySet, b: DaySet): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (Math.max(a[i] as Day, b[j] as Day) < Math.min(a[i + 1] as Day, b[j + 1] as Day)) return true;
    if ((a[i + 1] as Day) < (b[j + 1] as Day)) i += 2;
    else j += 2;
  }
  return false;
}

/** Whether the set has a day from `from` up to, not including, `until`; builds nothing. */
export function overlapsSpan(days: DaySet, from: Day, until: Day): boolean {
  for (let i = 0; i < days.length; i += 2) {
    if (Math.max(days[i] as Day, from) < Math.min(days[i + 1] as Day, until)) return true;
  }
  return false;
}

/** Whether the sets share a day from `from` up to, not including, `until`; builds nothing. */
export function overlapWithin(a: DaySet, b: DaySet, from: Day, until: Day): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const first = Math.max(a[i] as Day, b[j] as Day, from);
    if (first < Math.min(a[i + 1] as Day, b[j + 1] as Day, until)) return true;
    if ((a[i + 1] as Day) < (b[j + 1] as Day)) i += 2;
    else j += 2;
  }
  return false;
}

/** Whether every day from `from` up to, not including, `until` is in the set. */
export function covers(days: DaySet, from: Day, until: Day): boolean {
  for (let i = 0; i < days.length; i += 2) {
    if ((days[i] as Day) <= from && until <= (days[i + 1] as Day)) return true;
  }
  return false;
}

export function includesDay(days: DaySet, day: Day): boolean {
  return covers(days, day, day + 1);
}

/** The first day on or after `from`; null where there is none. */
export function firstFrom(days: DaySet, from: Day): Day | null {
  for (let i = 0; i < days.length; i += 2) {
    if ((days[i + 1] as Day) > from) return Math.max(from, days[i] as Day);
  }
  return null;
}

/** The last day before `until`; null where there is none. */
export function lastBefore(days: DaySet, until: Day): Day | null {
  for (let i = days.length - 2; i >= 0; i -= 2) {
    if ((days[i] as Day) < until) return Math.min(until, days[i + 1] as Day) - 1;
  }
  return null;
}

/** The last day of the set from `from` up to, not including, `until`; null where there is none. Builds nothing. */
export function lastWithin(days: DaySet, from: Day, until: Day): Day | null {
  const last = lastBefore(days, until);
  return last === null || last < from ? null : last;
}

/** The last day of the set; null where it is empty. */
export function lastDay(days: DaySet): Day | null {
  return days.length === 0 ? null : (days[days.length - 1] as Day) - 1;
}
