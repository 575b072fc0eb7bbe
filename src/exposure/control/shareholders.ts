import type { Day } from "../../domain/day.js";
import { BILLION } from "../../domain/share.js";
import { OWNERSHIP, PART_OF } from "../../projection/relation-table.js";
import type { View } from "../../projection/view.js";
import { holdsOn, mayHoldOn } from "../days/clock.js";
import { type Period, periodOf, Remembered } from "../days/period.js";
import { viewOfHolders } from "./held-alike.js";
import { asGiven, capped, type Holder, holding, type PairClaims, spanning } from "./holders.js";

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

/** The holders of one company, over the days on which they stay the same. */
export interface Shareholders extends Period {
  readonly holders: readonly Holder[];
  /** What they hold for certain, in billionths; above 1 where the claims contradict each other. */
  readonly known: number;
}

/** Who holds shares of a company on a day, in a reading (MODEL section 5, "Shares"); remembered for the view. */
export function shareholdersOf(view: View, company: number, reading: ShareReading, day: Day): Shareholders {
  const asked = viewOfHolders(view, company);
  return rememberedFor(asked, reading).on(company, day, () => {
    const { holders, known } = findShareholders(asked, company, reading, day);
    const { from, until } = periodOf(asked, company, day);
    return { holders, known, from, until };
  });
}

/** Whether known shares of a company add up to more than the whole: a data problem. */
export function isContradictory({ holders, known }: Shareholders): boolean {
  return known > BILLION || (known === BILLION && holders.some((holder) => holder.lowerExclusive));
}

function rememberedFor(view: View, { name }: ShareReading): Remembered<Shareholders> {
  const readings = REMEMBERED.get(view) ?? new Map<string, Remembered<Shareholders>>();
  REMEMBERED.set(view, readings);
  const remembered = readings.get(name) ?? new Remembered<Shareholders>(MOST_REMEMBERED);
  readings.set(name, remembered);
  return remembered;
}

/** Companies that much hangs on are met again and again. */
const MOST_REMEMBERED = 20_000;
const REMEMBERED = new WeakMap<View, Map<string, Remembered<Shareholders>>>();

const NOBODY: Omit<Shareholders, keyof Period> = { holders: [], known: 0 };

/** What the claims of one pair say. */
interface Pair extends PairClaims {
  readonly inOtherRight: { readonly certain: number[]; readonly possible: number[] };
  /** A Control or Affiliation claim. */
  stated: boolean;
  /** The holder is the whole of which the company is a unit: for certain, or possibly. */
  whole: "certain" | "possible" | null;
}

function findShareholders(
  view: View,
  company: number,
  reading: ShareReading,
  day: Day,
): Omit<Shareholders, keyof Period> {
  const claims = claimsOn(view, company, reading, day);
  if (claims.length === 0) return NOBODY;
  const holders =
    plainHolders(view, claims, reading, day) ?? combinedHolders(view, company, claims, { reading, day });
  const all = holders.length === 1 ? holders : capped(holders);
  let known = 0;
  for (const holder of all) known += holder.lower;
  return { holders: all, known };
}

/** The claims of the reading that may hold a company on a day. */
function claimsOn(view: View, company: number, reading: ShareReading, day: Day): readonly number[] {
  const { relations } = view.projection;
  const { offsets } = relations.up;
  const places = relations.up.relations as Int32Array;
  const claims: number[] = [];
  let member = company;
  do {
    const end = offsets[member + 1] as number;
    for (let place = offsets[member] as number; place < end; place += 1) {
      const relation = places[place] as number;
      const isShare = relations.kind[relation] === OWNERSHIP;
      if (!(isShare || reading.statements) || !view.has(relation)) continue;
      if (!mayHoldOn(relations, relation, day)) continue;
      if (isShare || view.partyOf(relations.upper(relation)) !== company) claims.push(relation);
    }
    member = view.parties.next[member] as number;
  } while (member !== company);
  return claims;
}

/** The commonest case: one certain share a holder, in the right that is read. Null where it is not that. */
function plainHolders(
  view: View,
  claims: readonly number[],
  reading: ShareReading,
  day: Day,
): readonly Holder[] | null {
  const { relations } = view.projection;
  const holders: Holder[] = [];
  for (const relation of claims) {
    if (relations.kind[relation] !== OWNERSHIP || !holdsOn(relations, relation, day)) return null;
    const right = relations.rightOf(relation);
    if (right !== "unspecified" && right !== reading.right) return null;
    const party = view.partyOf(relations.from[relation] as number);
    if (holders.some((holder) => holder.party === party)) return null;
    holders.push(asGiven(view, party, relation));
  }
  return holders;
}

function combinedHolders(
  view: View,
  company: number,
  claims: readonly number[],
  { reading, day }: { readonly reading: ShareReading; readonly day: Day },
): readonly Holder[] {
  const { relations } = view.projection;
  const pairs = new Map<number, Pair>();
  for (const relation of claims) {
    const party = view.partyOf(relations.upper(relation));
    const isCertain = holdsOn(relations, relation, day);
    const pair = pairs.get(party) ?? newPair();
    pairs.set(party, pair);
    const kind = relations.kind[relation];
    if (kind === OWNERSHIP) addShare(pair, relation, relations.rightOf(relation), { reading, isCertain });
    else if (kind === PART_OF) pair.whole = isCertain || pair.whole === "certain" ? "certain" : "possible";
    else pair.stated = true;
  }
  const others = pairs.size - (pairs.has(company) ? 1 : 0);
  return [...pairs].map(([party, pair]) => holderOf(view, party, pair, reading, others === 1));
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

/**
 * A share that is known for certain goes before a statement; a whole is all of it, unless the unit has another holder.
 * Where the other right stands in, what may be given in the right itself takes its place in the readings that have it.
 */
function holderOf(view: View, party: number, pair: Pair, reading: ShareReading, isOnly: boolean): Holder {
  const standsIn = reading.otherRight === "stands in" && pair.certain.length === 0;
  const claims: PairClaims = standsIn ? { ...pair.inOtherRight, other: false } : pair;
  const isWhole = pair.whole !== null && isOnly;
  const held = () => {
    const holder = holding(view, party, claims);
    return standsIn ? spanning(view, holder, pair.possible) : holder;
  };
  if (claims.certain.length > 0) return isWhole ? withWhole(held(), pair.whole === "certain") : held();
  if (isWhole && pair.whole === "certain") return { ...unknown(party), lower: BILLION };
  if (pair.stated || pair.whole !== null || claims.other) return unknown(party);
  return held();
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
