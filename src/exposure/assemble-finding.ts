import { createHash } from "node:crypto";
import type { Day } from "../domain/day.js";
import { afterDecision } from "./after-decision.js";
import { bestPath } from "./best-path.js";
import type { ChannelId } from "./channels.js";
import { control } from "./control.js";
import type { CountedFlag } from "./counted-flags.js";
import { lastDay } from "./day-set.js";
import {
  type CounterpartyFinding,
  type DecisionCoverage,
  type Finding,
  type FlagTiming,
  TIMINGS,
  type Timing,
  type TransactionTiming,
  type Verdict,
} from "./finding.js";
import { once } from "./once.js";
import type { ChainEnd } from "./proofs.js";
import type { Search } from "./search.js";
import { roleOf, shownState } from "./timing.js";
import { type Summable, totalsOf } from "./totals.js";
import { flagTiming, lastDayTogether, lastStated, type TimedTransaction } from "./transaction-timing.js";
import { stronger, VERDICT_ORDER } from "./verdict.js";

/** A finding in the making: a channel, a target, and the transactions that reach it, by counterparty. */
export interface Draft {
  readonly channel: ChannelId;
  readonly target: number;
  readonly flags: readonly CountedFlag[];
  readonly end: ChainEnd;
  readonly counterparties: readonly DraftCounterparty[];
}

export interface DraftCounterparty {
  readonly party: number;
  readonly transactions: readonly TimedTransaction[];
  readonly asOf: Day;
  /** Worked out when it is asked for. */
  readonly control: Verdict;
}

/** The transactions with one counterparty, the day to judge its shares on, and control on that day. */
export function draftCounterparty(
  search: Search,
  channel: ChannelId,
  target: number,
  transactions: readonly TimedTransaction[],
): DraftCounterparty {
  const party = transactions[0]?.contact.counterparty ?? target;
  const asOf = lastDayTogether(transactions);
  const [above, below] = channel === "PARENT" ? [party, target] : [target, party];
  const controlled = once(() => control(search.view, above, below, asOf));
  return {
    party,
    transactions,
    asOf,
    get control() {
      return controlled();
    },
  };
}

/** Makes the finding of a draft. What costs a walk of its own (path, transactions with their texts) is made when asked for. */
export function assembleFinding(search: Search, draft: Draft): Finding {
  const { view } = search;
  const { entities } = view.projection;
  const timed = draft.counterparties.flatMap((each) => each.transactions);
  const dated = timed.filter((each) => !each.restsOnUnstatedEnd && each.timing !== "UNDATED");
  const telling = dated.length > 0 ? dated : timed;
  const university = entities.id(search.institution.university);
  const target = entities.id(draft.target);
  const counterparties = once(() =>
    [...draft.counterparties]
      .sort(
        (a, b) =>
          VERDICT_ORDER.indexOf(a.control) - VERDICT_ORDER.indexOf(b.control) ||
          fewest(a) - fewest(b) ||
          a.party - b.party,
      )
      .map((each) => counterpartyFinding(search, draft, each)),
  );
  const strongest = once(() => strongestControl(draft.counterparties));
  const totals = once(() => totalsOf(timed.map((each) => summable(search, each))));
  const path = once(() => bestPath(search, draft.end, timed));
  return {
    channel: draft.channel,
    university,
    target,
    get key() {
      return findingKey(university, draft.channel, target);
    },
    get counterparties() {
      return counterparties();
    },
    flags: draft.flags.map((flag, at) => flagOfFinding(flag, at, telling, view.terms.validAt)),
    timing: strongestTiming(telling.map((each) => each.timing)),
    restsOnUnstatedEnd: dated.length === 0 && timed.some((each) => each.restsOnUnstatedEnd),
    get totals() {
      return totals();
    },
    get control() {
      return strongest();
    },
    get path() {
      return path();
    },
    hops: Math.min(...timed.map((each) => each.hops)),
    transactionCount: new Set(timed.map((each) => each.contact.transaction)).size,
  };
}

