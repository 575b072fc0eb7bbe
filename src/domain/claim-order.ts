import type { Day } from "./day.js";
import type { Claim } from "./record.js";

/** The orders in which claims stand, wherever they are kept or told. */

/** By id, then by revision. */
export function byIdAndRevision(
  a: Pick<Claim, "id" | "revision">,
  b: Pick<Claim, "id" | "revision">,
): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : a.revision - b.revision;
}

/** In order of date: by the last possible day of the start, then the first, then the id. */
export function byStart(a: Pick<Claim, "id" | "clock">, b: Pick<Claim, "id" | "clock">): number {
  return byStartDays(a.clock, b.clock) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Days on which something may have begun. */
interface StartDays {
  readonly startEarliest: Day;
  readonly startLatest: Day;
}

/** By the last possible day of the start, then the first; 0 where both are the same. */
export function byStartDays(a: StartDays, b: StartDays): number {
  return a.startLatest - b.startLatest || a.startEarliest - b.startEarliest;
}
