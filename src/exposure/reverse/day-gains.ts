import type { DaySet } from "../../graph/days/day-set.js";
import { type RankColumn, rankColumn } from "./day-ranks.js";

const FIRST_ROOM = 1024;

/**
 * What each step of a walk over days gave: of a party all its days from then on, by rank, one gain for each interval. In
 * columns, for walks that cannot afford a call a step.
 */
export class DayGains {
  /** Of each gain the party. */
  parties = new Int32Array(FIRST_ROOM);
  /** Of each gain the first day and the end, in turn. */
  ranks: RankColumn;
  /** Where the gains of each step begin, and where those of the last end. */
  readonly begins: number[] = [];
  private readonly days: number;

  /** `days`: how many ranks there are. */
  constructor(days: number) {
    this.ranks = rankColumn(days, 2 * FIRST_ROOM);
    this.days = days;
  }

  /** Makes new columns for so many gains at least: memory that is not written to takes none. */
  enlarge(least: number): void {
    const { parties, ranks } = this;
    const room = Math.max(2 * parties.length, least);
    this.parties = new Int32Array(room);
    this.parties.set(parties);
    this.ranks = rankColumn(this.days, 2 * room);
    this.ranks.set(ranks);
  }

  /** Notes all days of a party at a place; where the next gain stands. */
  note(place: number, party: number, set: DaySet): number {
    const end = place + set.length / 2;
    if (end > this.parties.length) this.enlarge(end);
    this.parties.fill(party, place, end);
    this.ranks.set(set, 2 * place);
    return end;
  }
}
