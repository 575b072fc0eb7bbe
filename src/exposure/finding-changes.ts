import type { Differences } from "./differs.js";
import type { Finding, TransactionTiming } from "./finding.js";
import { rulesDiffer } from "./rules-differ.js";
import { sharesDiffer } from "./shares-differ.js";

/** In what a finding differs between two answers. */
export const FINDING_CHANGES = ["TIMING", "CONTROL", "RULE", "SHARE", "AMOUNT", "FLAG_STATE"] as const;
export type FindingChange = (typeof FINDING_CHANGES)[number];

/**
 * In what two answers differ about one finding. TIMING and AMOUNT are compared transaction by transaction, CONTROL
 * and SHARE counterparty by counterparty; a flag that came or went is a change of FLAG_STATE, a transaction that came
 * or went one of AMOUNT.
 */
export function findingChanges(
  before: Finding,
  after: Finding,
  differences: Differences,
): readonly FindingChange[] {
  return FINDING_CHANGES.filter((change) => {
    if (change === "RULE") return rulesDiffer(before, after, differences);
    if (change === "SHARE") return sharesDiffer(before, after, differences);
    return !isSame(ASPECTS[change](before), ASPECTS[change](after));
  });
}

/** What of a finding each change compares. */
const ASPECTS: Record<Exclude<FindingChange, "RULE" | "SHARE">, (finding: Finding) => unknown> = {
  TIMING: (finding) => [
    finding.timing,
    finding.restsOnUnstatedEnd,
    byId(finding, ({ timing, days }) => [timing, days]),
  ],
  CONTROL: (finding) => [
    finding.control,
    finding.counterparties.map(({ counterparty, control }) => [counterparty, control]).sort(),
  ],
  AMOUNT: (finding) => byId(finding, ({ amount }) => amount),
  FLAG_STATE: (finding) => [
    finding.flags.map(({ flag, state }) => [flag, state]),
    byId(finding, ({ flagState }) => flagState),
  ],
};

/** Something of each transaction, by its id. */
function byId(finding: Finding, of: (transaction: TransactionTiming) => unknown): unknown {
  const all = finding.counterparties.flatMap((each) => each.transactions);
  return all
    .map((transaction) => [transaction.relation, transaction.counterparty, of(transaction)])
    .sort((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
