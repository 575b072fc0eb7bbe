import type { ClaimId } from "../../domain/claim.js";
import type { EntityId } from "../../domain/entity.js";

/** One claim of a path. From the university onwards; `forward`: the claim points the same way. */
export interface PathStep {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly relation: ClaimId;
  readonly forward: boolean;
  /** Of a path between two entities: further claims between the same two, by id. */
  readonly parallel?: readonly ClaimId[];
}

/** A proof: claims in a row. Identities are steps that count no hop. */
export interface Path {
  readonly hops: number;
  readonly steps: readonly PathStep[];
}

export type TruncationReason = "HUB_LIMIT" | "MAX_HOPS" | "DEADLINE" | "ROW_BUDGET";

/** Where a search stopped short: at an entity (null: everywhere), with the number of claims not followed. */
export interface Truncation {
  readonly at: EntityId | null;
  readonly reason: TruncationReason;
  readonly skippedRelations: number | null;
}
