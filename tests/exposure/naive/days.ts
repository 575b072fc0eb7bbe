/** On which days a claim holds, asked one day at a time. */
import type { ClaimClock } from "../../../src/domain/claim.js";
import { DAWN, type Day, NEVER } from "../../../src/domain/day.js";

type Span = Pick<ClaimClock, "startEarliest" | "startLatest" | "endEarliest" | "endLatest" | "undated">;

/** "A claim holds for certain over a day … if latest(start) ≤ a and b < earliest(end)." */
export function certainOn(clock: Span, day: Day): boolean {
  return clock.startLatest <= day && day < clock.endEarliest;
}

/** "possibly if earliest(start) ≤ b and a < latest(end)." */
export function possibleOn(clock: Span, day: Day): boolean {
  return clock.startEarliest <= day && day < clock.endLatest;
}

/**
 * "an unstated end (open to the right, written or read so)": some source vouched for it until the day before L. An undated
 * Funding has none: it is one day, whichever.
 */
export function hasUnstatedEnd(clock: Span): boolean {
  return !clock.undated && clock.endEarliest < NEVER && clock.endLatest >= NEVER;
}

/** "may with every unstated end (`L/..`) read as L." */
export function vouchedOn(clock: Span, day: Day): boolean {
  return possibleOn(clock, day) && (!hasUnstatedEnd(clock) || day < clock.endEarliest);
}

/** L, or null for `../..`. */
export function lastVouched(endEarliest: Day): Day | null {
  return endEarliest <= DAWN ? null : endEarliest;
}

const MARGIN = 6;
const FAR = 0x7ffe0000;

/**
 * The days that are looked at one by one: from a few days before the first that any clock names to a few after the
 * last. Beyond them nothing changes, so an open side clipped to them gives the same answers.
 */
export function dayRange(named: readonly Day[]): readonly Day[] {
  const finite = named.filter((day) => Math.abs(day) < FAR);
  const first = finite.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY) - MARGIN;
  const last = finite.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY) + MARGIN;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
