import type { ClaimBase } from "./claim.js";
import type { EntityId } from "./entity.js";
import type { RelationFields, RelationKind } from "./relation-kinds.js";

/** A claim that joins two entities. */
export interface Relation extends ClaimBase, RelationFields {
  readonly record: "relation";
  readonly kind: RelationKind;
  readonly from: EntityId;
  readonly to: EntityId;
}

/** Whether an Identity makes two entities one party: probability 1 and a name under the decision. */
export function isDecidedIdentity(relation: Pick<Relation, "kind" | "probability" | "decidedBy">): boolean {
  return relation.kind === "Identity" && relation.probability === 1 && relation.decidedBy !== null;
}
