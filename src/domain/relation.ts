import type { ClaimBase } from "./claim.js";
import type { EntityId } from "./entity.js";
import type { AmountQualifier, MoneyRange } from "./money.js";
import type { RelationKind } from "./relation-kinds.js";
import type { Share } from "./share.js";

export const OWNERSHIP_RIGHTS = ["economic", "votes", "unspecified"] as const;
export const CONTROL_BASES = ["consolidation", "board", "contract", "law", "stated"] as const;
export const FUNDING_FORMS = [
  "gift",
  "contract",
  "grant",
  "sponsorship",
  "fellowship",
  "equipment",
  "unspecified",
] as const;
/** For what time an amount is given, where it is no whole. It is never multiplied. */
export const AMOUNT_PERIODS = ["year"] as const;
/** Committed: announced or promised, and no source shows that it was paid. */
export const PAYMENTS = ["paid", "committed"] as const;
export const COLLABORATION_FORMS = [
  "research_agreement",
  "joint_laboratory",
  "membership",
  "unspecified",
] as const;
export const PARTICIPATION_ROLES = ["participant", "partner", "host"] as const;
export const BACKING_ROLES = ["runs", "funds"] as const;

export type OwnershipRight = (typeof OWNERSHIP_RIGHTS)[number];
export type ControlBasis = (typeof CONTROL_BASES)[number];
export type FundingForm = (typeof FUNDING_FORMS)[number];
export type AmountPeriod = (typeof AMOUNT_PERIODS)[number];
export type Payment = (typeof PAYMENTS)[number];
export type CollaborationForm = (typeof COLLABORATION_FORMS)[number];
export type ParticipationRole = (typeof PARTICIPATION_ROLES)[number];
export type BackingRole = (typeof BACKING_ROLES)[number];

/** A claim that joins two entities. Fields that do not belong to its kind are null. */
export interface Relation extends ClaimBase {
  readonly record: "relation";
  readonly kind: RelationKind;
  readonly from: EntityId;
  readonly to: EntityId;
  /** Ownership: never null (unknown is [0, 1]). */
  readonly share: Share | null;
  readonly right: OwnershipRight | null;
  readonly basis: ControlBasis | null;
  /** Funding: null where the source gives no amount. */
  readonly amount: MoneyRange | null;
  /** Funding: kept also where the amount is unknown; XXX where the source names none. */
  readonly currency: string | null;
  /** Funding: null where the amount is as exact as it is written, and where there is none. */
  readonly amountQualifier: AmountQualifier | null;
  /** Funding: null where the amount is the whole. */
  readonly amountPer: AmountPeriod | null;
  /** Funding: never null. */
  readonly payment: Payment | null;
  readonly form: FundingForm | CollaborationForm | null;
  /** Participation and Backing: from their lists; Post: free words. */
  readonly role: string | null;
  readonly probability: number | null;
  readonly decidedBy: string | null;
}

/** Whether an Identity makes two entities one party: probability 1 and a name under the decision. */
export function isDecidedIdentity(relation: Pick<Relation, "kind" | "probability" | "decidedBy">): boolean {
  return relation.kind === "Identity" && relation.probability === 1 && relation.decidedBy !== null;
}
