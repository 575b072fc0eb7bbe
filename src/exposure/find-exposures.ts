import type { View } from "../projection/view.js";
import { assembleFinding, type Draft, DraftCounterparty } from "./assemble-finding.js";
import type { ChannelId } from "./channels.js";
import { untilDay } from "./clock.js";
import { type Contact, noChain } from "./contacts.js";
import type { DaySet } from "./day-set.js";
import { economicShare, type FindingEnds, isCertainlyBelow } from "./economic-share.js";
import { HopsCounter } from "./fewest-hops.js";
import { findHoldings } from "./find-holdings.js";
import type { Exposures, Finding, Truncation } from "./finding.js";
import { inOrder } from "./finding-order.js";
import type { WalkDirection } from "./hubs.js";
import type { Layer, Layers } from "./layers.js";
import { leadsToFlagged } from "./leads-to-flagged.js";
import type { NotedLayers } from "./noted-layers.js";
import { chainsTo } from "./own-chains.js";
import { parentsByDefault } from "./parents-by-default.js";
import { chainEnd } from "./proofs.js";
import type { ExposureTermsOf } from "./question.js";
import { type Reach, reachFrom } from "./reach.js";
import { partyOfId, type Search, searchFor } from "./search.js";
import { type Admitted, admitted, lastDayTogether, timedTransactions } from "./transaction-timing.js";

/**
 * What a university is exposed to: every finding of the grammar (EXPOSURE sections 1 to 3), in order.
 *
 * From each counterparty own+ is walked on the days of its transactions only, so that cost follows the neighbourhood,
 * not the graph; every target met is a finding in the making.
 *
 * @throws BAD_USER_INPUT for an id that is not in the graph.
 */
export function findExposures(view: View, terms: ExposureTermsOf): Exposures {
  const asked = askedOf(view, terms);
  const net = netOf(asked);
  const holdings = terms.channels.includes("HOLDING") ? findHoldings(asked.search, asked.named) : null;
  const targets = targetsWithin(asked, net);
  const findings = targets.flatMap((target) => findingsTo(asked, target, chainsOf(net, target), net));
  return {
    university: view.projection.entities.id(asked.search.institution.university),
    findings: inOrder([...findings, ...(holdings?.findings ?? [])]),
    ...explored(asked.search, net, holdings?.explored ?? 0),
    truncated: truncations(view, [net.up, net.down, holdings]),
  };
}

/**
 * Whether a finding of the question is there in a view: the same channel to the same target. `net` may be that of a
 * view with more claims and the same parties: then only the target is walked back from, within the net.
 */
export function hasFinding(
  view: View,
  terms: ExposureTermsOf,
  finding: Pick<Finding, "channel" | "target">,
  net?: Net,
): boolean {
  const asked = askedOf(view, { ...terms, channels: [finding.channel] });
  const target = partyOfId(view, finding.target, "target");
  if (!asked.isTarget(target)) return false;
  if (finding.channel === "HOLDING") return findHoldings(asked.search, [target]).findings.length > 0;
  const within = net ?? netOf(asked);
  const all = { days: untilDay(view.terms.validAt).may, maxHops: terms.maxHops };
  const chains = {
    up: { layers: chainsWithin(asked.search, target, within.up, all), notes: null },
    down: { layers: chainsWithin(asked.search, target, within.down, all), notes: null },
  };
  return findingsTo(asked, target, chains, within).length > 0;
}

/** A question about a university with what is worked out once. */
interface Asked {
  readonly search: Search;
  /** Parties of the named targets; null where none is named. */
  readonly named: readonly number[] | null;
  /** Whether a finding may be on a party. */
  readonly isTarget: (party: number) => boolean;
}

function askedOf(view: View, terms: ExposureTermsOf): Asked {
  const named = terms.targets?.map((id) => partyOfId(view, id, "targets")) ?? null;
  const search = searchFor(view, terms);
  const { flags, institution } = search;
  const asked = named && new Set(named);
  const isTarget = (party: number) =>
    (asked ? asked.has(party) : flags.makesTarget(party)) && !institution.own.has(party);
  return { named, search, isTarget };
}

/** Where own+ leads from the counterparties, up and down. */
export interface Net {
  readonly up: Reach;
  readonly down: Reach;
}

function netOf({ search, named, isTarget }: Asked): Net {
  const { channels } = search.terms;
  const up = [
    ...(channels.includes("SUBSIDIARY") ? [search.contacts.money] : []),
    ...(channels.includes("PROGRAM") ? [search.contacts.program] : []),
  ];
  const down = channels.includes("PARENT") ? [search.contacts.money] : [];
  const mayLead = (direction: WalkDirection) => {
    const leads = named ? () => true : leadsToFlagged(search.view, direction);
    return () => leads;
  };
  return {
    up: reachFrom(search, up, { direction: "up", isEnd: isTarget, mayLead: mayLead("up") }),
    down: reachFrom(search, down, { direction: "down", isEnd: isTarget, mayLead: mayLead("down") }),
  };
}

