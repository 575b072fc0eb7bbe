import type { View } from "../projection/view.js";
import {
  assembleFinding,
  type Draft,
  type DraftCounterparty,
  draftCounterparty,
} from "./assemble-finding.js";
import type { ChannelId } from "./channels.js";
import { type Contact, noChain } from "./contacts.js";
import { CountedFlags } from "./counted-flags.js";
import { findHoldings } from "./find-holdings.js";
import type { Exposures, Finding, Truncation } from "./finding.js";
import { inOrder } from "./finding-order.js";
import type { WalkDirection } from "./hubs.js";
import type { Layer, Layers } from "./layers.js";
import { chainsTo } from "./own-chains.js";
import { parentsByDefault } from "./parents-by-default.js";
import type { ExposureTermsOf } from "./question.js";
import { OUT_OF_REACH, type Reach, reachFrom } from "./reach.js";
import { partyOfId, type Search, searchFrom } from "./search.js";
import { type TimedTransaction, timedTransaction } from "./transaction-timing.js";

/**
 * What a university is exposed to: every finding of the grammar (EXPOSURE sections 1 to 3), in order.
 *
 * First a coarse walk from the counterparties finds which targets own+ leads to at all, then each target is walked back
 * from, day by day, within what the coarse walk reached. So cost follows the neighbourhood, not the graph.
 *
 * @throws BAD_USER_INPUT for an id that is not in the graph.
 */
export function findExposures(view: View, terms: ExposureTermsOf): Exposures {
  const university = partyOfId(view, terms.university, "university");
  const named = terms.targets?.map((id) => partyOfId(view, id, "targets")) ?? null;
  const flags = flagsFor(view, terms);
  const search = searchFrom(view, university, terms, flags);
  const up = reachOf(search, "up", ["SUBSIDIARY", "PROGRAM"]);
  const down = reachOf(search, "down", ["PARENT"]);
  const holdings = terms.channels.includes("HOLDING") ? findHoldings(search, named) : null;
  const findings: Finding[] = [...(holdings?.findings ?? [])];
  for (const target of targetsWithin(search, named, up, down)) {
    findings.push(...findingsTo(search, target, named !== null, { up, down }));
  }
  return {
    university: view.projection.entities.id(university),
    findings: inOrder(findings),
    ...explored(search, [up, down], holdings?.explored ?? 0),
    truncated: truncations(view, [up, down, holdings]),
  };
}

/** Counted flags for a view and a selection: shared by all questions that agree on both. */
export function flagsFor(view: View, terms: Pick<ExposureTermsOf, "flags">): CountedFlags {
  const known = COUNTED.get(view) ?? new Map<string, CountedFlags>();
  COUNTED.set(view, known);
  const key = JSON.stringify(terms.flags);
  const flags = known.get(key) ?? new CountedFlags(view, terms.flags);
  if (known.size >= MOST_SELECTIONS) known.clear();
  known.set(key, flags);
  return flags;
}

const COUNTED = new WeakMap<View, Map<string, CountedFlags>>();
const MOST_SELECTIONS = 32;

/** The coarse walk from the counterparties; null where no channel asked for goes that way. */
function reachOf(search: Search, direction: WalkDirection, channels: readonly ChannelId[]): Reach | null {
  const asked = channels.filter((channel) => search.terms.channels.includes(channel));
  if (asked.length === 0) return null;
  const starts = new Map<number, number>();
  for (const channel of asked) {
    const contacts = channel === "PROGRAM" ? search.contacts.program : search.contacts.money;
    for (const [party, group] of contacts) {
      const fewest = Math.min(...group.map((contact) => contact.layers[0]?.hops ?? OUT_OF_REACH));
      starts.set(party, Math.min(fewest, starts.get(party) ?? OUT_OF_REACH));
    }
  }
  const { maxHops, hubLimit } = search.terms;
  return reachFrom(search.view, starts, { direction, maxHops, hubLimit, barred: search.institution.own });
}

/** The targets that a path may lead to, each once, by id. */
function targetsWithin(
  search: Search,
  named: readonly number[] | null,
  ...reaches: (Reach | null)[]
): number[] {
  const { own } = search.institution;
  if (named) return [...new Set(named)].filter((party) => !own.has(party)).sort((a, b) => a - b);
  const parties = new Set<number>();
  for (const reach of reaches) for (const party of reach?.parties ?? []) parties.add(party);
  for (const contacts of Object.values(search.contacts))
    for (const party of contacts.keys()) parties.add(party);
  return [...parties]
    .filter((party) => !own.has(party) && search.flags.makesTarget(party))
    .sort((a, b) => a - b);
}

interface Reaches {
  readonly up: Reach | null;
  readonly down: Reach | null;
}

function findingsTo(search: Search, target: number, isNamed: boolean, { up, down }: Reaches): Finding[] {
  const { channels } = search.terms;
  const none: Layers = new Map();
  const drafts: (Draft | null)[] = [];
  if (channels.includes("DIRECT")) drafts.push(direct(search, target));
  if (up && (channels.includes("SUBSIDIARY") || channels.includes("PROGRAM"))) {
    const chains = isReached(up, target) ? chainsWithin(search, target, "up", up) : none;
    if (channels.includes("SUBSIDIARY"))
      drafts.push(throughChains(search, "SUBSIDIARY", target, "up", chains));
    if (channels.includes("PROGRAM")) drafts.push(program(search, target, chains));
  }
  if (down && channels.includes("PARENT") && isReached(down, target)) {
    const draft = throughChains(search, "PARENT", target, "down", chainsWithin(search, target, "down", down));
    drafts.push(isNamed ? draft : parentsByDefault(search, draft, down));
  }
  return drafts.flatMap((draft) => (draft === null ? [] : [assembleFinding(search, draft)]));
}

