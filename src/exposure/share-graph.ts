import type { Day } from "../domain/day.js";
import { BILLION } from "../domain/share.js";
import type { View } from "../projection/view.js";
import { mayHoldOn } from "./clock.js";
import type { Holder } from "./holders.js";
import { ECONOMIC, isContradictory, type Shareholders, shareholdersOf } from "./shareholders.js";

/** A holder of a node: its number in the graph, and bounds in billionths. */
export interface Stake {
  readonly holder: number;
  readonly lower: number;
  readonly upper: number;
}

/** A part of the ownership graph on a day, nodes numbered: node 0 is the owner that is asked about. */
export interface ShareGraph {
  readonly parties: readonly number[];
  readonly numbers: ReadonlyMap<number, number>;
  /** For each node its holders in the graph that may hold anything. */
  readonly stakes: readonly (readonly Stake[])[];
  /** For each node what its holders, those outside the graph included, do not hold for certain: billionths. */
  readonly room: readonly number[];
}

/** Economic shares of a company on a day. Known shares above 100 per cent contradict each other: all count as unknown. */
export function economicShares(view: View, company: number, day: Day): Shareholders {
  const found = shareholdersOf(view, company, ECONOMIC, day);
  if (!isContradictory(found)) return found;
  return { holders: found.holders.map(({ party }) => unknownHolder(party)), known: 0 };
}

function unknownHolder(party: number): Holder {
  return { party, lower: 0, lowerExclusive: false, upper: BILLION, upperExclusive: false };
}

/** The graph of an owner and other parties, in the order of their ids; holders outside it are left out. */
export function shareGraph(view: View, owner: number, others: ReadonlySet<number>, day: Day): ShareGraph {
  const parties = [owner, ...[...others].filter((party) => party !== owner).sort((a, b) => a - b)];
  const numbers = new Map(parties.map((party, at) => [party, at]));
  const shares = parties.map((party) => economicShares(view, party, day));
  const stakes = shares.map(({ holders }) =>
    holders.flatMap((holder) => {
      const number = numbers.get(holder.party);
      if (number === undefined || holder.upper <= 0) return [];
      return [{ holder: number, lower: holder.lower, upper: holder.upper }];
    }),
  );
  return {
    parties,
    numbers,
    stakes,
    room: shares.map(({ known }) => Math.max(0, BILLION - known)),
  };
}

/** The parties that may hold shares of a company, itself included where it holds its own. */
export function mayHoldersOf(view: View, company: number, day: Day): readonly number[] {
  return economicShares(view, company, day)
    .holders.filter(({ upper }) => upper > 0)
    .map(({ party }) => party);
}

/** The companies of which a party may hold shares. */
export function mayHoldingsOf(view: View, party: number, day: Day): readonly number[] {
  const { relations } = view.projection;
  const found = new Set<number>();
  for (const member of view.members(party)) {
    for (const relation of relations.down.of(member)) {
      if (!view.has(relation) || !mayHoldOn(relations, relation, day)) continue;
      found.add(view.partyOf(relations.lower(relation)));
    }
  }
  return [...found].filter((company) =>
    economicShares(view, company, day).holders.some((holder) => holder.party === party && holder.upper > 0),
  );
}

/** Everything below a party, at any depth, by holdings that may be more than nothing; itself only if it is below itself. */
export function everythingBelow(view: View, owner: number, day: Day): ReadonlySet<number> {
  const below = new Set(mayHoldingsOf(view, owner, day));
  for (const company of below) {
    if (company === owner) continue;
    for (const next of mayHoldingsOf(view, company, day)) below.add(next);
  }
  return below;
}

/**
 * The parties on some way from an owner down to a company, both included. Searched from both ends, the cheaper first,
 * until one end has seen everything; of that, what also lies before the other end. Null where no holding leads from one
 * to the other. What lies above a company is remembered for the view: a report asks for many owners of one company.
 */
export function partiesBetween(
  view: View,
  owner: number,
  company: number,
  day: Day,
): ReadonlySet<number> | null {
  const remembered = rememberedFor(view, day);
  const known = remembered.get(company);
  if (known) return leadingDown(known, owner);
  const above = new Side(company, owner, (party) => mayHoldersOf(view, party, day));
  const below = new Side(owner, company, (party) => mayHoldingsOf(view, party, day));
  for (;;) {
    const side = above.work <= below.work ? above : below;
    if (side.expand()) continue;
    if (side === below) return side.isMet ? leadingUp(below.seen, company, above.next) : null;
    remembered.set(company, above.cameFrom);
    return leadingDown(above.cameFrom, owner);
  }
}

/** What lies above a company: for each holder the parties among them that it holds. */
type Above = ReadonlyMap<number, readonly number[]>;

const REMEMBERED = new WeakMap<View, Map<Day, Map<number, Above>>>();
const MOST_DAYS = 64;
const MOST_COMPANIES = 64;

function rememberedFor(view: View, day: Day): Map<number, Above> {
  const days = REMEMBERED.get(view) ?? new Map<Day, Map<number, Above>>();
  REMEMBERED.set(view, days);
  const companies = days.get(day) ?? new Map<number, Above>();
  if (companies.size >= MOST_COMPANIES) companies.clear();
  if (days.size >= MOST_DAYS) days.clear();
  days.set(day, companies);
  return companies;
}

/** Of what lies above a company that which lies below an owner; null where the owner holds nothing of it. */
function leadingDown(above: Above, owner: number): ReadonlySet<number> | null {
  if (!above.has(owner)) return null;
  const found = new Set([owner]);
  for (const party of found) for (const next of above.get(party) ?? []) found.add(next);
  return found;
}

/** Of what lies below an owner that which lies above a company. */
function leadingUp(
  below: ReadonlySet<number>,
  company: number,
  holdersOf: (party: number) => readonly number[],
): ReadonlySet<number> {
  const found = new Set([company]);
  for (const party of found) for (const next of holdersOf(party)) if (below.has(next)) found.add(next);
  return found;
}

/** A search from one end, party by party. */
class Side {
  readonly seen: Set<number>;
  /** For each party that a step led to, the parties from which. */
  readonly cameFrom = new Map<number, number[]>();
  work = 0;
  /** Whether a step led to the other end. */
  isMet = false;
  readonly next: (party: number) => readonly number[];
  private readonly queue: number[];
  private readonly end: number;

  constructor(start: number, end: number, next: (party: number) => readonly number[]) {
    this.seen = new Set([start]);
    this.queue = [start];
    this.end = end;
    this.next = next;
  }

  /** Looks one party further; false where everything is seen. */
  expand(): boolean {
    const party = this.queue.pop();
    if (party === undefined) return false;
    const found = this.next(party);
    this.work += 1 + found.length;
    for (const other of found) {
      if (other === this.end) this.isMet = true;
      const from = this.cameFrom.get(other);
      if (from) from.push(party);
      else this.cameFrom.set(other, [party]);
      if (this.seen.has(other)) continue;
      this.seen.add(other);
      this.queue.push(other);
    }
    return true;
  }
}
