import type { Day } from "../domain/day.js";
import { decisionBefore } from "./assembled-counterparty.js";
import { bestPath } from "./best-path.js";
import type { ChannelId } from "./channels.js";
import { type Holding, untilDay } from "./clock.js";
import { within } from "./day-set.js";
import type { Draft } from "./draft.js";
import { draftOf } from "./draft-findings.js";
import type { ExposureTotal, Path, Timing } from "./finding.js";
import type { WalkDirection } from "./hubs.js";
import { Outline } from "./outline.js";
import { type PartyReceipts, partyReceipts } from "./party-receipts.js";
import { ChainEnd } from "./proofs.js";
import type { Asked } from "./search.js";
import { Totals } from "./totals.js";
import { type Admitted, overallTiming } from "./transaction-timing.js";

/** Chains to a target, by where they lead from. */
export interface ChainsFrom {
  holdingFrom(party: number): Holding;
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

/** The receipts of a university that belong to a finding, in the order of the tables, with their timing. */
export class ReceiptsLetIn {
  readonly receipts: number[] = [];
  readonly outline = new Outline();
  private readonly hops: number[] = [];
  private readonly timings: Timing[] = [];
  private readonly asked: Asked;
  private readonly behind: Behind;
  private readonly all: PartyReceipts;

  constructor(asked: Asked, behind: Behind) {
    this.asked = asked;
    this.behind = behind;
    this.all = partyReceipts(asked.view);
    this.gather();
    this.time();
  }

  /** First of all, alone: what it reads lies far apart, and with little else to do many reads run at once. */
  private gather(): void {
    const { all, receipts, hops, behind } = this;
    const { view, institution } = this.asked;
    const { university } = institution;
    const { chains } = behind;
    const end = all.offsets[university + 1] as number;
    const begin = all.offsets[university] as number;
    view.budget.spend(end - begin);
    for (let receipt = begin; receipt < end; receipt += 1) {
      const payer = all.payer(receipt);
      const found = chains.fewestHops(payer, all.startEarliest(receipt), all.endLatest(receipt));
      if (found === null || payer === university || !view.has(all.claim(receipt))) continue;
      receipts.push(receipt);
      hops.push(1 + found);
    }
  }

  private time(): void {
    const { all, receipts, hops, behind } = this;
    const { terms, flags } = this.asked;
    const measure = { flags: flags.of(behind.target), validAt: terms.validAt };
    for (let at = 0; at < receipts.length; at += 1) {
      const receipt = receipts[at] as number;
      const holding = behind.chains.holdingFrom(all.payer(receipt));
      const { timing, restsOnUnstatedEnd } = overallTiming(all.days(receipt), holding, measure);
      this.timings.push(timing);
      this.outline.add({ timing, restsOnUnstatedEnd, hops: hops[at] as number });
    }
  }

  /** The same with a transaction of its own for each, as all other findings are made of. */
  draft(): Draft | null {
    const { channel, target, direction } = this.behind;
    const walked = direction && { direction, chains: { layers: new Map(), notes: null } };
    const admitted = this.receipts.map((_, at) => this.admittedAt(at));
    return draftOf(this.asked, channel, target, admitted, walked);
  }

  private admittedAt(at: number): Admitted {
    const { all } = this;
    const receipt = this.receipts[at] as number;
    const payer = all.payer(receipt);
    const days = all.days(receipt);
    const holding = this.behind.chains.holdingFrom(payer);
    const layers = [{ hops: 1, holding: untilDay(this.asked.terms.validAt) }];
    return {
      contact: { kind: "money", transaction: all.claim(receipt), counterparty: payer, days, layers },
      days,
      holding,
      common: within(holding.may, days.startEarliest, days.endLatest),
      hops: this.hops[at] as number,
    };
  }

  totals(): readonly ExposureTotal[] {
    const { all, receipts, timings } = this;
    const { decisions } = this.asked;
    const totals = new Totals();
    for (let at = 0; at < receipts.length; at += 1) {
      const receipt = receipts[at] as number;
      const currency = all.currency(receipt);
      if (currency === null) continue;
      const decision = decisions.length === 0 ? null : decisionBefore(this.asked, this.admittedAt(at));
      totals.add(currency, all.amount(receipt), timings[at] as Timing, decision);
    }
    return totals.byCurrency();
  }

  /** Made of the transactions with the fewest hops alone: no other is looked at for it. */
  path(): Path {
    const { asked, behind, hops, outline } = this;
    const { view, terms, institution } = asked;
    const { hubLimit } = terms;
    const end = new ChainEnd(view, behind.target, behind.direction, {
      hubLimit,
      barred: institution.own,
      noted: null,
    });
    const shortest = hops.flatMap((each, at) => (each === outline.hops ? [this.admittedAt(at)] : []));
    return bestPath(asked, end, shortest);
  }
}
