import type { Day } from "../../domain/day.js";
import { type Holding, untilDay } from "../../graph/days/clock.js";
import { within } from "../../graph/days/day-set.js";
import type { Path } from "../../graph/paths/path.js";
import type { WalkDirection } from "../../graph/walk/hubs.js";
import type { ChannelId } from "../channels.js";
import type { ExposureTotal, Timing } from "../finding.js";
import { decisionBefore } from "../findings/assembled-counterparty.js";
import { bestPath } from "../findings/best-path.js";
import type { Draft } from "../findings/draft.js";
import { draftOf } from "../findings/draft-findings.js";
import { Outline } from "../findings/outline.js";
import { type Admitted, overallTiming } from "../findings/transaction-timing.js";
import { ChainEnd } from "../proof/proofs.js";
import type { Asked } from "../transactions/search.js";
import { Totals } from "../transactions/totals.js";
import type { DaysWithin } from "./days-reached.js";
import { type PartyReceipts, partyReceipts } from "./party-receipts.js";

/** Chains to a target, by where they lead from. */
export interface ChainsFrom {
  /** The claims of the shortest that there may be. */
  readonly leastHops: number;
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

/** The receipts of a university that belong to a finding, in the order of the tables, with their timing. */
export class ReceiptsLetIn {
  readonly receipts: readonly number[];
  readonly outline = new Outline();
  /** Those with the fewest hops. */
  private readonly shortest: readonly number[];
  private readonly timings: readonly Timing[];
  private readonly asked: Asked;
  private readonly behind: Behind;
  private readonly all: PartyReceipts;

  constructor(asked: Asked, behind: Behind) {
    this.asked = asked;
    this.behind = behind;
    this.all = partyReceipts(asked.view);
    this.receipts = this.letIn();
    const { shortest, hops } = this.withFewestHops();
    this.shortest = shortest;
    this.timings = this.timed(hops);
  }

  /** First of all, alone: what it reads lies far apart, and with little else to do many reads run at once. */
  private letIn(): readonly number[] {
    const { all } = this;
    const { view, terms, institution } = this.asked;
    const { university } = institution;
    const days = this.behind.chains.daysWithin(terms.maxHops);
    const begin = all.offsets[university] as number;
    const end = all.offsets[university + 1] as number;
    view.budget.spend(end - begin);
    const receipts: number[] = [];
    for (let receipt = begin; receipt < end; receipt += 1) {
      const payer = all.payer(receipt);
      if (!days.overlaps(payer, all.startEarliest(receipt), all.endLatest(receipt))) continue;
      if (payer !== university && view.has(all.claim(receipt))) receipts.push(receipt);
    }
    return receipts;
  }

  /** Mostly the shortest chains that there may be let some in, and it need not be asked how long those to the others are. */
  private withFewestHops(): { readonly shortest: readonly number[]; readonly hops: number } {
    const { all, receipts } = this;
    const { chains } = this.behind;
    let claims = chains.leastHops;
    let shortest: readonly number[] = [];
    for (; receipts.length > 0 && shortest.length === 0; claims += 1) {
      const days = chains.daysWithin(claims);
      shortest = receipts.filter((receipt) =>
        days.overlaps(all.payer(receipt), all.startEarliest(receipt), all.endLatest(receipt)),
      );
    }
    // The claim of the transaction comes before the chain.
    return { shortest, hops: claims };
  }

  private timed(hops: number): readonly Timing[] {
    const { all, outline } = this;
    const { chains, target } = this.behind;
    const { terms, flags } = this.asked;
    const measure = { flags: flags.of(target), validAt: terms.validAt };
    return this.receipts.map((receipt) => {
      const holding = chains.holdingFrom(all.payer(receipt));
      const { timing, restsOnUnstatedEnd } = overallTiming(all.days(receipt), holding, measure);
      outline.add({ timing, restsOnUnstatedEnd, hops });
      return timing;
    });
  }

  /** The same with a transaction of its own for each, as all other findings are made of. */
  draft(): Draft | null {
    const { channel, target, direction } = this.behind;
    const walked = direction && { direction, chains: { layers: new Map(), ways: null } };
    const admitted = this.receipts.map((receipt) => this.admitted(receipt));
    return draftOf(this.asked, channel, target, admitted, walked);
  }

  private admitted(receipt: number): Admitted {
    const { all } = this;
    const { chains } = this.behind;
    const payer = all.payer(receipt);
    const days = all.days(receipt);
    const holding = chains.holdingFrom(payer);
    const layers = [{ hops: 1, holding: untilDay(this.asked.terms.validAt) }];
    return {
      contact: { kind: "money", transaction: all.claim(receipt), counterparty: payer, days, layers },
      days,
      holding,
      common: within(holding.may, days.startEarliest, days.endLatest),
      hops: 1 + (chains.fewestHops(payer, days.startEarliest, days.endLatest) ?? 0),
    };
  }

  totals(): readonly ExposureTotal[] {
    const { all, asked, timings } = this;
    const totals = new Totals();
    this.receipts.forEach((receipt, at) => {
      const currency = all.currency(receipt);
      if (currency === null) return;
      const decision = asked.decisions.length === 0 ? null : decisionBefore(asked, this.admitted(receipt));
      totals.of(currency).add(all.money(receipt), timings[at] as Timing, decision);
    });
    return totals.byCurrency();
  }

  /** Made of the transactions with the fewest hops alone: no other is looked at for it. */
  path(): Path {
    const { asked, behind } = this;
    const { view, terms, institution } = asked;
    const { hubLimit } = terms;
    const passing = { hubLimit, barred: institution.own, noted: null };
    const end = new ChainEnd(view, behind.target, behind.direction, passing);
    return bestPath(
      asked,
      end,
      this.shortest.map((receipt) => this.admitted(receipt)),
    );
  }
}
