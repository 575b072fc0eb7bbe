import type { Day } from "../domain/day.js";
import { BILLION } from "../domain/share.js";
import { OWNERSHIP, PART_OF } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { holdsOn, mayHoldOn } from "./clock.js";
import { capped, type Holder, holding, type PairClaims } from "./holders.js";

/**
 * How shares are read for a purpose.
 *
 * - `right`: economic or votes; unspecified shares count as both.
 * - `otherRight`: what a pair's holding in the other right only says in this one: nothing (an unknown share), or it
 *   stands in for it.
 * - `statements`: whether Control and Affiliation claims stand for an ownership of unknown share (unless a share of
 *   that pair is known), and PartOf for the whole (unknown where the unit has another holder that day).
 */
export interface ShareReading {
  readonly name: string;
  readonly right: "economic" | "votes";
  readonly otherRight: "unknown" | "stands in";
  readonly statements: boolean;
}

/** Legal rules: economic and unspecified shares, votes where nothing else is given. */
export const SHARES: ShareReading = {
  name: "shares",
  right: "economic",
  otherRight: "stands in",
  statements: true,
};
/** The votes limb of a legal rule. */
export const VOTES_TOO: ShareReading = {
  name: "votes too",
  right: "votes",
  otherRight: "unknown",
  statements: true,
};
/** Company control: the claims that state it catch by themselves, and are no votes. */
export const VOTES: ShareReading = {
  name: "votes",
  right: "votes",
  otherRight: "unknown",
  statements: false,
};
/** Integrated ownership. */
export const ECONOMIC: ShareReading = {
  name: "economic",
  right: "economic",
  otherRight: "unknown",
  statements: true,
};

/** The holders of one company on a day. */
export interface Shareholders {
  readonly holders: readonly Holder[];
  /** What they hold for certain, in billionths; above 1 where the claims contradict each other. */
  readonly known: number;
}

export const NO_SHAREHOLDERS: Shareholders = { holders: [], known: 0 };

/** Who holds shares of a company on a day, in a reading (MODEL section 5, "Shares"); remembered for the view. */
export function shareholdersOf(view: View, company: number, reading: ShareReading, day: Day): Shareholders {
  const remembered = rememberedFor(view, reading, day);
  const before = remembered.get(company);
  if (before) return before;
  const found = findShareholders(view, company, reading, day);
  remembered.set(company, found);
  return found;
}

/** Whether known shares of a company add up to more than the whole: a data problem. */
export function isContradictory({ holders, known }: Shareholders): boolean {
  return known > BILLION || (known === BILLION && holders.some((holder) => holder.lowerExclusive));
}

const REMEMBERED = new WeakMap<View, Map<string, Map<number, Shareholders>>>();
const MOST_DAYS = 256;

function rememberedFor(view: View, reading: ShareReading, day: Day): Map<number, Shareholders> {
  const days = REMEMBERED.get(view) ?? new Map<string, Map<number, Shareholders>>();
  REMEMBERED.set(view, days);
  const key = `${reading.name}/${day}`;
  const known = days.get(key);
  if (known) return known;
  if (days.size >= MOST_DAYS) days.clear();
  const fresh = new Map<number, Shareholders>();
  days.set(key, fresh);
  return fresh;
}

/** What the claims of one pair say. */
interface Pair extends PairClaims {
  readonly inOtherRight: { readonly certain: number[]; readonly possible: number[] };
  /** A Control or Affiliation claim. */
  stated: boolean;
  /** The holder is the whole of which the company is a unit: for certain, or possibly. */
  whole: "certain" | "possible" | null;
}

function findShareholders(view: View, company: number, reading: ShareReading, day: Day): Shareholders {
  const pairs = pairsOf(view, company, reading, day);
  if (pairs.size === 0) return NO_SHAREHOLDERS;
  const others = pairs.size - (pairs.has(company) ? 1 : 0);
  const holders: Holder[] = [];
  for (const [party, pair] of pairs) holders.push(holderOf(view, party, pair, reading, others === 1));
  const all = holders.length === 1 ? holders : capped(holders);
  return { holders: all, known: all.reduce((sum, holder) => sum + holder.lower, 0) };
}

function pairsOf(view: View, company: number, reading: ShareReading, day: Day): Map<number, Pair> {
  const { relations } = view.projection;
  const { offsets } = relations.up;
  const places = relations.up.relations as Int32Array;
  const pairs = new Map<number, Pair>();
  for (const member of view.members(company)) {
    const end = offsets[member + 1] as number;
    for (let place = offsets[member] as number; place < end; place += 1) {
      const relation = places[place] as number;
      const kind = relations.kind[relation] as number;
      if (kind !== OWNERSHIP && !reading.statements) continue;
      if (!view.has(relation) || !mayHoldOn(relations, relation, day)) continue;
      const party = view.partyOf(relations.upper(relation));
      if (party === company && kind !== OWNERSHIP) continue;
      const isCertain = holdsOn(relations, relation, day);
      const pair = pairs.get(party) ?? newPair();
      pairs.set(party, pair);
      if (kind === OWNERSHIP) addShare(pair, relation, relations.rightOf(relation), { reading, isCertain });
      else if (kind === PART_OF) pair.whole = isCertain || pair.whole === "certain" ? "certain" : "possible";
      else pair.stated = true;
    }
  }
  return pairs;
}

function newPair(): Pair {
  return {
    certain: [],
    possible: [],
    other: false,
    inOtherRight: { certain: [], possible: [] },
    stated: false,
    whole: null,
  };
}

function addShare(
  pair: Pair,
  relation: number,
  right: string,
  { reading, isCertain }: { readonly reading: ShareReading; readonly isCertain: boolean },
): void {
  const claims = right === reading.right || right === "unspecified" ? pair : pair.inOtherRight;
  (isCertain ? claims.certain : claims.possible).push(relation);
  pair.other ||= claims !== pair;
}

/** A share that is known for certain goes before a statement; a whole is all of it, unless the unit has another holder. */
function holderOf(view: View, party: number, pair: Pair, reading: ShareReading, isOnly: boolean): Holder {
  const standsIn =
    reading.otherRight === "stands in" && pair.certain.length === 0 && pair.possible.length === 0;
  const claims: PairClaims = standsIn ? { ...pair.inOtherRight, other: false } : pair;
  const isWhole = pair.whole !== null && isOnly;
  if (claims.certain.length > 0) {
    const holder = holding(view, party, claims);
    return isWhole ? withWhole(holder, pair.whole === "certain") : holder;
  }
  if (isWhole && pair.whole === "certain") return { ...unknown(party), lower: BILLION };
  if (pair.stated || pair.whole !== null || claims.other) return unknown(party);
  return holding(view, party, claims);
}

/** A known share beside a whole: both where they agree, otherwise their hull. */
function withWhole(holder: Holder, isCertain: boolean): Holder {
  const agrees = isCertain && holder.upper === BILLION && !holder.upperExclusive;
  const upper = { upper: BILLION, upperExclusive: false };
  return agrees ? { ...holder, lower: BILLION, lowerExclusive: false, ...upper } : { ...holder, ...upper };
}

function unknown(party: number): Holder {
  return { party, lower: 0, lowerExclusive: false, upper: BILLION, upperExclusive: false };
}
