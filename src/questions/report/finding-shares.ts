import type { EntityId } from "../../domain/entity.js";
import type { MoneyRange } from "../../domain/money.js";
import type { Share } from "../../domain/share.js";
import type { CounterpartyFinding, Finding, TransactionTiming } from "../../exposure/finding.js";
import { economicShare, type FindingEnds } from "../../exposure/shares/economic-share.js";
import { lookThrough } from "../../exposure/shares/look-through.js";
import { partyOfId } from "../../exposure/transactions/search.js";
import { distinctTransactions } from "../../exposure/transactions/totals.js";
import type { View } from "../../graph/view.js";
import type { IntegratedShare } from "../../ownership/integrated-ownership/integrated-ownership.js";
import { ownershipRule, RULE_VERDICT_ORDER, type RuleVerdict } from "../../ownership/rules/ownership-rule.js";
import type { Regime } from "../../ownership/rules/regimes.js";
import { requireEntities } from "../arguments/known-ids.js";
import { inTurns } from "../in-turns.js";
import { flaggedParties, type RuleAnswer, ruleAnswer } from "../ownership-rule.js";
import { requireFraction } from "../require.js";

/** Shares and rules of a finding; each is worked out when it is asked for. */
export interface FindingShares {
  /** The target's economic share of a counterparty on its asOf (in PARENT: the counterparty's of the target). */
  economicShare(counterparty: CounterpartyFinding, precision?: number): Promise<IntegratedShare>;
  /** What a rule says of a counterparty on its asOf. `flagged` null: the parties on the regime's lists. */
  rule(
    counterparty: CounterpartyFinding,
    regime: Regime,
    flagged: readonly EntityId[] | null,
  ): Promise<RuleAnswer>;
  /** The strongest over counterparties. */
  ruleVerdict(regime: Regime, flagged: readonly EntityId[] | null): Promise<RuleVerdict>;
  /** Of the target, of the counterparty (in PARENT: of the counterparty, of the target), on the transaction's own day. */
  transactionShare(transaction: TransactionTiming, precision?: number): Promise<IntegratedShare>;
  /** Concurrent money times the target's economic share of its payer; DIRECT and SUBSIDIARY only, else empty. */
  lookThrough(): Promise<readonly MoneyRange[]>;
}

/** @throws BAD_USER_INPUT (of `rule` and `ruleVerdict`) for a flagged party that is not in the graph. */
export function findingShares(view: View, finding: Finding): FindingShares {
  const ruleTerms = (
    { counterparty, asOf }: CounterpartyFinding,
    regime: Regime,
    flagged: readonly EntityId[] | null,
  ) => {
    requireEntities(view.projection, "flagged", flagged);
    const company = partyOfId(view, counterparty, "counterparty");
    return { regime, company, day: asOf, flagged: flaggedParties(view, flagged) };
  };
  const { channel, target } = finding;
  return {
    economicShare: ({ counterparty, asOf }, precision) =>
      shareBetween(view, { channel, target, counterparty, asOf }, precision),
    rule: (counterparty, regime, flagged) => ruleAnswer(view, ruleTerms(counterparty, regime, flagged)),
    ruleVerdict: async (regime, flagged) => {
      const verdicts: RuleVerdict[] = [];
      for (const counterparty of finding.counterparties) {
        const terms = ruleTerms(counterparty, regime, flagged);
        verdicts.push((await inTurns(ownershipRule(view, terms))).verdict);
      }
      return RULE_VERDICT_ORDER.find((verdict) => verdicts.includes(verdict)) ?? "NO";
    },
    transactionShare: (transaction, precision) => transactionShare(view, transaction, precision),
    lookThrough: async () => {
      if (finding.channel !== "DIRECT" && finding.channel !== "SUBSIDIARY") return [];
      const transactions = distinctTransactions(finding.counterparties.flatMap((each) => each.transactions));
      const shares = new Map<TransactionTiming, Share | null>();
      for (const each of transactions) shares.set(each, (await transactionShare(view, each)).share);
      return lookThrough(transactions, (each) => shares.get(each) ?? null);
    },
  };
}

/** Of the target of the finding that gives the timing, of the counterparty, on the transaction's own day. */
export function transactionShare(
  view: View,
  transaction: TransactionTiming,
  precision?: number,
): Promise<IntegratedShare> {
  return shareBetween(view, transaction, precision);
}

function shareBetween(
  view: View,
  between: Pick<TransactionTiming, "channel" | "target" | "counterparty" | "asOf">,
  precision?: number,
): Promise<IntegratedShare> {
  const ends: FindingEnds = {
    channel: between.channel,
    target: partyOfId(view, between.target, "target"),
    counterparty: partyOfId(view, between.counterparty, "counterparty"),
  };
  requireFraction("precision", precision);
  return inTurns(economicShare(view, ends, between.asOf, precision));
}