/** The net of a question, for asking it again in views with fewer claims. */
export function netFor(view: View, terms: ExposureTermsOf): Net {
  return netOf(askedOf(view, terms));
}

/** The chains of a net to a target. */
export function chainsOf({ up, down }: Net, target: number): ChainsBehind {
  const noted = ({ ends, notes }: Reach) => ({ layers: ends.get(target) ?? new Map(), notes });
  return { up: noted(up), down: noted(down) };
}

function findingsTo(asked: Asked, target: number, chains: ChainsBehind, net: Net): readonly Finding[] {
  return keptDrafts(asked, target, chains, net).map((draft) => assembleFinding(asked.search, draft));
}

/** A finding in the making, with the search that found it. */
export interface FoundDraft {
  readonly search: Search;
  readonly draft: Draft;
}

/**
 * Finds one finding of a question again, for what is asked of it later. Null for HOLDING, which has no transactions, and
 * where there is no such finding.
 */
export function findDraft(
  view: View,
  terms: ExposureTermsOf,
  finding: Pick<Finding, "channel" | "target">,
): FoundDraft | null {
  const asked = askedOf(view, { ...terms, channels: [finding.channel] });
  const target = partyOfId(view, finding.target, "target");
  if (asked.search.institution.own.has(target)) return null;
  const net = netOf(asked);
  const [draft] = keptDrafts(asked, target, chainsOf(net, target), net);
  return draft ? { search: asked.search, draft } : null;
}

function keptDrafts(
  { search, named }: Asked,
  target: number,
  chains: ChainsBehind,
  net: Net,
): readonly Draft[] {
  const parents = named
    ? EVERY_PARENT
    : (found: readonly Admitted[]) => parentsByDefault(search, target, found, net.down);
  return draftsTo(search, target, chains, parents);
}

/** Which of the contacts behind counterparties above the target count. */
type ParentsCounted = (found: readonly Admitted[]) => readonly Admitted[];

/** As for a named target. */
export const EVERY_PARENT: ParentsCounted = (found) => found;

/** Chains to a target through parties that the counterparties reach early enough, for every party on them. */
function chainsWithin(
  search: Search,
  target: number,
  reach: Reach,
  { days, maxHops }: { days: DaySet; maxHops: number },
): Layers {
  if (!reach.hops.has(target)) return new Map();
  return chainsTo(search.view, target, {
    direction: reach.direction,
    days,
    maxHops: maxHops - 1,
    hubLimit: search.terms.hubLimit,
    mayStand: (party, hops) => {
      const before = reach.hops.get(party);
      return before !== undefined && before + hops <= maxHops;
    },
  });
}

/** The targets that a path may lead to, each once, by id. */
function targetsWithin({ search, named, isTarget }: Asked, net: Net): number[] {
  const { money, program, membership } = search.contacts;
  const met = named ?? [
    ...net.up.ends.keys(),
    ...net.down.ends.keys(),
    ...money.keys(),
    ...program.keys(),
    ...membership.keys(),
  ];
  return [...new Set(met)].filter(isTarget).sort((a, b) => a - b);
}

/** Chains of own+ to a target: for each counterparty, when one holds. */
interface Chains {
  readonly layers: Layers;
  /** Where the walks that found them have noted them; null: nowhere. */
  readonly notes: NotedLayers | null;
}

/** The chains of own+ behind a target as walked up to the target and down. */
export interface ChainsBehind {
  readonly up: Chains;
  readonly down: Chains;
}

/** The findings in the making to one target, but for HOLDING. */
export function draftsTo(
  search: Search,
  target: number,
  chains: ChainsBehind,
  parents: ParentsCounted,
): readonly Draft[] {
  const { channels } = search.terms;
  const money = ({ layers }: Chains) => behind(search, search.contacts.money, layers);
  const up = { direction: "up", chains: chains.up } as const;
  const down = { direction: "down", chains: chains.down } as const;
  const drafts = [
    channels.includes("DIRECT") ? direct(search, target) : null,
    channels.includes("SUBSIDIARY") ? draftOf(search, "SUBSIDIARY", target, money(chains.up), up) : null,
    channels.includes("PARENT") ? draftOf(search, "PARENT", target, parents(money(chains.down)), down) : null,
    channels.includes("PROGRAM") ? program(search, target, chains.up) : null,
  ];
  return drafts.flatMap((draft) => draft ?? []);
}

