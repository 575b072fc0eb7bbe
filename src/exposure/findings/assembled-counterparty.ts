import { byStartDays } from "../../domain/claim-order.js";
import type { Day } from "../../domain/day.js";
import type { EntityId } from "../../domain/entity.js";
import type { Verdict } from "../../domain/verdict.js";
import { join, lastDay, NO_DAYS } from "../../graph/days/day-set.js";
import type { Path } from "../../graph/paths/path.js";
import type { CounterpartyFinding, DecisionCoverage, TransactionTiming } from "../finding.js";
import { afterDecision } from "../transactions/after-decision.js";
import type { FindingContext } from "../transactions/search.js";
import { bestPath } from "./best-path.js";
import type { Draft, DraftCounterparty } from "./draft.js";
import {
  type Admitted,
  flagTiming,
  lastDayTogether,
  lastStated,
  type TimedTransaction,
} from "./transaction-timing.js";

/** What a finding says of one counterparty. The path is made when asked for. */
export class AssembledCounterparty implements CounterpartyFinding {
  readonly counterparty: EntityId;
  readonly asOf: Day;
  readonly transactions: readonly TransactionTiming[];
  readonly control: Verdict;
  private readonly search: FindingContext;
  private readonly draft: Draft;
  private readonly drafted: DraftCounterparty;
  private knownPath: Path | null = null;

  constructor(search: FindingContext, draft: Draft, drafted: DraftCounterparty) {
    this.counterparty = search.view.projection.entities.id(drafted.party);
    this.asOf = drafted.asOf;
    this.transactions = [...drafted.transactions]
      .sort((a, b) => byDate(search, a, b))
      .map((transaction) => transactionTiming(search, draft, transaction));
    this.control = drafted.control;
    this.search = search;
    this.draft = draft;
    this.drafted = drafted;
  }

  get path(): Path {
    this.knownPath ??= bestPath(this.search, this.draft.end, this.drafted.transactions);
    return this.knownPath;
  }
}

/** By the last possible day of the start, then the first, then the id; without a date last. */
function byDate(search: FindingContext, a: TimedTransaction, b: TimedTransaction): number {
  const { relations } = search.view.projection;
  if (a.days.undated !== b.days.undated) return a.days.undated ? 1 : -1;
  const byDays = byStartDays(a.days, b.days);
  if (byDays !== 0) return byDays;
  return relations.id(a.contact.transaction) < relations.id(b.contact.transaction) ? -1 : 1;
}

function transactionTiming(
  search: FindingContext,
  draft: Draft,
  transaction: TimedTransaction,
): TransactionTiming {
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
    undated: transaction.days.undated,
    startEarliest: transaction.days.startEarliest,
    startLatest: transaction.days.startLatest,
    amount: relations.amount(contact.transaction),
    amountQualifier: relations.amountQualifier(contact.transaction),
    amountPer: relations.amountPer(contact.transaction),
    payment: relations.payment(contact.transaction),
    currency: relations.currency(contact.transaction),
  };
}

/** The university's own decision after which the transaction is dated, if any. */
export function decisionBefore(
  { view, decisions }: FindingContext,
  { contact, days, common }: Admitted,
): DecisionCoverage | null {
  if (decisions.length === 0) return null;
  return afterDecision(view, decisions, {
    counterparty: contact.counterparty,
    days,
    day: lastDay(common) as Day,
  });
}

/** L of a transaction, over the paths to all counterparties that share it. */
function lastStatedOf(search: FindingContext, draft: Draft, { contact }: TimedTransaction): Day | null {
  const shared = draft.counterparties
    .flatMap((each) => each.transactions)
    .filter((each) => each.contact.transaction === contact.transaction);
  const days = shared.map((each) => each.common).reduce(join, NO_DAYS);
  const options = { hops: null, days, ...search.terms };
  return lastStated(search.view, search.institution, shared, draft.end, options);
}
