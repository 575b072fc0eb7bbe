import type { View } from "../projection/view.js";
import { assembleFinding, type Draft, draftCounterparty } from "./assemble-finding.js";
import type { ChannelId } from "./channels.js";
import { type Contact, noChain } from "./contacts.js";
import { flagsFor } from "./counted-flags.js";
import { findHoldings } from "./find-holdings.js";
import type { Exposures, Finding, Truncation } from "./finding.js";
import { inOrder } from "./finding-order.js";
import type { WalkDirection } from "./hubs.js";
import type { Layer, Layers } from "./layers.js";
import { chainsTo } from "./own-chains.js";
import { parentsByDefault } from "./parents-by-default.js";
import type { ChainEnd } from "./proofs.js";
import type { ExposureTermsOf } from "./question.js";
import { OUT_OF_REACH, type Reach, reachFrom } from "./reach.js";
import { partyOfId, type Search, searchFrom } from "./search.js";
import { type Admitted, admitted, type TimedTransaction, timedTransactions } from "./transaction-timing.js";

/**
 * What a university is exposed to: every finding of the grammar (EXPOSURE sections 1 to 3), in order.
 *
 * First a coarse walk from the counterparties finds which targets own+ leads to at all, then each target is walked back
 * from, day by day, within what the coarse walk reached. So cost follows the neighbourhood, not the graph.
 *
 * @throws BAD_USER_INPUT for an id that is not in the graph.
 */
export function findExposures(view: View, terms: ExposureTermsOf): Exposures {
  const asked = askedOf(view, terms);
  const net = netOf(asked.search);
  const holdings = terms.channels.includes("HOLDING") ? findHoldings(asked.search, asked.named) : null;
  const targets = targetsWithin(asked, net);
  const findings = [
    ...(holdings?.findings ?? []),
    ...targets.flatMap((target) => findingsTo(asked, target, net)),
  ];
  return {
    university: view.projection.entities.id(asked.search.institution.university),
    findings: inOrder(findings),
    ...explored(asked.search, [net.up, net.down], holdings?.explored ?? 0),
    truncated: truncations(view, [net.up, net.down, holdings]),
  };
}

/**
 * Whether a finding of the question is there in a view: the same channel to the same target. `net` may be that of a
 * view with more claims and the same parties.
 */
export function hasFinding(
  view: View,
  terms: ExposureTermsOf,
  finding: Pick<Finding, "channel" | "target">,
  net?: Net,
): boolean {
  const asked = askedOf(view, { ...terms, channels: [finding.channel] });
  const target = partyOfId(view, finding.target, "target");
  const isAsked = asked.named ? asked.named.includes(target) : asked.search.flags.makesTarget(target);
  if (!isAsked || asked.search.institution.own.has(target)) return false;
  if (finding.channel === "HOLDING") return findHoldings(asked.search, [target]).findings.length > 0;
  return findingsTo(asked, target, net ?? netOf(asked.search)).length > 0;
}

/** A question about a university with what is worked out once. */
interface Asked {
  readonly search: Search;
  /** Parties of the named targets; null where none is named. */
  readonly named: readonly number[] | null;
}

function askedOf(view: View, terms: ExposureTermsOf): Asked {
  const university = partyOfId(view, terms.university, "university");
  const named = terms.targets?.map((id) => partyOfId(view, id, "targets")) ?? null;
  return { named, search: searchFrom(view, university, terms, flagsFor(view, terms.flags)) };
}

/** What the coarse walk reached, up and down. */
export interface Net {
  readonly up: Reach | null;
  readonly down: Reach | null;
}

function netOf(search: Search): Net {
  return { up: reachOf(search, "up", ["SUBSIDIARY", "PROGRAM"]), down: reachOf(search, "down", ["PARENT"]) };
}

/** The net of a question, for asking it again in views with fewer claims. */
export function netFor(view: View, terms: ExposureTermsOf): Net {
  return netOf(askedOf(view, terms).search);
}

