import type { Day } from "../../domain/day.js";
import type { Verdict } from "../../domain/verdict.js";
import type { CountedFlag } from "../../graph/flags/counted-flags.js";
import type { View } from "../../graph/view.js";
import { control, controlInSteps } from "../../ownership/control/control.js";
import type { ChannelId } from "../channels.js";
import type { ChainEnd } from "../proof/proofs.js";
import { lastDayTogether, type TimedTransaction } from "./transaction-timing.js";

/** A finding in the making: a channel, a target, and the transactions that reach it, by counterparty. */
export class Draft {
  readonly channel: ChannelId;
  readonly target: number;
  readonly flags: readonly CountedFlag[];
  readonly end: ChainEnd;
  readonly transactions: readonly TimedTransaction[];
  private readonly view: View;
  private knownCounterparties: readonly DraftCounterparty[] | null = null;

  constructor(view: View, channel: ChannelId, end: ChainEnd, timed: Timed) {
    this.view = view;
    this.channel = channel;
    this.target = end.target;
    this.end = end;
    this.flags = timed.flags;
    this.transactions = timed.transactions;
  }

  /** In the order of their first transaction; put together when they are asked for. */
  get counterparties(): readonly DraftCounterparty[] {
    this.knownCounterparties ??= this.byCounterparty();
    return this.knownCounterparties;
  }

  private byCounterparty(): readonly DraftCounterparty[] {
    const [first, second] = this.transactions;
    if (first !== undefined && second === undefined)
      return [new DraftCounterparty(this.view, this, first.contact.counterparty, this.transactions)];
    const groups = new Map<number, TimedTransaction[]>();
    for (const transaction of this.transactions) {
      const { counterparty } = transaction.contact;
      const group = groups.get(counterparty);
      if (group) group.push(transaction);
      else groups.set(counterparty, [transaction]);
    }
    return Array.from(groups, ([party, group]) => new DraftCounterparty(this.view, this, party, group));
  }
}

/** Transactions, measured against the flags of their target. */
interface Timed {
  readonly flags: readonly CountedFlag[];
  readonly transactions: readonly TimedTransaction[];
}

/** The transactions with one counterparty; the day to judge its shares on, and control on that day, when asked for. */
export class DraftCounterparty {
  readonly party: number;
  readonly transactions: readonly TimedTransaction[];
  /** Whose control of whom is judged. */
  readonly controller: number;
  readonly company: number;
  private readonly view: View;
  private knownDay: Day | null = null;
  private knownControl: Verdict | null = null;

  constructor(
    view: View,
    { channel, target }: Pick<Draft, "channel" | "target">,
    party: number,
    transactions: readonly TimedTransaction[],
  ) {
    this.view = view;
    this.party = party;
    this.transactions = transactions;
    this.controller = channel === "PARENT" ? party : target;
    this.company = channel === "PARENT" ? target : party;
  }

  get asOf(): Day {
    this.knownDay ??= lastDayTogether(this.transactions);
    return this.knownDay;
  }

  get control(): Verdict {
    this.knownControl ??= control(this.view, this.controller, this.company, this.asOf);
    return this.knownControl;
  }

  set control(verdict: Verdict) {
    this.knownControl = verdict;
  }
}

/**
 * Judges control for all findings, in steps: of one company on one day after the other, so that who stands above it is
 * worked out once for all who ask.
 */
export function* judgeControl(view: View, drafts: readonly Draft[]): Generator<void, void> {
  const judged: { readonly counterparty: DraftCounterparty; readonly asOf: Day }[] = [];
  for (const draft of drafts) {
    for (const counterparty of draft.counterparties) judged.push({ counterparty, asOf: counterparty.asOf });
    yield;
  }
  judged.sort((a, b) => a.counterparty.company - b.counterparty.company || a.asOf - b.asOf);
  for (const { counterparty, asOf } of judged) {
    const { controller, company } = counterparty;
    counterparty.control = yield* controlInSteps(view, controller, company, asOf);
    yield;
  }
}
