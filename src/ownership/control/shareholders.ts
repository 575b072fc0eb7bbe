import { DAWN, type Day, NEVER } from "../../domain/day.js";
import { BILLION } from "../../domain/share.js";
import { holdsOn, mayHoldOn } from "../../graph/days/clock.js";
import { type Period, PeriodCache } from "../../graph/days/period.js";
import { OWNERSHIP, PART_OF } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import {
  asGiven,
  atMostAsGiven,
  capped,
  type Holder,
  holding,
  type PairClaims,
  spanning,
} from "./holders.js";

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

/** The holders of shares of a company on a day, in a reading; memoised for the view. */
export function shareholdersOf(view: View, company: number, reading: ShareReading, day: Day): Shareholders {
  const remembered = rememberedFor(view, reading);
  return remembered.on(company, day, () =>
    shareholdersIn(view, company, reading, day, ownClaimsOn(view, company, day)),
  );
}

/** The ownership claims on a company that may hold on a day, over the days on which these stay the same. */
export interface OwnClaims extends Period {
  readonly claims: readonly number[];
  /** Whether some of them are no Ownership. */
  readonly hasStatements: boolean;
}

export function ownClaimsOn(view: View, company: number, day: Day): OwnClaims {
  const { relations } = view.projection;
  const { offsets } = relations.up;
  const places = relations.up.relations as Int32Array;
  const claims: number[] = [];
  let hasStatements = false;
  let from: Day = DAWN;
  let until: Day = NEVER;
  const turn = (at: Day) => {
    if (at > day) until = at < until ? at : until;
    else from = at > from ? at : from;
  };
  let member = company;
  do {
    const end = offsets[member + 1] as number;
    for (let place = offsets[member] as number; place < end; place += 1) {
      const relation = places[place] as number;
      if (!view.has(relation)) continue;
      turn(relations.startEarliest(relation));
      turn(relations.startLatest(relation));
      turn(relations.endEarliest(relation));
      turn(relations.endLatest(relation));
      if (!mayHoldOn(relations, relation, day)) continue;
      claims.push(relation);
      if (relations.kind[relation] !== OWNERSHIP) hasStatements = true;
    }
    member = view.parties.next[member] as number;
  } while (member !== company);
  return { claims, hasStatements, from, until };
}

/** Whether known shares of a company add up to more than the whole: a data problem. */
export function isContradictory({ holders, known }: Shareholders): boolean {
  return known > BILLION || (known === BILLION && holders.some((holder) => holder.lowerExclusive));
}

function rememberedFor(view: View, { name }: ShareReading): PeriodCache<Shareholders> {
  const readings = REMEMBERED.get(view) ?? new Map<string, PeriodCache<Shareholders>>();
  REMEMBERED.set(view, readings);
  const remembered = readings.get(name) ?? new PeriodCache<Shareholders>(MOST_REMEMBERED);
  readings.set(name, remembered);
  return remembered;
}

/** Companies that much hangs on are met again and again. */
const MOST_REMEMBERED = 20_000;
const REMEMBERED = new WeakMap<View, Map<string, PeriodCache<Shareholders>>>();

/** What the claims of one pair say. */
interface Pair extends PairClaims {
  readonly inOtherRight: { readonly certain: number[]; readonly possible: number[] };
  /** A Control or Affiliation claim. */
  stated: boolean;
  /** The holder is the whole of which the company is a unit: for certain, or possibly. */
  whole: "certain" | "possible" | null;
}

/** The same of its claims on that day. */
export function shareholdersIn(
  view: View,
  company: number,
  reading: ShareReading,
  day: Day,
  { claims, hasStatements, from, until }: OwnClaims,
): Shareholders {
  const counted = hasStatements ? claimsOfReading(view, company, reading, claims) : claims;
  const given =
    plainHolders(view, counted, reading, day) ?? combinedHolders(view, company, counted, { reading, day });
  const holders = given.length < 2 ? given : capped(given);
  let known = 0;
  for (const holder of holders) known += holder.lower;
  return { holders, known, from, until };
}

/** Shares always count, its own too; statements where the reading takes them, those of the company about itself never. */
function claimsOfReading(
  view: View,
  company: number,
  reading: ShareReading,
  claims: readonly number[],
): readonly number[] {
  const { relations } = view.projection;
  return claims.filter(
    (relation) =>
      relations.kind[relation] === OWNERSHIP ||
      (reading.statements && view.partyOf(relations.upper(relation)) !== company),
  );
}

/** The commonest case: one share a holder, in the right that is read. Null where it is not that. */
function plainHolders(
  view: View,
  claims: readonly number[],
  reading: ShareReading,
  day: Day,
): readonly Holder[] | null {
  const { relations } = view.projection;
  const holders: Holder[] = [];
  const parties = new Set<number>();
  for (const relation of claims) {
    if (relations.kind[relation] !== OWNERSHIP) return null;
    const right = relations.rightOf(relation);
    if (right !== "unspecified" && right !== reading.right) return null;
    const party = view.partyOf(relations.from[relation] as number);
    if (parties.has(party)) return null;
    parties.add(party);
    holders.push(
      holdsOn(relations, relation, day)
        ? asGiven(view, party, relation)
        : atMostAsGiven(view, party, relation),
    );
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
