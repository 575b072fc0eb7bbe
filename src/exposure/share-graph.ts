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
  return { ...found, holders: found.holders.map(({ party }) => unknownHolder(party)), known: 0 };
}

function unknownHolder(party: number): Holder {
  return { party, lower: 0, lowerExclusive: false, upper: BILLION, upperExclusive: false };
}

/** The graph of an owner and other parties, in the order of their ids; holders outside it are left out. */
export function shareGraph(view: View, owner: number, others: ReadonlySet<number>, day: Day): ShareGraph {
  return graphOf(view, [owner, ...[...others].filter((party) => party !== owner).sort((a, b) => a - b)], day);
}

/** The graph of some parties, numbered in the order given. */
export function graphOf(view: View, parties: readonly number[], day: Day): ShareGraph {
  const numbers = new Map(parties.map((party, at) => [party, at]));
  const room: number[] = [];
  const { budget } = view;
  const stakes = parties.map((party) => {
    budget.spend();
    const { holders, known } = economicShares(view, party, day);
    room.push(Math.max(0, BILLION - known));
    const here: Stake[] = [];
    for (const { party: other, lower, upper } of holders) {
      const holder = numbers.get(other);
      if (holder !== undefined && upper > 0) here.push({ holder, lower, upper });
    }
    return here;
  });
  return { parties, numbers, stakes, room };
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
  const { budget } = view;
  for (const company of below) {
    budget.spend();
    if (company === owner) continue;
    for (const next of mayHoldingsOf(view, company, day)) below.add(next);
  }
  return below;
}
