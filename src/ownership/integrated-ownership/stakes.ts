import type { Day } from "../../domain/day.js";
import type { Share } from "../../domain/share.js";
import type { Verdict } from "../../domain/verdict.js";
import { byClaimId } from "../../graph/claim-order.js";
import { mayHoldOn } from "../../graph/days/clock.js";
import { type Path, pathOf } from "../../graph/paths/path.js";
import { Pace } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import { stepEnd, stepsOf, type WalkDirection } from "../../graph/walk/hubs.js";
import { controlInSteps } from "../control/control.js";
import { shareOf } from "../control/share-of.js";
import { type ShareReading, shareholdersOf } from "../control/shareholders.js";
import {
  type IntegratedShare,
  integratedHoldings,
  integratedOwnershipInSteps,
} from "./integrated-ownership.js";

/** A party above or below another, with what is held between the two. */
export interface PartyStake {
  readonly party: number;
  /** In the right that is asked for; null where nothing is held directly. */
  readonly direct: Share | null;
  /** Economic, whatever right is asked for. */
  readonly integrated: IntegratedShare;
  /** Of the upper over the lower of the two. */
  readonly control: Verdict;
  /** The shortest chain, from the party that was asked about. */
  readonly path: Path;
}

export interface Stakes {
  readonly stakes: readonly PartyStake[];
  readonly exploredRelations: number;
  /** How many more there are. */
  readonly leftOut: number;
  /** Whether they were left out because the time was over. */
  readonly isCut: boolean;
}

/** How they are asked for. */
export interface StakeTerms {
  readonly day: Day;
  /** Of direct shares. */
  readonly reading: ShareReading;
  /** Of integrated shares. */
  readonly precision?: number | undefined;
}

/** More than these, the nearest first, are not worked out. */
export const MOST_STAKES = 500;

/**
 * All parties above (`up`) or below (`down`) a party on a day, by ownership chains that may hold, at any depth: the
 * nearest first, then by the greater integrated share (for certain, then possibly), then by id. Those that there is time for.
 */
export function* stakesOf(
  view: View,
  party: number,
  direction: WalkDirection,
  { day, reading, precision }: StakeTerms,
): Generator<void, Stakes> {
  const { chains, explored } = yield* nearestChains(view, party, direction, day);
  const nearest = [...chains].slice(0, MOST_STAKES);
  const below =
    direction === "down" && nearest.length > 0
      ? yield* integratedHoldings(view, party, day, precision)
      : null;
  const stakes: PartyStake[] = [];
  let isCut = false;
  for (const [other, chain] of nearest) {
    yield;
    isCut = view.budget.isEnding;
    if (isCut) break;
    const [upper, lower] = direction === "up" ? [other, party] : [party, other];
    stakes.push({
      party: other,
      direct: directShare(view, upper, lower, { day, reading }),
      integrated:
        below?.get(other) ?? (yield* integratedOwnershipInSteps(view, upper, lower, day, precision)),
      control: yield* controlInSteps(view, upper, lower, day),
      path: pathOf(view, party, chain, other),
    });
  }
  const leftOut = chains.size - stakes.length;
  return { stakes: inOrder(stakes), exploredRelations: explored, leftOut, isCut };
}

/** What a holder holds of a company directly, in a reading; null where no claim says that it holds anything. */
export function directShare(
  view: View,
  holder: number,
  company: number,
  { day, reading }: Pick<StakeTerms, "day" | "reading">,
): Share | null {
  const held = shareholdersOf(view, company, reading, day).holders.find((each) => each.party === holder);
  return held && held.upper > 0 ? shareOf(held) : null;
}

/** So many claims lead on, at least, between two steps. */
const CLAIMS_A_STEP = 512;

/** For each party that chains lead to the first of the shortest: breadth first, in the order of claim ids. */
function* nearestChains(
  view: View,
  party: number,
  direction: WalkDirection,
  day: Day,
): Generator<void, { readonly chains: ReadonlyMap<number, readonly number[]>; readonly explored: number }> {
  const { relations } = view.projection;
  const steps = stepsOf(view, direction);
  const chains = new Map<number, readonly number[]>([[party, []]]);
  let explored = 0;
  const { budget } = view;
  const pace = new Pace(CLAIMS_A_STEP);
  for (const [at, chain] of chains) {
    budget.spend();
    const claims: number[] = [];
    for (const member of view.members(at)) {
      for (const relation of steps.of(member)) {
        explored += 1;
        if (view.has(relation) && mayHoldOn(relations, relation, day)) claims.push(relation);
      }
    }
    if (pace.isStep(1 + claims.length)) yield;
    for (const relation of byClaimId(view, claims)) {
      const other = stepEnd(view, relation, direction);
      if (!chains.has(other)) chains.set(other, [...chain, relation]);
    }
  }
  chains.delete(party);
  return { chains, explored };
}

function inOrder(stakes: readonly PartyStake[]): readonly PartyStake[] {
  const share = ({ integrated }: PartyStake, bound: "min" | "max") => integrated.share?.[bound] ?? 0;
  return [...stakes].sort(
    (a, b) =>
      a.path.hops - b.path.hops ||
      share(b, "min") - share(a, "min") ||
      share(b, "max") - share(a, "max") ||
      a.party - b.party,
  );
}