function findingsTo({ search, named }: Asked, target: number, net: Net): readonly Finding[] {
  const chains = {
    up: chainsWithin(search, target, "up", net.up),
    down: chainsWithin(search, target, "down", net.down),
  };
  return draftsTo(search, target, chains).flatMap((draft) => {
    const kept = draft.channel === "PARENT" && !named ? parentsByDefault(search, draft, net.down) : draft;
    return kept ? [assembleFinding(search, kept)] : [];
  });
}

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
function targetsWithin({ search, named }: Asked, net: Net): number[] {
  const { own } = search.institution;
  const parties = new Set<number>(named ?? []);
  if (!named) {
    for (const reach of [net.up, net.down]) for (const party of reach?.parties ?? []) parties.add(party);
    for (const contacts of Object.values(search.contacts))
      for (const party of contacts.keys()) parties.add(party);
  }
  const isTarget = (party: number) => named !== null || search.flags.makesTarget(party);
  return [...parties].filter((party) => !own.has(party) && isTarget(party)).sort((a, b) => a - b);
}

/** The chains of own+ behind a target, as walked up to it and down to it. */
export interface ChainsBehind {
  readonly up: Layers;
  readonly down: Layers;
}

/** The findings in the making to one target, but for HOLDING. PARENT is as for a named target. */
export function draftsTo(search: Search, target: number, chains: ChainsBehind): readonly Draft[] {
  const { channels } = search.terms;
  const drafts = [
    channels.includes("DIRECT") ? direct(search, target) : null,
    channels.includes("SUBSIDIARY") ? throughChains(search, "SUBSIDIARY", target, "up", chains.up) : null,
    channels.includes("PARENT") ? throughChains(search, "PARENT", target, "down", chains.down) : null,
    channels.includes("PROGRAM") ? program(search, target, chains.up) : null,
  ];
  return drafts.flatMap((draft) => draft ?? []);
}

/** Chains to a target through parties that the coarse walk reached early enough. */
function chainsWithin(search: Search, target: number, direction: WalkDirection, reach: Reach | null): Layers {
  if (reach === null || reach.hops[target] === OUT_OF_REACH) return new Map();
  const { maxHops, hubLimit } = search.terms;
  return chainsTo(search.view, target, {
    direction,
    maxHops: maxHops - 1,
    hubLimit,
    mayStand: (party, hops) => (reach.hops[party] as number) + hops <= maxHops,
  });
}

/** Money or research from the target itself. */
function direct(search: Search, target: number): Draft | null {
  const here = noChain(search.view.terms.validAt);
  const contacts = admittedAll(search, search.contacts.money.get(target) ?? [], here);
  return draftOf(search, "DIRECT", target, contacts, { target, direction: null, chains: new Map() });
}

/** Money or research from something on a chain of own+ to the target. */
function throughChains(
  search: Search,
  channel: "SUBSIDIARY" | "PARENT",
  target: number,
  direction: WalkDirection,
  chains: Layers,
): Draft | null {
  const contacts = behind(search, search.contacts.money, chains);
  return draftOf(search, channel, target, contacts, { target, direction, chains });
}

/** A program that one side backs and the other takes part in, or the target itself is the program. */
function program(search: Search, target: number, chains: Layers): Draft | null {
  const { contacts, view } = search;
  const here = noChain(view.terms.validAt);
  const found = [
    ...admittedAll(search, contacts.program.get(target) ?? [], here),
    ...admittedAll(search, contacts.membership.get(target) ?? [], here),
    ...behind(search, contacts.program, chains),
  ];
  return draftOf(search, "PROGRAM", target, found, { target, direction: "up", chains });
}

/** The contacts from whose counterparties a chain leads to the target, as far as it lets them in. */
function behind(
  search: Search,
  contacts: ReadonlyMap<number, readonly Contact[]>,
  chains: Layers,
): Admitted[] {
  const parties = chains.size <= contacts.size ? chains.keys() : contacts.keys();
  return [...parties].flatMap((party) =>
    admittedAll(search, contacts.get(party) ?? [], chains.get(party) ?? []),
  );
}

function admittedAll(search: Search, contacts: readonly Contact[], chain: readonly Layer[]): Admitted[] {
  return contacts.flatMap((contact) => admitted(search.view, contact, chain, search.terms.maxHops) ?? []);
}

function draftOf(
  search: Search,
  channel: ChannelId,
  target: number,
  contacts: readonly Admitted[],
  end: ChainEnd,
): Draft | null {
  if (contacts.length === 0) return null;
  const flags = search.flags.of(target);
  const groups = new Map<number, TimedTransaction[]>();
  for (const transaction of timedTransactions(search.view, contacts, flags)) {
    const { counterparty } = transaction.contact;
    groups.set(counterparty, [...(groups.get(counterparty) ?? []), transaction]);
  }
  const counterparties = [...groups.values()].map((group) =>
    draftCounterparty(search, channel, target, group),
  );
  return { channel, target, flags, end, counterparties };
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
