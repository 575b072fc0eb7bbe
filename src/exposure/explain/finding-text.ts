import type { ClaimId } from "../../domain/claim.js";
import type { Response } from "../../domain/flag.js";
import type { Claim } from "../../domain/record.js";
import { CHANNELS } from "../channels.js";
import { type Finding, type RestsOn, TIMINGS, type TransactionTiming } from "../finding.js";
import { distinctTransactions } from "../transactions/totals.js";
import { Citations, cited, type NumberedCitation } from "./citations.js";
import { claimClause, responseToItWords } from "./claim-text.js";
import { cameLater, type FlagToTell, flagText } from "./flag-text.js";
import type { Names } from "./names.js";
import { opening, sentence } from "./sentence.js";
import { timingText } from "./timing-text.js";
import { totalsText } from "./totals-text.js";

/** Everything that a paragraph about a finding needs. */
export interface FindingToTell {
  readonly finding: Finding;
  readonly restsOn: RestsOn;
  readonly flags: readonly FlagToTell[];
  /** The claims of the path and of the transactions to tell, by id. */
  readonly claims: ReadonlyMap<ClaimId, Claim>;
  readonly decisions: ReadonlyMap<ClaimId, Claim>;
  /** The responses to a decision, in order of date. */
  readonly responsesTo: (decision: ClaimId) => readonly Response[];
  readonly names: Names;
}

/** So many transactions are told one by one; of more, that of the path and the strongest few, with the sums. */
const TOLD_SINGLY = 5;
const STRONGEST_TOLD = 3;

/** The transactions that a paragraph tells one by one, each once. */
export function transactionsToTell(finding: Finding): readonly TransactionTiming[] {
  const transactions = distinctTransactions(
    finding.counterparties.flatMap((counterparty) => counterparty.transactions),
  );
  if (transactions.length <= TOLD_SINGLY) return transactions;
  const onPath = new Set(finding.path.steps.map((step) => step.relation));
  const strongest = [...transactions]
    .sort(
      (a, b) =>
        Number(isFirm(b)) - Number(isFirm(a)) || TIMINGS.indexOf(a.timing) - TIMINGS.indexOf(b.timing),
    )
    .slice(0, STRONGEST_TOLD);
  return transactions.filter(
    (transaction) => onPath.has(transaction.relation) || strongest.includes(transaction),
  );
}

function isFirm(transaction: TransactionTiming): boolean {
  return transaction.lastStated === undefined && transaction.timing !== "UNDATED";
}

/** The ids of the relations that a paragraph tells. */
export function claimsToTell(finding: Finding): readonly ClaimId[] {
  const told = transactionsToTell(finding).map((transaction) => transaction.relation);
  return [...new Set([...finding.path.steps.map((step) => step.relation), ...told])];
}

/**
 * A finding as one paragraph: what it is, the chain of claims, the money, the flags with outcome and responses, the
 * university's own decision. Numbers in brackets cite; `citations` says what, in their order.
 */
export function findingText(told: FindingToTell): { text: string; citations: readonly NumberedCitation[] } {
  const citations = new Citations((source) => told.names.source(source) !== null);
  const sentences = [
    leadText(told),
    ...chainTexts(told, citations),
    ...moneyTexts(told, citations),
    ...told.flags.map((flag) => flagText(flag, told.names, citations)),
    ...decisionTexts(told, citations),
    ...controlTexts(told),
    ...statusTexts(told),
  ];
  return { text: sentences.join(" "), citations: citations.list };
}

function leadText({ finding, names }: FindingToTell): string {
  const university = names.entity(finding.university) ?? finding.university;
  const target = names.entity(finding.target) ?? finding.target;
  return `${university} and ${target}: ${CHANNELS[finding.channel].label}.`;
}

function chainTexts({ finding, claims, names }: FindingToTell, citations: Citations): string[] {
  const shown = new Set(finding.path.steps.map((step) => step.relation));
  return [...shown].flatMap((id) => {
    const claim = claims.get(id);
    return claim ? [cited(claimClause(claim, names), citations.of(claim))] : [];
  });
}

function moneyTexts(told: FindingToTell, citations: Citations): string[] {
  const { finding, claims, names } = told;
  const all = new Set(
    finding.counterparties.flatMap((each) => each.transactions).map((each) => each.relation),
  );
  if (all.size === 0) return [];
  const onPath = new Set(finding.path.steps.map((step) => step.relation));
  const singly = transactionsToTell(finding).flatMap((transaction) => {
    const claim = claims.get(transaction.relation);
    if (!claim) return [];
    const flag = told.flags.find(({ record }) => record.flag.id === transaction.flag);
    const openedFor = flag !== undefined && cameLater(flag) ? names.entity(flag.target) : null;
    const timing = timingText(transaction, names, { claim, openedFor });
    if (onPath.has(transaction.relation)) return [sentence(`In time this stands so: ${timing}`)];
    return [cited(`${claimClause(claim, names)}: ${timing}`, citations.of(claim))];
  });
  const totals = totalsText(finding.totals);
  const count = all.size === 1 ? "One transaction" : `${all.size} transactions`;
  const sum = totals === "" ? `${count} in all.` : `${count} in all: ${totals}.`;
  return [...singly, ...(all.size > 1 || totals !== "" ? [sum] : [])];
}

function decisionTexts(
  { finding, decisions, responsesTo, names }: FindingToTell,
  citations: Citations,
): string[] {
  const covered = new Map<ClaimId, boolean>();
  for (const { afterDecision } of finding.counterparties.flatMap((each) => each.transactions)) {
    if (afterDecision)
      covered.set(
        afterDecision.decision,
        (covered.get(afterDecision.decision) ?? false) || afterDecision.covers === "YES",
      );
  }
  return [...covered].flatMap(([id, certain]) => {
    const decision = decisions.get(id);
    if (!decision) return [];
    const words = certain
      ? "A transaction is dated after this"
      : "A transaction may be dated after, or fall under, this";
    return [
      cited(claimClause(decision, names), citations.of(decision)),
      `${words}; it may have been promised before.`,
      ...responsesTo(id).map((response) =>
        cited(opening(responseToItWords(response, names)), citations.of(response)),
      ),
    ];
  });
}

function controlTexts({ finding, names }: FindingToTell): string[] {
  if (finding.channel === "DIRECT") return [];
  const target = names.entity(finding.target) ?? finding.target;
  return finding.counterparties.flatMap((each) => {
    if (each.counterparty === finding.target) return [];
    const counterparty = names.entity(each.counterparty) ?? each.counterparty;
    const [above, below] = finding.channel === "PARENT" ? [counterparty, target] : [target, counterparty];
    if (each.control === "YES")
      return [sentence(`On the known votes and statements ${above} controls ${below}`)];
    if (each.control === "NO")
      return [`${above} does not control ${below} on the known votes and statements.`];
    return [`Whether ${above} controls ${below} is undetermined.`];
  });
}

function statusTexts({ restsOn }: FindingToTell): string[] {
  if (restsOn === "confirmed") return [];
  return [
    restsOn === "reported"
      ? "This finding rests on a reported claim."
      : "This finding rests on an allegation.",
  ];
}
