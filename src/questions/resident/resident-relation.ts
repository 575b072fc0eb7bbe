import type { ClaimId, ClaimStatus } from "../../domain/claim.js";
import type { Day } from "../../domain/day.js";
import type { EntityId } from "../../domain/entity.js";
import type { AmountQualifier, MoneyRange } from "../../domain/money.js";
import type { AmountPeriod, OwnershipRight, Payment } from "../../domain/relation.js";
import type { RelationKind } from "../../domain/relation-kinds.js";
import { BILLION, type Share } from "../../domain/share.js";
import type { Projection } from "../../graph/projection.js";
import { MARK } from "../../graph/relation-table.js";

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
  readonly amountQualifier: AmountQualifier | null;
  readonly amountPer: AmountPeriod | null;
  readonly payment: Payment | null;
}

/** One relation of the projection's columns; each part is read out when it is asked for, the id unless it is known. */
export function residentRelation(
  projection: Projection,
  number: number,
  id: ClaimId = projection.relations.id(number),
): ResidentRelation {
  return new RelationView(projection, number, id);
}

/** A class, because an answer holds hundreds of these and getters of a class cost nothing until they are read. */
class RelationView implements ResidentRelation {
  readonly record = "relation";
  readonly number: number;
  readonly id: ClaimId;
  readonly kind: RelationKind;
  readonly #projection: Projection;

  constructor(projection: Projection, number: number, id: ClaimId) {
    this.#projection = projection;
    this.number = number;
    this.id = id;
    this.kind = projection.relations.kindOf(number);
  }

  get from(): EntityId {
    return this.#projection.entities.id(this.#projection.relations.from[this.number] as number);
  }

  get to(): EntityId {
    return this.#projection.entities.id(this.#projection.relations.to[this.number] as number);
  }

  get status(): ClaimStatus {
    return this.#projection.relations.statusOf(this.number);
  }

  get dossier(): string {
    return this.#projection.relations.slug(this.number);
  }

  get recorded(): Day {
    return this.#projection.relations.recorded[this.number] as number;
  }

  get retracted(): Day {
    return this.#projection.relations.retracted[this.number] as number;
  }

  get share(): Share | null {
    return this.kind === "Ownership" ? residentShare(this.#projection, this.number) : null;
  }

  get right(): OwnershipRight | null {
    return this.kind === "Ownership" ? this.#projection.relations.rightOf(this.number) : null;
  }

  get amount(): MoneyRange | null {
    return this.#projection.relations.amount(this.number);
  }

  get amountQualifier(): AmountQualifier | null {
    return this.#projection.relations.amountQualifier(this.number);
  }

  get amountPer(): AmountPeriod | null {
    return this.#projection.relations.amountPer(this.number);
  }

  get payment(): Payment | null {
    return this.#projection.relations.payment(this.number);
  }
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