/** Stable over questions and days. */
export function findingKey(university: string, channel: ChannelId, target: string): string {
  return createHash("sha256").update(`${university}\n${channel}\n${target}`).digest("hex").slice(0, 16);
}

export function strongestTiming(timings: readonly Timing[]): Timing {
  return TIMINGS.find((timing) => timings.includes(timing)) ?? "UNDATED";
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

function flagOfFinding(
  flag: CountedFlag,
  at: number,
  telling: readonly TimedTransaction[],
  validAt: Day,
): FlagTiming {
  return {
    flag: flag.record.flag.id,
    role: roleOf(flag),
    state: shownState(flag, validAt),
    timing: strongestTiming(telling.flatMap((each) => each.standings[at]?.timing ?? [])),
    flagState: null,
    days: null,
  };
}

function counterpartyFinding(search: Search, draft: Draft, each: DraftCounterparty): CounterpartyFinding {
  const path = once(() => bestPath(search, draft.end, each.transactions));
  return {
    counterparty: search.view.projection.entities.id(each.party),
    asOf: each.asOf,
    transactions: [...each.transactions]
      .sort((a, b) => byDate(search, a, b))
      .map((transaction) => transactionTiming(search, draft, transaction)),
    control: each.control,
    get path() {
      return path();
    },
  };
}

/** By the last possible day of the start, then the first, then the id; without a date last. */
function byDate(search: Search, a: TimedTransaction, b: TimedTransaction): number {
  const { relations } = search.view.projection;
  if (a.days.undated !== b.days.undated) return a.days.undated ? 1 : -1;
  const byDays = a.days.startLatest - b.days.startLatest || a.days.startEarliest - b.days.startEarliest;
  if (byDays !== 0) return byDays;
  return relations.id(a.contact.transaction) < relations.id(b.contact.transaction) ? -1 : 1;
}

function transactionTiming(search: Search, draft: Draft, transaction: TimedTransaction): TransactionTiming {
  const { view } = search;
  const { relations, entities } = view.projection;
  const { contact, strongest, standings } = transaction;
  return {
    relation: relations.id(contact.transaction),
    counterparty: entities.id(contact.counterparty),
    channel: draft.channel,
    target: entities.id(draft.target),
    asOf: lastDayTogether([transaction]),
    flag: strongest === null || transaction.timing === "UNDATED" ? null : strongest.flag.record.flag.id,
    timing: transaction.timing,
    flagState: strongest?.flagState ?? null,
    days: strongest?.days ?? null,
    ...(transaction.restsOnUnstatedEnd && {
      lastStated: lastStatedOf(search, draft, transaction),
    }),
    byFlag: standings.map((standing) => flagTiming(standing, view.terms.validAt)),
    afterDecision: decisionBefore(search, transaction),
    startEarliest: transaction.days.startEarliest,
    startLatest: transaction.days.startLatest,
    amount: relations.amount(contact.transaction),
    currency: relations.currency(contact.transaction),
  };
}

/** The university's own decision after which the transaction is dated, if any. */
function decisionBefore(
  { view, decisions }: Search,
  { contact, days, common }: TimedTransaction,
): DecisionCoverage | null {
  if (decisions.length === 0) return null;
  return afterDecision(view, decisions, {
    counterparty: contact.counterparty,
    days,
    day: lastDay(common) as Day,
  });
}

/** L of a transaction, over the paths to all counterparties that share it. */
function lastStatedOf(search: Search, draft: Draft, { contact, common }: TimedTransaction): Day | null {
  const shared = draft.counterparties
    .flatMap((each) => each.transactions)
    .filter((each) => each.contact.transaction === contact.transaction);
  const options = { ...search.terms, hops: null, days: common };
  return lastStated(search.view, search.institution, shared, draft.end, options);
}

/** What totals are made of, without the texts of a transaction. */
function summable(search: Search, transaction: TimedTransaction): Summable {
  const { relations } = search.view.projection;
  const { contact, timing } = transaction;
  return {
    relation: contact.transaction,
    timing,
    amount: relations.amount(contact.transaction),
    currency: relations.currency(contact.transaction),
    afterDecision: decisionBefore(search, transaction),
  };
}
