import { DAWN, type Day, NEVER } from "../../domain/day.js";

/** Days by their rank. Two bytes each where there are few enough days, as nearly always: a walk over many is then faster. */
export type RankColumn = Uint16Array | Int32Array;

/** The days on which some claims begin and end, by rank: what begins and ends on these is compared by rank as by day. */
export interface DayRanks {
  /**
   * By rank, in order. The first two and the last are none of the claims' days: rank 0 is free for a mark, 1 is before
   * all days and the last after them.
   */
  readonly days: Int32Array;
  /** The ranks of days that were given, in their order. */
  readonly ranks: RankColumn;
}

/** Ranks days among themselves: calendar days, DAWN and NEVER. */
export function dayRanks(given: Int32Array): DayRanks {
  let [least, most] = [NEVER, DAWN];
  for (let at = 0; at < given.length; at += 1) {
    const day = given[at] as Day;
    if (day > DAWN && day < least) least = day;
    if (day < NEVER && day > most) most = day;
  }
  // One place for DAWN, one for each calendar day from the first to the last, one for NEVER.
  const end = Math.max(0, most - least + 1) + 1;
  const placeOf = (day: Day) => (day <= DAWN ? 0 : day >= NEVER ? end : day - least + 1);
  const rankAt = new Int32Array(end + 1);
  for (let at = 0; at < given.length; at += 1) rankAt[placeOf(given[at] as Day)] = 1;
  const days = [BEFORE_ALL, BEFORE_ALL];
  for (let place = 0; place <= end; place += 1) {
    if (rankAt[place] === 0) continue;
    rankAt[place] = days.length;
    days.push(place === 0 ? DAWN : place === end ? NEVER : place + least - 1);
  }
  days.push(AFTER_ALL);
  const ranks = rankColumn(days.length, given.length);
  for (let at = 0; at < given.length; at += 1) ranks[at] = rankAt[placeOf(given[at] as Day)] as number;
  return { days: Int32Array.from(days), ranks };
}

const BEFORE_ALL: Day = -(2 ** 31);
const AFTER_ALL: Day = 2 ** 31 - 1;

/** A column for ranks below `count`, and for `count` itself. */
export function rankColumn(count: number, length: number): RankColumn {
  return count < 2 ** 16 ? new Uint16Array(length) : new Int32Array(length);
}

/** The last rank of a day that is not after `day`. */
export function rankBy(days: Int32Array, day: Day): number {
  let rank = days.length - 1;
  while ((days[rank] as Day) > day) rank -= 1;
  return rank;
}
