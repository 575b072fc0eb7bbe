import type { FlagState } from "../../domain/flag.js";
import type { Finding, TransactionTiming } from "../finding.js";
import type { Differences } from "./differs.js";
import { rulesDiffer } from "./rules-differ.js";
import { sharesDiffer } from "./shares-differ.js";

/** In what a finding differs between two answers. */
export const FINDING_CHANGES = ["TIMING", "CONTROL", "RULE", "SHARE", "AMOUNT", "FLAG_STATE"] as const;
export type FindingChange = (typeof FINDING_CHANGES)[number];

/**
 * In what two answers differ about one finding; in steps. Of what both have, timing, money and state of the flag are compared
 * transaction by transaction, control, rules and shares counterparty by counterparty. A flag that came or went is a
 * change of FLAG_STATE, a transaction one of AMOUNT; in HOLDING, which has none, a counterparty one of SHARE. A
 * transaction that stands otherwise in time meets the flag on another day: what state it had then is no change of it.
 */
export function* findingChanges(
  before: Finding,
  after: Finding,
  differences: Differences,
): Generator<void, readonly FindingChange[]> {
  const changes: FindingChange[] = [];
  for (const change of FINDING_CHANGES)
    if (yield* changesIn(change, before, after, differences)) changes.push(change);
  return changes;
}

function* changesIn(
  change: FindingChange,
  before: Finding,
  after: Finding,
  differences: Differences,
): Generator<void, boolean> {
  if (change === "RULE") return yield* rulesDiffer(before, after, differences);
  const aspect = ASPECTS[change];
  if (!isSame(aspect(before, after), aspect(after, before))) return true;
  return change === "SHARE" && (yield* sharesDiffer(before, after, differences));
}

/** What of a finding each change compares, as far as the other finding has it too. */
const ASPECTS: Record<Exclude<FindingChange, "RULE">, (finding: Finding, other: Finding) => unknown> = {
  TIMING: (finding, other) => [
    finding.timing,
    finding.restsOnUnstatedEnd,
    byId(finding, ({ timing, days }) => [timing, days], other),
  ],
  CONTROL: (finding, other) => {
    const theirs = new Set(counterpartiesOf(other));
    const judged = finding.counterparties.filter(({ counterparty }) => theirs.has(counterparty));
    return [finding.control, judged.map(({ counterparty, control }) => [counterparty, control]).sort()];
  },
  SHARE: (finding) => finding.channel === "HOLDING" && counterpartiesOf(finding),
  AMOUNT: (finding) =>
    byId(finding, ({ amount, amountQualifier, amountPer, payment }) => [
      amount,
      amountQualifier,
      amountPer,
      payment,
    ]),
  FLAG_STATE: (finding, other) => [
    finding.flags.map(({ flag, state }) => [flag, state]),
    byId(finding, stateMet, other),
  ],
};

/** Something of each transaction, by its id; of those alone that another finding has too, if one is given. */
function byId(
  finding: Finding,
  of: (transaction: TransactionTiming, there: TransactionTiming | undefined) => unknown,
  other?: Finding,
): unknown {
  const theirs = other && new Map(transactionsOf(other).map((each) => [keyOf(each), each]));
  return transactionsOf(finding)
    .filter((transaction) => theirs?.has(keyOf(transaction)) ?? true)
    .map((transaction) => [keyOf(transaction), of(transaction, theirs?.get(keyOf(transaction)))] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The state of the flag that a transaction is timed by; null where it stands otherwise in time there. */
function stateMet(here: TransactionTiming, there: TransactionTiming | undefined): FlagState | null {
  return here.timing === there?.timing && here.days === there.days ? here.flagState : null;
}

function transactionsOf(finding: Finding): readonly TransactionTiming[] {
  return finding.counterparties.flatMap(({ transactions }) => transactions);
}

function keyOf({ relation, counterparty }: TransactionTiming): string {
  return `${relation} ${counterparty}`;
}

function counterpartiesOf(finding: Finding): readonly string[] {
  return finding.counterparties.map(({ counterparty }) => counterparty).sort();
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
