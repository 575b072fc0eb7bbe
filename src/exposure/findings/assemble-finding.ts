import { createHash } from "node:crypto";
import type { Day } from "../../domain/day.js";
import type { EntityId } from "../../domain/entity.js";
import type { Verdict } from "../../domain/verdict.js";
import type { Path } from "../../graph/paths/path.js";
import { stronger, VERDICT_ORDER } from "../../ownership/control/verdict.js";
import type { ChannelId } from "../channels.js";
import {
  type CounterpartyFinding,
  type ExposureTotal,
  type Finding,
  type FlagTiming,
  TIMINGS,
  type Timing,
} from "../finding.js";
import { fundingMoney } from "../transactions/funding-money.js";
import type { FindingContext } from "../transactions/search.js";
import { roleOf, shownState } from "../transactions/timing.js";
import { type Summable, Totals, totalsOf } from "../transactions/totals.js";
import { AssembledCounterparty, decisionBefore } from "./assembled-counterparty.js";
import { bestPath } from "./best-path.js";
import type { Draft, DraftCounterparty } from "./draft.js";
import { Outline, tells } from "./outline.js";
import type { TimedTransaction } from "./transaction-timing.js";

/** Makes the finding of a draft. */
export function assembleFinding(search: FindingContext, draft: Draft): Finding {
  return new AssembledFinding(search, draft);
}

/**
 * The finding of a draft. What costs a walk of its own (path, transactions with their texts) is made when asked for. A class:
 * an object that is written with getters has a shape of its own, which outlives what it shows until all memory is swept.
 */
class AssembledFinding implements Finding {
  readonly channel: ChannelId;
  readonly university: EntityId;
  readonly target: EntityId;
  readonly timing: Timing;
  readonly restsOnUnstatedEnd: boolean;
  readonly hops: number;
  readonly transactionCount: number;
  private readonly search: FindingContext;
  private readonly draft: Draft;
  private readonly isDated: boolean;
  private knownCounterparties: readonly CounterpartyFinding[] | null = null;
  private knownFlags: readonly FlagTiming[] | null = null;
  private knownTotals: readonly ExposureTotal[] | null = null;
  private knownControl: Verdict | null = null;
  private knownPath: Path | null = null;

  constructor(search: FindingContext, draft: Draft) {
    const { entities } = search.view.projection;
    const { transactions } = draft;
    const { isDated, timing, hops, restsOnUnstatedEnd } = Outline.of(transactions);
    this.channel = draft.channel;
    this.university = entities.id(search.institution.university);
    this.target = entities.id(draft.target);
    this.timing = timing;
    this.restsOnUnstatedEnd = restsOnUnstatedEnd;
    this.hops = hops;
    this.transactionCount =
      draft.channel === "PROGRAM"
        ? new Set(transactions.map((each) => each.contact.transaction)).size
        : transactions.length;
    this.search = search;
    this.draft = draft;
    this.isDated = isDated;
  }

  get key(): string {
    return findingKey(this.university, this.channel, this.target);
  }

  get counterparties(): readonly CounterpartyFinding[] {
    this.knownCounterparties ??= [...this.draft.counterparties]
      .sort(
        (a, b) =>
          VERDICT_ORDER.indexOf(a.control) - VERDICT_ORDER.indexOf(b.control) ||
          fewest(a) - fewest(b) ||
          a.party - b.party,
      )
      .map((each) => new AssembledCounterparty(this.search, this.draft, each));
    return this.knownCounterparties;
  }

  get flags(): readonly FlagTiming[] {
    this.knownFlags ??= flagsOfFinding(this.draft, this.telling, this.search.view.terms.validAt);
    return this.knownFlags;
  }

  /** The transactions that the timing goes by. */
  private get telling(): readonly TimedTransaction[] {
    const { transactions } = this.draft;
    return this.isDated ? transactions.filter(tells) : transactions;
  }

  get totals(): readonly ExposureTotal[] {
    const { channel, transactions } = this.draft;
    this.knownTotals ??=
      channel === "PROGRAM"
        ? totalsOf(transactions.map((each) => summable(this.search, each)))
        : totalsOfMoney(this.search, transactions);
    return this.knownTotals;
  }

  get control(): Verdict {
    this.knownControl ??= strongestControl(this.draft.counterparties);
    return this.knownControl;
  }

  get path(): Path {
    this.knownPath ??= bestPath(this.search, this.draft.end, this.draft.transactions);
    return this.knownPath;
  }
}

/** Stable over questions and days. */
export function findingKey(university: string, channel: ChannelId, target: string): string {
  return createHash("sha256").update(`${university}\n${channel}\n${target}`).digest("hex").slice(0, 16);
}

export function strongestTiming(timings: readonly Timing[]): Timing {
  return TIMINGS.find((timing) => timings.includes(timing)) ?? "NO_FLAG";
}

/** Looks no further than the first YES. */
function strongestControl(counterparties: readonly DraftCounterparty[]): Verdict {
  let strongest: Verdict = "NO";
  for (const each of counterparties) {
    strongest = stronger(strongest, each.control);
    if (strongest === "YES") break;
  }
  return strongest;
}

function fewest(draft: DraftCounterparty): number {
  return Math.min(...draft.transactions.map((each) => each.hops));
}

/** Every counted flag with the strongest of the telling transactions' timings against it. */
function flagsOfFinding(
  { flags }: Draft,
  telling: readonly TimedTransaction[],
  validAt: Day,
): readonly FlagTiming[] {
  const standings = telling.map((each) => each.standings);
  return flags.map((flag, at) => ({
    flag: flag.record.flag.id,
    role: roleOf(flag),
    state: shownState(flag, validAt),
    timing: strongestTiming(standings.flatMap((each) => each[at]?.timing ?? [])),
    flagState: null,
    days: null,
  }));
}

/** What totals are made of, without the texts of a transaction. */
function summable(search: FindingContext, transaction: TimedTransaction): Summable {
  const { relations } = search.view.projection;
  const { contact, timing } = transaction;
  return {
    relation: contact.transaction,
    timing,
    amount: relations.amount(contact.transaction),
    amountQualifier: relations.amountQualifier(contact.transaction),
    amountPer: relations.amountPer(contact.transaction),
    payment: relations.payment(contact.transaction),
    currency: relations.currency(contact.transaction),
    afterDecision: decisionBefore(search, transaction),
  };
}

/** The same of money and research, which have one counterparty each, so that none stands there twice. */
function totalsOfMoney(
  search: FindingContext,
  transactions: readonly TimedTransaction[],
): readonly ExposureTotal[] {
  const { relations } = search.view.projection;
  const totals = new Totals();
  for (const each of transactions) {
    const { transaction } = each.contact;
    const currency = relations.currency(transaction);
    if (currency === null) continue;
    totals.of(currency).add(fundingMoney(relations, transaction), each.timing, decisionBefore(search, each));
  }
  return totals.byCurrency();
}
