import type { Holding } from "./clock.js";
import type { Contact } from "./contacts.js";
import { type DaySet, join, NO_DAYS, within } from "./day-set.js";
import { type FewestHops, HopsCounter } from "./fewest-hops.js";
import type { WalkDirection } from "./hubs.js";
import type { Layers } from "./layers.js";
import { NotedLayers } from "./noted-layers.js";
import { coneFrom } from "./own-cone.js";
import type { Search } from "./search.js";

/** Where own+ leads from the counterparties of a search, on the days of their transactions. */
export interface Reach {
  readonly direction: WalkDirection;
  /** For each party met the fewest claims of a path from the university to it, counterparties included. */
  readonly hops: FewestHops;
  /** For each end met the chains to it, by counterparty. */
  readonly ends: ReadonlyMap<number, Layers>;
  /** The ways by which the walks came to the layers of these chains. */
  readonly notes: NotedLayers;
  readonly exploredRelations: number;
  readonly hubs: ReadonlyMap<number, number>;
  readonly goesOn: boolean;
}

export interface ReachOptions {
  readonly direction: WalkDirection;
  /** Whether a chain to a party is wanted. */
  readonly isEnd: (party: number) => boolean;
  /** For a walk of at most so many claims on some days: whether a chain through a party, `hops` claims away, may lead to an end. */
  readonly mayLead: (days: DaySet, maxHops: number) => (party: number, hops: number) => boolean;
}

/** Walks from every counterparty of some contacts. */
export function reachFrom(
  search: Search,
  kinds: readonly ReadonlyMap<number, readonly Contact[]>[],
  { direction, isEnd, mayLead }: ReachOptions,
): Reach {
  const { own } = search.institution;
  const { maxHops, hubLimit } = search.terms;
  const counter = HopsCounter.for(search.view.projection.entities);
  counter.wipe();
  const notes = new NotedLayers();
  const ends = new Map<number, Layers>();
  const hubs = new Map<number, number>();
  let exploredRelations = 0;
  let goesOn = false;
  for (const start of new Set(kinds.flatMap((contacts) => [...contacts.keys()]))) {
    const contacts = contactsWith(kinds, start);
    let fewest = maxHops;
    for (const { layers } of contacts) fewest = Math.min(fewest, layers[0]?.hops ?? maxHops);
    const holding = contactHolding(contacts);
    const leads = mayLead(holding.may, maxHops - fewest);
    const cone = coneFrom(search.view, start, holding, {
      direction,
      maxHops: maxHops - fewest,
      hubLimit,
      mayStand: (party, hops) => leads(party, hops) && !own.has(party),
      notes,
    });
    counter.add(start, fewest);
    for (let at = 0; at < cone.count; at += 1) {
      const party = cone.partyAt(at);
      counter.add(party, fewest + cone.fewestHops(party));
      if (!isEnd(party)) continue;
      const chains = ends.get(party);
      if (chains) chains.set(start, cone.layersOf(party));
      else ends.set(party, new Map([[start, cone.layersOf(party)]]));
    }
    exploredRelations += cone.exploredRelations;
    for (const [party, claims] of cone.hubs) hubs.set(party, claims);
    goesOn ||= cone.goesOn;
  }
  return { direction, hops: counter.counted(), ends, notes, exploredRelations, hubs, goesOn };
}

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
