import type { Day } from "../../domain/day.js";
import type { Holding } from "../../graph/days/clock.js";
import { within } from "../../graph/days/day-set.js";
import { runToCompletion } from "../../graph/run-to-completion.js";
import type { WalkDirection } from "../../graph/walk/hubs.js";
import type { ChannelId } from "../channels.js";
import type { Finding } from "../finding.js";
import { assembleFinding } from "../findings/assemble-finding.js";
import { draftOf } from "../findings/draft-findings.js";
import type { Admitted } from "../findings/transaction-timing.js";
import type { Contact } from "../transactions/contacts.js";
import type { Search } from "../transactions/search.js";
import type { DaysWithin } from "./days-reached.js";

/** Chains to a target, by where they lead from. */
export interface ChainsFrom {
  holdingFrom(party: number): Holding;
  /** Tells on which days chains of so many claims at most may hold. */
  daysWithin(hops: number): DaysWithin;
  /** The fewest claims of a chain that may hold on a day from `from` up to, not including, `until`; null: there is none. */
  fewestHops(party: number, from: Day, until: Day): number | null;
}

/** What ties a university to a target in one channel; `direction`: how the chains are walked, null where there are none. */
export interface Behind {
  readonly channel: ChannelId;
  readonly target: number;
  readonly chains: ChainsFrom;
  readonly direction: WalkDirection | null;
}

/**
 * The finding of a university that stands alone, of its transactions that some chain to the target lets in; null where
 * there are none. The chains are those that the walk back has found: nothing is walked for it.
 */
export function findingOfLone(
  search: Search,
  { channel, target, chains, direction }: Behind,
): Finding | null {
  const days = chains.daysWithin(search.terms.maxHops);
  const found = [...search.contacts.money.values()]
    .flat()
    .filter((contact) =>
      days.overlaps(contact.counterparty, contact.days.startEarliest, contact.days.endLatest),
    )
    .sort((a, b) => a.transaction - b.transaction)
    .map((contact) => admittedBy(chains, contact));
  const walked = direction && { direction, chains: { layers: new Map(), ways: null } };
  const draft = runToCompletion(draftOf(search, channel, target, found, walked));
  return draft && assembleFinding(search, draft);
}

function admittedBy(chains: ChainsFrom, contact: Contact): Admitted {
  const { counterparty, days } = contact;
  const { startEarliest, endLatest } = days;
  const holding = chains.holdingFrom(counterparty);
  return {
    contact,
    days,
    holding,
    common: within(holding.may, startEarliest, endLatest),
    // The claim of the transaction comes before the chain.
    hops: 1 + (chains.fewestHops(counterparty, startEarliest, endLatest) ?? 0),
  };
}
