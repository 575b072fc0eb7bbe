import type { ClaimId, ClaimStatus } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import type { MoneyRange } from "../domain/money.js";
import type { OwnershipRight } from "../domain/relation.js";
import type { RelationKind } from "../domain/relation-kinds.js";
import { BILLION, type Share } from "../domain/share.js";
import type { Projection } from "../projection/projection.js";
import { MARK } from "../projection/relation-table.js";

/** What of a relation is resident; texts (dates as written, citations, form, role, note) stay in the store. */
export interface ResidentRelation {
  readonly record: "relation";
  /** Its number in the projection: one revision of the claim. */
  readonly number: number;
  readonly id: ClaimId;
  readonly kind: RelationKind;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly status: ClaimStatus;
  readonly dossier: string;
  readonly recorded: Day;
  readonly retracted: Day;
  /** Of an Ownership; null otherwise. */
  readonly share: Share | null;
  readonly right: OwnershipRight | null;
  /** Of a Funding; null otherwise and where no amount is known. */
  readonly amount: MoneyRange | null;
}

/** Reads one relation out of the projection's columns. */
export function residentRelation(projection: Projection, number: number): ResidentRelation {
  const { relations, entities } = projection;
  const kind = relations.kindOf(number);
  const owns = kind === "Ownership";
  return {
    record: "relation",
    number,
    id: relations.id(number),
    kind,
    from: entities.id(relations.from[number] as number),
    to: entities.id(relations.to[number] as number),
    status: relations.statusOf(number),
    dossier: relations.slug(number),
    recorded: relations.recorded[number] as number,
    retracted: relations.retracted[number] as number,
    share: owns ? residentShare(projection, number) : null,
    right: owns ? relations.rightOf(number) : null,
    amount: relations.amount(number),
  };
}

function residentShare({ relations }: Projection, number: number): Share {
  const marks = relations.marks[number] as number;
  return {
    min: (relations.shareMin[number] as number) / BILLION,
    max: (relations.shareMax[number] as number) / BILLION,
    minExclusive: (marks & MARK.minExclusive) !== 0,
    maxExclusive: (marks & MARK.maxExclusive) !== 0,
  };
}
