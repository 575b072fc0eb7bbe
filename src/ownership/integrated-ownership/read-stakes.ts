import type { Day } from "../../domain/day.js";
import { BILLION } from "../../domain/share.js";
import { holdsOn, mayHoldOn } from "../../graph/days/clock.js";
import { MARK, OWNERSHIP } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import type { Holder } from "../control/holders.js";
import {
  isContradictory as contradicts,
  ECONOMIC,
  type Shareholders,
  shareholdersOf,
} from "../control/shareholders.js";

/** Stakes as they are read, one after another: the party that holds, and bounds in billionths. */
export interface ReadStakes {
  readonly holders: number[];
  readonly lower: number[];
  readonly upper: number[];
}

/** Economic shares of a company on a day. Known shares above 100 per cent contradict each other: all count as unknown. */
export function economicShares(view: View, company: number, day: Day): Shareholders {
  const found = shareholdersOf(view, company, ECONOMIC, day);
  if (!contradicts(found)) return found;
  return { ...found, holders: found.holders.map(({ party }) => unknownHolder(party)), known: 0 };
}

function unknownHolder(party: number): Holder {
  return { party, lower: 0, lowerExclusive: false, upper: BILLION, upperExclusive: false };
}

/**
 * Adds the economic stakes in a company on a day that may be more than nothing, and gives what its holders do not hold
 * for certain, in billionths.
 *
 * The same as `economicShares`. Nearly all companies of a graph have one certain share a holder in the right that is
 * read: those are read from the columns, thousands in a walk, and nothing is remembered of them.
 */
export function readStakes(view: View, company: number, day: Day, stakes: ReadStakes): number {
  const begin = stakes.holders.length;
  const known = readPlain(view, company, day, stakes);
  if (known !== null) {
    capFrom(begin, known, stakes);
    return BILLION - known;
  }
  stakes.holders.length = begin;
  stakes.lower.length = begin;
  stakes.upper.length = begin;
  const shares = economicShares(view, company, day);
  for (const { party, lower, upper } of shares.holders) {
    if (upper <= 0) continue;
    stakes.holders.push(party);
    stakes.lower.push(lower);
    stakes.upper.push(upper);
  }
  return Math.max(0, BILLION - shares.known);
}

/** Plain stakes as given, and what they add up to; null where some claim is not plain, or they contradict each other. */
function readPlain(view: View, company: number, day: Day, stakes: ReadStakes): number | null {
  const { relations } = view.projection;
  const { up, kind, marks, from, shareMin, shareMax } = relations;
  const places = up.relations as Int32Array;
  const { holders, lower, upper } = stakes;
  const begin = holders.length;
  let known = 0;
  let isMoreThanKnown = false;
  let member = company;
  do {
    const end = up.offsets[member + 1] as number;
    for (let place = up.offsets[member] as number; place < end; place += 1) {
      const relation = places[place] as number;
      if (!view.has(relation) || !mayHoldOn(relations, relation, day)) continue;
      const isPlain = kind[relation] === OWNERSHIP && relations.rightOf(relation) !== "votes";
      if (!isPlain || !holdsOn(relations, relation, day)) return null;
      const party = view.partyOf(from[relation] as number);
      for (let at = begin; at < holders.length; at += 1) if (holders[at] === party) return null;
      holders.push(party);
      lower.push(shareMin[relation] as number);
      upper.push(shareMax[relation] as number);
      known += shareMin[relation] as number;
      isMoreThanKnown ||= ((marks[relation] as number) & MARK.minExclusive) !== 0;
    }
    member = view.parties.next[member] as number;
  } while (member !== company);
  const isContradictory = known > BILLION || (known === BILLION && isMoreThanKnown);
  return isContradictory || holders.length - begin > MOST_PLAIN ? null : known;
}

/** Pairs are told apart by looking through those read before. */
const MOST_PLAIN = 64;

/** No holder has more than the others leave for certain; those who may have nothing fall away. */
function capFrom(begin: number, known: number, { holders, lower, upper }: ReadStakes): void {
  let kept = begin;
  for (let at = begin; at < holders.length; at += 1) {
    const least = lower[at] as number;
    const most = Math.min(upper[at] as number, BILLION - (known - least));
    if (most <= 0) continue;
    holders[kept] = holders[at] as number;
    lower[kept] = least;
    upper[kept] = most;
    kept += 1;
  }
  holders.length = kept;
  lower.length = kept;
  upper.length = kept;
}