/** Money or research from the target itself. */
function direct(search: Search, target: number): Draft | null {
  const here = noChain(search.view.terms.validAt);
  const contacts = admittedAll(search, search.contacts.money.get(target) ?? [], here);
  return draftOf(search, "DIRECT", target, contacts, null);
}

/** A program that one side backs and the other takes part in, or the target itself is the program. */
function program(search: Search, target: number, chains: Chains): Draft | null {
  const { contacts, view } = search;
  const here = noChain(view.terms.validAt);
  const found = [
    ...admittedAll(search, contacts.program.get(target) ?? [], here),
    ...admittedAll(search, contacts.membership.get(target) ?? [], here),
    ...behind(search, contacts.program, chains.layers),
  ];
  return draftOf(search, "PROGRAM", target, found, { direction: "up", chains });
}

/** The contacts from whose counterparties a chain leads to the target, as far as it lets them in. */
function behind(
  search: Search,
  contacts: ReadonlyMap<number, readonly Contact[]>,
  chains: Layers,
): Admitted[] {
  search.view.budget.spend(1 + Math.min(chains.size, contacts.size));
  const parties = chains.size <= contacts.size ? chains.keys() : contacts.keys();
  return [...parties].flatMap((party) =>
    admittedAll(search, contacts.get(party) ?? [], chains.get(party) ?? []),
  );
}

function admittedAll(search: Search, contacts: readonly Contact[], chain: readonly Layer[]): Admitted[] {
  const all: Admitted[] = [];
  for (const contact of contacts) {
    const each = admitted(contact, chain, search.terms.maxHops);
    if (each !== null) all.push(each);
  }
  return all;
}

function draftOf(
  search: Search,
  channel: ChannelId,
  target: number,
  found: readonly Admitted[],
  walked: { readonly direction: WalkDirection; readonly chains: Chains } | null,
): Draft | null {
  if (found.length === 0) return null;
  const contacts = withShare(search, { channel, target }, found);
  if (contacts.length === 0) return null;
  const flags = search.flags.of(target);
  const transactions = timedTransactions(search.view, contacts, flags);
  const counterparties = new Map<number, DraftCounterparty>();
  for (const transaction of transactions) {
    const { counterparty } = transaction.contact;
    const known = counterparties.get(counterparty);
    const group = known ?? new DraftCounterparty(search.view, { channel, target }, counterparty);
    if (!known) counterparties.set(counterparty, group);
    group.transactions.push(transaction);
  }
  const { hubLimit } = search.terms;
  const notes = walked?.chains.notes ?? null;
  const end = chainEnd(search.view, target, walked?.direction ?? null, {
    hubLimit,
    barred: search.institution.own,
    noted: notes === null ? null : { layers: walked?.chains.layers ?? new Map(), notes },
  });
  return { channel, target, flags, end, transactions, counterparties: [...counterparties.values()] };
}

/** Leaves out the counterparties of which the target's share is certainly below minShare on the day of its shares. */
function withShare(
  { view, terms }: Search,
  ends: Pick<FindingEnds, "channel" | "target">,
  contacts: readonly Admitted[],
): readonly Admitted[] {
  const { minShare } = terms;
  if (minShare === undefined) return contacts;
  const parties = new Set(contacts.map(({ contact }) => contact.counterparty));
  const kept = [...parties].filter((counterparty) => {
    const asOf = lastDayTogether(contacts.filter(({ contact }) => contact.counterparty === counterparty));
    return !isCertainlyBelow(economicShare(view, { ...ends, counterparty }, asOf), minShare);
  });
  return contacts.filter(({ contact }) => kept.includes(contact.counterparty));
}

function explored({ view, institution, contacts }: Search, { up, down }: Net, held: number) {
  const met = HopsCounter.for(view.projection.entities);
  met.wipe();
  for (const { hops } of [up, down]) for (const party of hops.parties) met.add(party, 1);
  let entities = institution.parts.size + met.size;
  let relations = held + up.exploredRelations + down.exploredRelations;
  for (const groups of Object.values(contacts)) {
    for (const [party, group] of groups) {
      if (!met.has(party)) entities += 1;
      relations += group.length;
    }
  }
  return { exploredEntities: entities, exploredRelations: relations };
}

/** Where the search stopped short. */
function truncations(
  view: View,
  walks: readonly ({ readonly hubs: ReadonlyMap<number, number>; readonly goesOn: boolean } | null)[],
): Truncation[] {
  const hubs = new Map<number, number>();
  for (const walk of walks) {
    for (const [party, claims] of walk?.hubs ?? []) hubs.set(party, Math.max(claims, hubs.get(party) ?? 0));
  }
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
