import { DAWN, type Day, NEVER, printDay } from "../../domain/day.js";

/** The key of a transaction whose start may lie in more than one year, or in none that is known. */
export const UNCLEAR = "unclear";

/** The days on which a transaction may have begun. */
export interface PossibleStart {
  readonly startEarliest: Day;
  readonly startLatest: Day;
}

/**
 * The year of a transaction: that of its earliest day, "unclear" where the span of its start crosses a year, is open on
 * a side, or no day is known. A contract of several years stands under the year in which it began.
 */
export function transactionYear({ startEarliest, startLatest }: PossibleStart): string {
  if (startEarliest <= DAWN || startLatest >= NEVER) return UNCLEAR;
  const year = yearOf(startEarliest);
  return year === yearOf(startLatest) ? year : UNCLEAR;
}

/** Whether a transaction may have begun on a day from `from` to `to`, both included; null is open. */
export function mayHaveBegunWithin(
  { startEarliest, startLatest }: PossibleStart,
  from: Day | null,
  to: Day | null,
): boolean {
  return (from === null || startLatest >= from) && (to === null || startEarliest <= to);
}

function yearOf(day: Day): string {
  return printDay(day).slice(0, 4);
}
