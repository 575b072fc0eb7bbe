import type { View } from "../projection/view.js";
import type { Holding } from "./clock.js";
import type { Contact } from "./contacts.js";
import { type DaySet, join, NO_DAYS, within } from "./day-set.js";
import type { WalkDirection } from "./hubs.js";
import type { Layer, Layers } from "./layers.js";
import { type Cone, coneFrom } from "./own-cone.js";
import type { Search } from "./search.js";

export const OUT_OF_REACH = 255;

/** Where own+ leads from the counterparties of a search, on the days of their transactions. */
export interface Reach {
  readonly direction: WalkDirection;
  /** For each party the fewest claims of a path from the university to it, counterparties included. */
  readonly hops: ReadonlyMap<number, number>;
  /** The chains from each counterparty to a party. */
  to(party: number): Layers;
  readonly exploredRelations: number;
  readonly hubs: ReadonlyMap<number, number>;
  readonly goesOn: boolean;
}

/** Walks from every counterparty of some contacts. */
export function reachFrom(
  search: Search,
  direction: WalkDirection,
  kinds: readonly ReadonlyMap<number, readonly Contact[]>[],
): Reach {
  const { own } = search.institution;
  const { maxHops, hubLimit } = search.terms;
  const cones = new Map<number, Cone>();
  const hops = new Map<number, number>();
  const note = (party: number, at: number) => {
    if (at < (hops.get(party) ?? OUT_OF_REACH)) hops.set(party, at);
  };
  for (const party of new Set(kinds.flatMap((contacts) => [...contacts.keys()]))) {
    const contacts = kinds.flatMap((kind) => kind.get(party) ?? []);
    const fewest = Math.min(...contacts.map((contact) => contact.layers[0]?.hops ?? OUT_OF_REACH));
    const cone = coneFrom(search.view, party, contactHolding(search.view, contacts), {
      direction,
      maxHops: maxHops - fewest,
      hubLimit,
      mayStand: (other) => !own.has(other),
    });
    cones.set(party, cone);
    note(party, fewest);
    for (const [other, layers] of cone.layers) note(other, fewest + (layers[0] as Layer).hops);
  }
  const all = [...cones.values()];
  return {
    direction,
    hops,
    to: (party) => chainsFrom(cones, party),
    exploredRelations: all.reduce((sum, cone) => sum + cone.exploredRelations, 0),
    hubs: new Map(all.flatMap((cone) => [...cone.hubs])),
    goesOn: all.some((cone) => cone.goesOn),
  };
}

function chainsFrom(cones: ReadonlyMap<number, Cone>, party: number): Layers {
  const chains: Layers = new Map();
  for (const [counterparty, cone] of cones) {
    const layers = cone.layers.get(party);
    if (layers) chains.set(counterparty, layers);
  }
  return chains;
}

/** The days on which some transaction with the counterparty may be: outside of them no chain matters. */
function contactHolding(view: View, contacts: readonly Contact[]): Holding {
  const { startEarliest, endLatest } = view.projection.relations;
  let days: DaySet = NO_DAYS;
  for (const { transaction, layers } of contacts) {
    for (const { holding } of layers) {
      days = join(
        days,
        within(holding.may, startEarliest[transaction] as number, endLatest[transaction] as number),
      );
    }
  }
  return { certain: days, stated: days, may: days };
}
