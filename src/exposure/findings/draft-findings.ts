import type { BfsWays, Layer, Layers } from "../../graph/walk/bfs-layers.js";
import type { WalkDirection } from "../../graph/walk/hubs.js";
import type { ChannelId } from "../channels.js";
import { ChainEnd } from "../proof/proofs.js";
import { economicShare, type FindingEnds, isCertainlyBelow } from "../shares/economic-share.js";
import { type Contact, noChain } from "../transactions/contacts.js";
import type { FindingContext, Search } from "../transactions/search.js";
import { Draft } from "./draft.js";
import { type Admitted, admitted, lastDayTogether, timedTransactions } from "./transaction-timing.js";

/** Which of the contacts behind counterparties above a target count; null: all, as for a named target. */
export type ParentsCounted = {
  counted(target: number, found: readonly Admitted[]): Generator<void, readonly Admitted[]>;
} | null;

/** Ownership chains to a target: for each counterparty, when one holds. */
interface Chains {
  readonly layers: Layers;
  /** The ways by which walks have found them, where these were kept. */
  readonly ways: BfsWays | null;
}

/** The ownership chains behind a target as walked up to the target and down. */
export interface ChainsBehind {
  readonly up: Chains;
  readonly down: Chains;
}

/** The findings in the making to one target, but for HOLDING; in steps. */
export function* draftsTo(
  search: Search,
  target: number,
  chains: ChainsBehind,
  parents: ParentsCounted,
): Generator<void, readonly Draft[]> {
  const { channels } = search.terms;
  const money = ({ layers }: Chains) => behind(search, search.contacts.money, layers);
  const up = { direction: "up", chains: chains.up } as const;
  const down = { direction: "down", chains: chains.down } as const;
  const below = channels.includes("PARENT") ? money(chains.down) : [];
  const above = parents === null ? below : yield* parents.counted(target, below);
  const drafts = [
    channels.includes("DIRECT")
      ? yield* directDraft(search, target, search.contacts.money.get(target) ?? NO_CONTACTS)
      : null,
    channels.includes("SUBSIDIARY")
      ? yield* draftOf(search, "SUBSIDIARY", target, money(chains.up), up)
      : null,
    channels.includes("PARENT") ? yield* draftOf(search, "PARENT", target, above, down) : null,
    channels.includes("PROGRAM") ? yield* program(search, target, chains.up) : null,
  ];
  return drafts.filter((draft) => draft !== null);
}

const NO_CONTACTS: readonly Contact[] = [];

/** DIRECT: money or research from the target itself. */
function* directDraft(
  search: Search,
  target: number,
  contacts: readonly Contact[],
): Generator<void, Draft | null> {
  if (contacts.length === 0) return null;
  const found = admittedAll(search, contacts, noChain(search.view.terms.validAt));
  return yield* draftOf(search, "DIRECT", target, found, null);
}

/** A program that one side backs and the other takes part in, or the target itself is the program. */
function* program(search: Search, target: number, chains: Chains): Generator<void, Draft | null> {
  const { contacts, view } = search;
  if (contacts.program.size === 0 && contacts.membership.size === 0) return null;
  const here = noChain(view.terms.validAt);
  const found = [
    ...admittedAll(search, contacts.program.get(target) ?? [], here),
    ...admittedAll(search, contacts.membership.get(target) ?? [], here),
    ...behind(search, contacts.program, chains.layers),
  ];
  return yield* draftOf(search, "PROGRAM", target, found, { direction: "up", chains });
}

/** The contacts from whose counterparties a chain leads to the target, as far as it lets them in. */
function behind(
  search: Search,
  contacts: ReadonlyMap<number, readonly Contact[]>,
  chains: Layers,
): Admitted[] {
  search.view.budget.spend(1 + Math.min(chains.size, contacts.size));
  if (chains.size === 0) return [];
  const found: Admitted[] = [];
  for (const party of (chains.size <= contacts.size ? chains : contacts).keys()) {
    const chain = chains.get(party);
    if (chain !== undefined) addAdmitted(found, search, contacts.get(party) ?? [], chain);
  }
  return found;
}

/** The contacts with a counterparty, as far as a chain lets them in. */
export function admittedAll(
  search: Search,
  contacts: readonly Contact[],
  chain: readonly Layer[],
): Admitted[] {
  const all: Admitted[] = [];
  addAdmitted(all, search, contacts, chain);
  return all;
}

function addAdmitted(
  all: Admitted[],
  search: Search,
  contacts: readonly Contact[],
  chain: readonly Layer[],
): void {
  for (const contact of contacts) {
    const each = admitted(contact, chain, search.terms.maxHops);
    if (each !== null) all.push(each);
  }
}

/**
 * A finding in the making of the contacts that belong to it; null where there are none. `walked`: the chains behind them.
 */
export function* draftOf(
  search: FindingContext,
  channel: ChannelId,
  target: number,
  found: readonly Admitted[],
  walked: { readonly direction: WalkDirection; readonly chains: Chains } | null,
): Generator<void, Draft | null> {
  if (found.length === 0) return null;
  const contacts = yield* withShare(search, { channel, target }, found);
  if (contacts.length === 0) return null;
  const flags = search.flags.of(target);
  const transactions = timedTransactions(search.view, contacts, flags);
  const ways = walked?.chains.ways ?? null;
  const end = new ChainEnd(search.view, target, walked?.direction ?? null, {
    hubLimit: search.terms.hubLimit,
    barred: search.institution.own,
    found: ways === null ? null : { layers: walked?.chains.layers ?? NO_LAYERS, ways },
  });
  return new Draft(search.view, channel, end, { flags, transactions });
}

const NO_LAYERS: Layers = new Map();

/** Leaves out the counterparties of which the target's share is certainly below minShare on the day of its shares. */
function* withShare(
  { view, terms }: FindingContext,
  ends: Pick<FindingEnds, "channel" | "target">,
  contacts: readonly Admitted[],
): Generator<void, readonly Admitted[]> {
  const { minShare } = terms;
  if (minShare === undefined) return contacts;
  const parties = new Set(contacts.map(({ contact }) => contact.counterparty));
  const kept = new Set<number>();
  for (const counterparty of parties) {
    const asOf = lastDayTogether(contacts.filter(({ contact }) => contact.counterparty === counterparty));
    const share = yield* economicShare(view, { counterparty, ...ends }, asOf);
    if (!isCertainlyBelow(share, minShare)) kept.add(counterparty);
  }
  return contacts.filter(({ contact }) => kept.has(contact.counterparty));
}
