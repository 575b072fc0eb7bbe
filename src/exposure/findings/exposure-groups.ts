import type { EntityId } from "../../domain/entity.js";
import type { Verdict } from "../../domain/verdict.js";
import type { View } from "../../graph/view.js";
import { stronger } from "../../ownership/control/verdict.js";
import type { ExposureTotal, Finding, Timing } from "../finding.js";
import { totalsOf } from "../transactions/totals.js";
import { timingRank } from "./finding-order.js";
import { targetGroupInSteps } from "./target-group.js";

/** Findings as a reader wants them: one entry for a group of targets; each gift once in `totals`. */
export interface ExposureGroup {
  readonly group: EntityId;
  /** The strongest of its findings that are not repeats. */
  readonly timing: Timing;
  readonly control: Verdict;
  readonly totals: readonly ExposureTotal[];
  readonly findings: readonly Finding[];
  /** Findings whose transactions all stand in earlier findings of the group: the same gifts, read again. */
  readonly repeats: readonly Finding[];
}

/** Findings by the group of their target, in the order of their first finding; in steps. */
export function* exposureGroups(
  view: View,
  findings: readonly Finding[],
): Generator<void, readonly ExposureGroup[]> {
  const membersOf = new Map<EntityId, Finding[]>();
  for (const finding of findings) {
    yield;
    const group = yield* groupOf(view, finding);
    const members = membersOf.get(group);
    if (members === undefined) membersOf.set(group, [finding]);
    else members.push(finding);
  }
  const groups: ExposureGroup[] = [];
  for (const [group, members] of membersOf) {
    yield;
    groups.push(groupedFindings(group, members));
  }
  return groups;
}

/** The target group of a finding; in steps. */
export function* groupOf(view: View, finding: Finding): Generator<void, EntityId> {
  const { entities } = view.projection;
  const target = view.partyOf(entities.indexOf(finding.target));
  return entities.id(yield* targetGroupInSteps(view, target, view.terms.validAt));
}

function groupedFindings(group: EntityId, members: readonly Finding[]): ExposureGroup {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const repeats: Finding[] = [];
  for (const finding of members) {
    const transactions = transactionsOf(finding).map((transaction) => transaction.relation);
    const isRepeat = transactions.length > 0 && transactions.every((transaction) => seen.has(transaction));
    (isRepeat ? repeats : findings).push(finding);
    for (const transaction of transactions) seen.add(transaction);
  }
  return {
    group,
    timing: strongestTimingOf(findings),
    control: findings.map((finding) => finding.control).reduce(stronger, "NO"),
    totals: totalsOf(members.flatMap(transactionsOf)),
    findings,
    repeats,
  };
}

/** The strongest by the order of findings: what rests on an unstated end comes after BEFORE. */
function strongestTimingOf(findings: readonly Finding[]): Timing {
  return findings.reduce((best, finding) => (timingRank(finding) < timingRank(best) ? finding : best)).timing;
}

function transactionsOf(finding: Finding) {
  return finding.counterparties.flatMap((counterparty) => counterparty.transactions);
}