function isReached(reach: Reach, party: number): boolean {
  return (reach.hops[party] ?? OUT_OF_REACH) !== OUT_OF_REACH;
}

/** Chains to a target through parties that the coarse walk reached early enough. */
function chainsWithin(search: Search, target: number, direction: WalkDirection, reach: Reach): Layers {
  const { maxHops, hubLimit } = search.terms;
  return chainsTo(search.view, target, {
    direction,
    maxHops: maxHops - 1,
    hubLimit,
    mayStand: (party, hops) => (reach.hops[party] as number) + hops <= maxHops,
  });
}

/** Money or research from the target itself. */
export function direct(search: Search, target: number): Draft | null {
  const contacts = search.contacts.money.get(target) ?? [];
  const transactions = timed(search, target, contacts, noChain(search.view.terms.validAt));
  const counterparties =
    transactions.length === 0 ? [] : [draftCounterparty(search, "DIRECT", target, transactions)];
  return draftOf(search, "DIRECT", target, counterparties, { target, direction: null, chains: new Map() });
}

/** Money or research from something on a chain of own+ to the target. */
export function throughChains(
  search: Search,
  channel: "SUBSIDIARY" | "PARENT",
  target: number,
  direction: WalkDirection,
  chains: Layers,
): Draft | null {
  const counterparties = behind(search, channel, target, search.contacts.money, chains);
  return draftOf(search, channel, target, counterparties, { target, direction, chains });
}

/** A program that one side backs and the other takes part in, or the target itself is the program. */
export function program(search: Search, target: number, chains: Layers): Draft | null {
  const here = noChain(search.view.terms.validAt);
  const self = [
    ...timed(search, target, search.contacts.program.get(target) ?? [], here),
    ...timed(search, target, search.contacts.membership.get(target) ?? [], here),
  ];
  const counterparties = [
    ...(self.length === 0 ? [] : [draftCounterparty(search, "PROGRAM", target, self)]),
    ...behind(search, "PROGRAM", target, search.contacts.program, chains),
  ];
  return draftOf(search, "PROGRAM", target, counterparties, { target, direction: "up", chains });
}

/** The counterparties from which a chain leads to the target, with the transactions that it lets in. */
function behind(
  search: Search,
  channel: ChannelId,
  target: number,
  contacts: ReadonlyMap<number, readonly Contact[]>,
  chains: Layers,
): DraftCounterparty[] {
  const found: DraftCounterparty[] = [];
  const add = (group: readonly Contact[], layers: readonly Layer[]) => {
    const transactions = timed(search, target, group, layers);
    if (transactions.length > 0) found.push(draftCounterparty(search, channel, target, transactions));
  };
  if (chains.size <= contacts.size) {
    for (const [party, layers] of chains) add(contacts.get(party) ?? [], layers);
  } else {
    for (const [party, group] of contacts) add(group, chains.get(party) ?? []);
  }
  return found;
}

function timed(
  search: Search,
  target: number,
  contacts: readonly Contact[],
  chain: readonly Layer[],
): TimedTransaction[] {
  const flags = search.flags.of(target);
  return contacts.flatMap(
    (contact) => timedTransaction(search.view, contact, chain, flags, search.terms.maxHops) ?? [],
  );
}

function draftOf(
  search: Search,
  channel: ChannelId,
  target: number,
  counterparties: readonly DraftCounterparty[],
  end: Draft["end"],
): Draft | null {
  if (counterparties.length === 0) return null;
  return { channel, target, flags: search.flags.of(target), end, counterparties };
}

function explored(search: Search, reaches: readonly (Reach | null)[], held: number) {
  const parties = new Set<number>(search.institution.parts.keys());
  let relations = held;
  for (const contacts of Object.values(search.contacts)) {
    for (const [party, group] of contacts) {
      parties.add(party);
      relations += group.length;
    }
  }
  for (const reach of reaches) {
    for (const party of reach?.parties ?? []) parties.add(party);
    relations += reach?.exploredRelations ?? 0;
  }
  return { exploredEntities: parties.size, exploredRelations: relations };
}

/** Where the search stopped short. */
function truncations(
  view: View,
  walks: readonly ({ readonly hubs: ReadonlyMap<number, number>; readonly goesOn: boolean } | null)[],
): Truncation[] {
  const hubs = new Map<number, number>();
  for (const walk of walks)
    for (const [party, claims] of walk?.hubs ?? []) hubs.set(party, Math.max(claims, hubs.get(party) ?? 0));
  const atHubs = [...hubs]
    .sort(([a], [b]) => a - b)
    .map(([party, claims]) => ({
      at: view.projection.entities.id(party),
      reason: "HUB_LIMIT" as const,
      skippedRelations: claims,
    }));
  const goesOn = walks.some((walk) => walk?.goesOn);
  return goesOn ? [...atHubs, { at: null, reason: "MAX_HOPS", skippedRelations: null }] : atHubs;
}
