import type { View } from "../projection/view.js";
import type { Holding } from "./clock.js";
import type { Contact } from "./contacts.js";
import { type DaySet, join, NO_DAYS, within } from "./day-set.js";
import type { WalkDirection } from "./hubs.js";
import type { Layers } from "./layers.js";
import { coneFrom } from "./own-cone.js";
import type { Search } from "./search.js";

/** Where own+ leads from the counterparties of a search, on the days of their transactions. */
export interface Reach {
  readonly direction: WalkDirection;
  /** The parties met, counterparties included. */
  readonly parties: readonly number[];
  /** By party the fewest claims of a path from the university to it; 0: it is not reached. */
  readonly hops: Uint8Array;
  /** For each end met the chains to it, by counterparty. */
  readonly ends: ReadonlyMap<number, Layers>;
  readonly exploredRelations: number;
  readonly hubs: ReadonlyMap<number, number>;
  readonly goesOn: boolean;
}

export interface ReachOptions {
  readonly direction: WalkDirection;
  /** Whether a chain to a party is wanted. */
  readonly isEnd: (party: number) => boolean;
}

/** Walks from every counterparty of some contacts. */
export function reachFrom(
  search: Search,
  kinds: readonly ReadonlyMap<number, readonly Contact[]>[],
  { direction, isEnd }: ReachOptions,
): Reach {
  const { own } = search.institution;
  const { maxHops, hubLimit } = search.terms;
  const parties: number[] = [];
  const hops = new Uint8Array(search.view.projection.entities.count);
  const ends = new Map<number, Layers>();
  const hubs = new Map<number, number>();
  let exploredRelations = 0;
  let goesOn = false;
  const note = (party: number, at: number) => {
    const known = hops[party] as number;
    if (known === 0) parties.push(party);
    if (known === 0 || at < known) hops[party] = at;
  };
  for (const start of new Set(kinds.flatMap((contacts) => [...contacts.keys()]))) {
    const contacts = kinds.flatMap((kind) => kind.get(start) ?? []);
    const fewest = Math.min(...contacts.map((contact) => contact.layers[0]?.hops ?? maxHops));
    const cone = coneFrom(search.view, start, contactHolding(search.view, contacts), {
      direction,
      maxHops: maxHops - fewest,
      hubLimit,
      mayStand: (party) => !own.has(party),
    });
    note(start, fewest);
    for (const party of cone.parties) {
      note(party, fewest + cone.fewestHops(party));
      if (!isEnd(party)) continue;
      const chains = ends.get(party) ?? new Map();
      ends.set(party, chains.set(start, cone.layersOf(party)));
    }
    exploredRelations += cone.exploredRelations;
    for (const [party, claims] of cone.hubs) hubs.set(party, claims);
    goesOn ||= cone.goesOn;
  }
  return { direction, parties, hops, ends, exploredRelations, hubs, goesOn };
}

/** The days on which some transaction with the counterparty may be: outside of them no chain matters. */
function contactHolding(view: View, contacts: readonly Contact[]): Holding {
  const { relations } = view.projection;
  let days: DaySet = NO_DAYS;
  for (const { transaction, layers } of contacts) {
    for (const { holding } of layers) {
      days = join(
        days,
        within(holding.may, relations.startEarliest(transaction), relations.endLatest(transaction)),
      );
    }
  }
  return { certain: days, stated: days, may: days };
}
