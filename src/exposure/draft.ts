import type { Day } from "../domain/day.js";
import type { View } from "../projection/view.js";
import type { ChannelId } from "./channels.js";
import { control } from "./control.js";
import type { CountedFlag } from "./counted-flags.js";
import type { Verdict } from "./finding.js";
import type { ChainEnd } from "./proofs.js";
import { lastDayTogether, type TimedTransaction } from "./transaction-timing.js";

/** A finding in the making: a channel, a target, and the transactions that reach it, by counterparty. */
export interface Draft {
  readonly channel: ChannelId;
  readonly target: number;
  readonly flags: readonly CountedFlag[];
  readonly end: ChainEnd;
  readonly transactions: readonly TimedTransaction[];
  /** In the order of their first transaction; put together when they are asked for. */
  readonly counterparties: readonly DraftCounterparty[];
}

/** The transactions with one counterparty; the day to judge its shares on, and control on that day, when asked for. */
export class DraftCounterparty {
  readonly party: number;
  readonly transactions: readonly TimedTransaction[];
  private readonly view: View;
  private readonly ends: Pick<Draft, "channel" | "target">;
  private knownControl: Verdict | null = null;

  constructor(
    view: View,
    ends: Pick<Draft, "channel" | "target">,
    party: number,
    transactions: readonly TimedTransaction[],
  ) {
    this.view = view;
    this.ends = ends;
    this.party = party;
    this.transactions = transactions;
  }

  get asOf(): Day {
    return lastDayTogether(this.transactions);
  }

  get control(): Verdict {
    const { channel, target } = this.ends;
    const [above, below] = channel === "PARENT" ? [this.party, target] : [target, this.party];
    this.knownControl ??= control(this.view, above, below, this.asOf);
    return this.knownControl;
  }
}
