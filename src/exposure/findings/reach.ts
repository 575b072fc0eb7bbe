import type { Holding } from "../../graph/days/clock.js";
import { type DaySet, join, NO_DAYS, within } from "../../graph/days/day-set.js";
import { OwnSteps } from "../../graph/own-steps.js";
import {
  BfsLayers,
  type BfsWays,
  type FewestHops,
  HopsCounter,
  type Layers,
} from "../../graph/walk/bfs-layers.js";
import type { WalkDirection } from "../../graph/walk/hubs.js";
import { type ReachableSet, reachableFrom } from "../../graph/walk/reachable-set.js";
import { NEVER_FLAGGED } from "../../graph/walk/steps-to-flagged.js";
import type { Contact } from "../transactions/contacts.js";
import type { Search } from "../transactions/search.js";

/** Where ownership chains lead from the counterparties of a search, on the days of their transactions. */
export interface Reach {
  readonly direction: WalkDirection;
  /** For each party met the fewest claims of a path from the university to it, counterparties included. */
  readonly hops: FewestHops;
  /** For each end met the chains to it, by counterparty. */
  readonly ends: ReadonlyMap<number, Layers>;
  /** The ways by which the walks came to the layers of these chains. */
  readonly ways: BfsWays;
  readonly exploredRelations: number;
  readonly hubs: ReadonlyMap<number, number>;
  readonly goesOn: boolean;
}

export interface ReachOptions {
  readonly direction: WalkDirection;
  /** Whether a chain to a party is wanted. */
  readonly isEnd: (party: number) => boolean;
  /** How many claims at least lead on from each party to an end (`stepsToFlagged`). Null: any party may be one. */
  readonly stepsToEnd: Uint8Array | null;
}

/**
 * Walks from every counterparty of some contacts. Until it is known that something lies beyond the last hop, everything
 * is looked at from which a chain may lead to an end at all; from then on only what is near enough to one: the last steps
 * are the most, and few of them end at one. Neither the chains to an end nor whether something lies beyond hang on that.
 * In steps.
 */
export function* reachFrom(
  search: Search,
  kinds: readonly ReadonlyMap<number, readonly Contact[]>[],
  { direction, isEnd, stepsToEnd }: ReachOptions,
): Generator<void, Reach> {
  const { own, university } = search.institution;
  // Mostly the university alone: then nothing need be looked up.
  const isOwn = (party: number) => party === university || (own.size > 1 && own.has(party));
  const { maxHops, hubLimit } = search.terms;
  const hopsTo = new HopsCounter(search.view.projection.entities.count);
  const bfs = new BfsLayers();
  const ends = new Map<number, Layers>();
  const hubs = new Map<number, number>();
  let exploredRelations = 0;
  let goesOn = false;
  const starts = new Set(kinds.flatMap((contacts) => [...contacts.keys()]));
  // Fetched together, they come in the time of a few.
  const steps = OwnSteps.of(search.view.projection.relations, direction);
  for (const start of starts) if (stepsToEnd?.[start] !== NEVER_FLAGGED) steps.fetch(start);
  for (const start of starts) {
    const contacts = contactsWith(kinds, start);
    let fewest = maxHops;
    for (const { layers } of contacts) fewest = Math.min(fewest, layers[0]?.hops ?? maxHops);
    const most = maxHops - fewest;
    const last = goesOn ? most : ANY_HOPS;
    const mayLead = (party: number, hops: number) => {
      const least = stepsToEnd === null ? 0 : (stepsToEnd[party] as number);
      return least !== NEVER_FLAGGED && hops + least <= last;
    };
    yield;
    hopsTo.add(start, fewest);
    if (!mayLead(start, 0)) continue;
    const reachable: ReachableSet = yield* reachableFrom(search.view, start, contactHolding(contacts), {
      direction,
      maxHops: most,
      hubLimit,
      mayStand: (party, hops) => mayLead(party, hops) && !isOwn(party),
      looksBeyond: !goesOn,
      scratch: search.scratch,
      bfs,
    });
    for (let at = 0; at < reachable.count; at += 1) {
      const party = reachable.partyAt(at);
      hopsTo.add(party, fewest + reachable.fewestHops(party));
      if ((stepsToEnd !== null && stepsToEnd[party] !== 0) || !isEnd(party)) continue;
      let chains = ends.get(party);
      if (chains === undefined) {
        chains = new Map();
        ends.set(party, chains);
      }
      chains.set(start, reachable.layersOf(party));
    }
    exploredRelations += reachable.exploredRelations;
    if (reachable.hubs.size > 0) for (const [party, claims] of reachable.hubs) hubs.set(party, claims);
    goesOn ||= reachable.goesOn;
  }
  // Which were met further away hangs on where the walks began; that they go on beyond the last hop is told anyhow.
  const isNear = (hub: number) => (hopsTo.get(hub) ?? 0) + Math.max(1, stepsToEnd?.[hub] ?? 0) <= maxHops;
  if (goesOn) for (const hub of hubs.keys()) if (!isNear(hub)) hubs.delete(hub);
  return { direction, hops: hopsTo, ends, ways: bfs.copyOfWays(), exploredRelations, hubs, goesOn };
}

/** More than any chain has. */
const ANY_HOPS = 1 << 16;

function contactsWith(
  kinds: readonly ReadonlyMap<number, readonly Contact[]>[],
  party: number,
): readonly Contact[] {
  let all: readonly Contact[] = [];
  for (const kind of kinds) {
    const some = kind.get(party);
    if (some !== undefined) all = all.length === 0 ? some : [...all, ...some];
  }
  return all;
}

/** The days on which some transaction with the counterparty may be: outside of them no chain matters. */
function contactHolding(contacts: readonly Contact[]): Holding {
  let may: DaySet = NO_DAYS;
  for (const { days, layers } of contacts) {
    for (const { holding } of layers)
      may = join(may, within(holding.may, days.startEarliest, days.endLatest));
  }
  return { certain: may, stated: may, may };
}
