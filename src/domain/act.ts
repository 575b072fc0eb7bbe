import type { ClaimBase } from "./claim.js";
import type { EntityId } from "./entity.js";
import type { RiskTopic } from "./flag.js";

export const DECISION_KINDS = [
  "no_new_engagements",
  "moratorium",
  "cut_ties",
  "ended_agreement",
  "review",
  "continued",
  "declined",
  "removed_equipment",
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];
/** Money after one of these is money after the promise. */
export const PROMISING_DECISIONS: readonly DecisionKind[] = [
  "no_new_engagements",
  "moratorium",
  "cut_ties",
  "ended_agreement",
  "declined",
];

/** What a university or another organization decided about counterparties. */
export interface Decision extends ClaimBase {
  readonly record: "decision";
  readonly by: EntityId;
  readonly kind: DecisionKind;
  readonly counterparties: readonly EntityId[];
  /** Null: the words do not say. */
  readonly coversSubsidiaries: boolean | null;
  readonly scope: string | null;
  readonly reason: string | null;
}

/** A university's standing rule to look harder at engagements with some countries. */
export interface ReviewPolicy extends ClaimBase {
  readonly record: "policy";
  readonly university: EntityId;
  readonly name: string;
  readonly countries: readonly string[];
  readonly criteria: readonly RiskTopic[];
}
