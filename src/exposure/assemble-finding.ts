import { createHash } from "node:crypto";
import type { Day } from "../domain/day.js";
import { afterDecision } from "./after-decision.js";
import { bestPath } from "./best-path.js";
import type { ChannelId } from "./channels.js";
import { lastDay } from "./day-set.js";
import type { Draft, DraftCounterparty } from "./draft.js";
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
import type { Search } from "./search.js";
import { roleOf, shownState } from "./timing.js";
import { type Summable, totalsOf } from "./totals.js";
import { flagTiming, lastDayTogether, lastStated, type TimedTransaction } from "./transaction-timing.js";
import { stronger, VERDICT_ORDER } from "./verdict.js";

/** Makes the finding of a draft. What costs a walk of its own (path, transactions with their texts) is made when asked for. */
export function assembleFinding(search: Search, draft: Draft): Finding {
  const { view } = search;
  const { entities } = view.projection;
  const { transactions: timed } = draft;
  const { isDated, timing, hops } = outline(timed);
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
  const flags = once(() => flagsOfFinding(draft, isDated ? timed.filter(tells) : timed, view.terms.validAt));
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
    get flags() {
      return flags();
    },
    timing,
    restsOnUnstatedEnd: !isDated && timed.some((each) => each.restsOnUnstatedEnd),
    get totals() {
      return totals();
    },
    get control() {
      return strongest();
    },
    get path() {
      return path();
    },
    hops,
    transactionCount:
      draft.channel === "PROGRAM"
        ? new Set(timed.map((each) => each.contact.transaction)).size
        : timed.length,
  };
}

/** Whether a transaction speaks for the timing of its finding, where any does: dated, and not on an unstated end only. */
function tells(transaction: TimedTransaction): boolean {
  return !transaction.restsOnUnstatedEnd && transaction.timing !== "UNDATED";
}

/** What the order of findings needs to know of transactions. */
interface Outline {
  /** Whether any of them speaks for the timing. */
  readonly isDated: boolean;
  readonly timing: Timing;
  readonly hops: number;
}

function outline(timed: readonly TimedTransaction[]): Outline {
  let strongest: number = TIMINGS.length;
  let hops = Number.POSITIVE_INFINITY;
  const isDated = timed.some(tells);
  for (const each of timed) {
    if (!isDated || tells(each)) strongest = Math.min(strongest, TIMINGS.indexOf(each.timing));
    hops = Math.min(hops, each.hops);
  }
  return { isDated, timing: TIMINGS[strongest] ?? "UNDATED", hops };
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
  const { contact, standings } = transaction;
  const strongest = transaction.strongestAmong(standings);
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
