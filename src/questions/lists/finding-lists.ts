import type { Verdict } from "../../domain/verdict.js";
import { CHANNEL_IDS, type ChannelId } from "../../exposure/channels.js";
import type { Finding, Timing, TransactionTiming } from "../../exposure/finding.js";
import type { ExposureGroup } from "../../exposure/findings/exposure-groups.js";
import { timingRank } from "../../exposure/findings/finding-order.js";
import { distinctTransactions } from "../../exposure/transactions/totals.js";
import { VERDICT_ORDER } from "../../ownership/control/verdict.js";
import type { ExposedUniversity } from "../exposed-universities.js";
import { type List, type ListOrder, listed, type SortKey } from "../pagination.js";
import { requireSome } from "../require.js";

/** The lists of an answer, in the order that the engine gave them, with the keys that make it. */

export interface FindingFilter {
  readonly channels?: readonly ChannelId[] | null | undefined;
  readonly timing?: Timing | null | undefined;
  readonly control?: Verdict | null | undefined;
}

export function findingList(findings: readonly Finding[], filter: FindingFilter): List<Finding> {
  const { channels, timing, control } = filter;
  requireSome("channels", channels);
  const items = findings.filter(
    (finding) =>
      (channels == null || channels.includes(finding.channel)) &&
      (timing == null || finding.timing === timing) &&
      (control == null || finding.control === control),
  );
  return { items, order: FINDING_ORDER };
}

export interface TransactionFilter {
  readonly timing?: Timing | null | undefined;
  /** True: only those dated after the university's own decision; false: only the others. */
  readonly afterDecision?: boolean | null | undefined;
}

export function transactionList(
  transactions: readonly TransactionTiming[],
  { timing, afterDecision }: TransactionFilter,
): List<TransactionTiming> {
  const items = transactions.filter(
    (transaction) =>
      (timing == null || transaction.timing === timing) &&
      (afterDecision == null || (transaction.afterDecision !== null) === afterDecision),
  );
  return { items, order: TRANSACTION_ORDER };
}

/** Of transactions that several findings rest on each once, under its strongest timing, in order of date. */
export function distinctInOrder<Transaction extends TransactionTiming>(
  transactions: readonly Transaction[],
): readonly Transaction[] {
  return listed(distinctTransactions(transactions), TRANSACTION_ORDER).items;
}

export function groupList(items: readonly ExposureGroup[]): List<ExposureGroup> {
  return { items, order: GROUP_ORDER };
}

export function exposedList(items: readonly ExposedUniversity[]): List<ExposedUniversity> {
  return { items, order: EXPOSED_ORDER };
}

function findingKey(finding: Finding): SortKey {
  return [
    VERDICT_ORDER.indexOf(finding.control),
    timingRank(finding),
    finding.hops,
    -finding.transactionCount,
    finding.target,
    CHANNEL_IDS.indexOf(finding.channel),
    finding.university,
  ];
}

/** The key of the first of some findings; every group and every exposed university has one. */
function firstKey(findings: readonly Finding[]): SortKey {
  return findings[0] ? findingKey(findings[0]) : [];
}

const FINDING_ORDER: ListOrder<Finding> = { name: "finding", key: findingKey };
const TRANSACTION_ORDER: ListOrder<TransactionTiming> = {
  name: "transaction",
  key: ({ undated, startLatest, startEarliest, relation }) => [
    undated ? 1 : 0,
    startLatest,
    startEarliest,
    relation,
  ],
};
const GROUP_ORDER: ListOrder<ExposureGroup> = {
  name: "group",
  key: ({ findings, group }) => [...firstKey(findings), group],
};
const EXPOSED_ORDER: ListOrder<ExposedUniversity> = {
  name: "exposed",
  key: ({ transactions, university }) => [-transactions, university],
};
