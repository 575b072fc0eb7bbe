/** What the reference answers: the fields of a finding that it computes, and no others. */
import type { EntityId } from "../../../src/domain/entity.js";
import type {
  CounterpartyFinding,
  Finding,
  RestsOn,
  TransactionTiming,
} from "../../../src/exposure/finding.js";

export type NaiveTransaction = Pick<
  TransactionTiming,
  | "relation"
  | "counterparty"
  | "flag"
  | "timing"
  | "flagState"
  | "days"
  | "lastStated"
  | "byFlag"
  | "afterDecision"
  | "amount"
  | "amountQualifier"
  | "amountPer"
  | "payment"
  | "currency"
>;

export interface NaiveCounterparty
  extends Pick<CounterpartyFinding, "counterparty" | "asOf" | "control" | "path"> {
  readonly transactions: readonly NaiveTransaction[];
}

/** A finding as the grammar and the clocks give it. */
export interface BareFinding
  extends Pick<
    Finding,
    | "channel"
    | "university"
    | "target"
    | "flags"
    | "timing"
    | "restsOnUnstatedEnd"
    | "totals"
    | "control"
    | "path"
  > {
  readonly counterparties: readonly NaiveCounterparty[];
  readonly hops: number;
  readonly transactionCount: number;
}

export interface NaiveFinding extends BareFinding {
  readonly targetGroup: EntityId;
  readonly restsOn: RestsOn;
  /** Sorted. */
  readonly criticalClaims: readonly string[];
}
