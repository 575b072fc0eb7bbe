import { Field, InterfaceType, ObjectType } from "type-graphql";
import type { AmountQualifier, MoneyRange } from "../../domain/money.js";
import type { AmountPeriod, OwnershipRight, Payment } from "../../domain/relation.js";
import { RELATION_KINDS, type RelationKind } from "../../domain/relation-kinds.js";
import type { Share } from "../../domain/share.js";
import { kindOfNode } from "../../questions/resident/look-up.js";
import type { ResidentRelation } from "../../questions/resident/resident-relation.js";
import { connectionOf } from "../connection-of.js";
import { ClaimType } from "./claim.type.js";
import {
  AmountPeriodEnum,
  AmountQualifierEnum,
  OwnershipRightEnum,
  PaymentEnum,
  RelationKindEnum,
} from "./enums.js";
import { MoneyRangeType, ShareType } from "./quantity.type.js";

@InterfaceType("Relation", {
  implements: ClaimType,
  description: "A claim that joins two entities.",
  resolveType: kindOfNode,
})
export abstract class RelationType
  extends ClaimType
  implements Pick<ResidentRelation, "id" | "kind" | "status">
{
  @Field(() => RelationKindEnum, { description: "What it says of its ends." })
  declare kind: RelationKind;
}

@ObjectType("Ownership", {
  implements: RelationType,
  description: RELATION_KINDS.Ownership.description,
  simpleResolvers: true,
})
export class OwnershipType extends RelationType implements Pick<ResidentRelation, "right"> {
  @Field(() => ShareType, { description: "How much is held; unknown is [0, 1]." })
  declare share: Share;

  @Field(() => OwnershipRightEnum, { description: "What it is a share of." })
  declare right: OwnershipRight;
}

@ObjectType("Control", {
  implements: RelationType,
  description: RELATION_KINDS.Control.description,
  simpleResolvers: true,
})
export class ControlType extends RelationType {}

@ObjectType("Affiliation", {
  implements: RelationType,
  description: RELATION_KINDS.Affiliation.description,
  simpleResolvers: true,
})
export class AffiliationType extends RelationType {}

@ObjectType("PartOf", {
  implements: RelationType,
  description: RELATION_KINDS.PartOf.description,
  simpleResolvers: true,
})
export class PartOfType extends RelationType {}

@ObjectType("Funding", {
  implements: RelationType,
  description: RELATION_KINDS.Funding.description,
  simpleResolvers: true,
})
export class FundingType
  extends RelationType
  implements Pick<ResidentRelation, "amount" | "amountQualifier" | "amountPer" | "payment">
{
  @Field(() => MoneyRangeType, {
    nullable: true,
    description: "How much; null where the source gives no amount.",
  })
  declare amount: MoneyRange | null;

  @Field(() => AmountQualifierEnum, {
    nullable: true,
    description: "How near the amount is to what was paid; null where the source qualifies it in no way.",
  })
  declare amountQualifier: AmountQualifier | null;

  @Field(() => AmountPeriodEnum, {
    nullable: true,
    description:
      "For what time the amount was given, where it is no whole: it is never multiplied. Null: it is the whole.",
  })
  declare amountPer: AmountPeriod | null;

  @Field(() => PaymentEnum, { description: "Whether a source shows that it was paid." })
  declare payment: Payment;
}

@ObjectType("Collaboration", {
  implements: RelationType,
  description: RELATION_KINDS.Collaboration.description,
  simpleResolvers: true,
})
export class CollaborationType extends RelationType {}

@ObjectType("Participation", {
  implements: RelationType,
  description: RELATION_KINDS.Participation.description,
  simpleResolvers: true,
})
export class ParticipationType extends RelationType {}

@ObjectType("Backing", {
  implements: RelationType,
  description: RELATION_KINDS.Backing.description,
  simpleResolvers: true,
})
export class BackingType extends RelationType {}

@ObjectType("Post", {
  implements: RelationType,
  description: RELATION_KINDS.Post.description,
  simpleResolvers: true,
})
export class PostType extends RelationType {}

@ObjectType("Succession", {
  implements: RelationType,
  description: RELATION_KINDS.Succession.description,
  simpleResolvers: true,
})
export class SuccessionType extends RelationType {}

@ObjectType("Identity", {
  implements: RelationType,
  description: RELATION_KINDS.Identity.description,
  simpleResolvers: true,
})
export class IdentityType extends RelationType {}

@ObjectType("Link", {
  implements: RelationType,
  description: RELATION_KINDS.Link.description,
  simpleResolvers: true,
})
export class LinkType extends RelationType {}

export const RelationConnection = connectionOf("Relation", () => RelationType as never, "relations");
/** The type of each kind. */
const TYPES = {
  Ownership: OwnershipType,
  Control: ControlType,
  Affiliation: AffiliationType,
  PartOf: PartOfType,
  Funding: FundingType,
  Collaboration: CollaborationType,
  Participation: ParticipationType,
  Backing: BackingType,
  Post: PostType,
  Succession: SuccessionType,
  Identity: IdentityType,
  Link: LinkType,
} satisfies Record<RelationKind, unknown>;
export const RELATION_TYPES = Object.values(TYPES);

export const OwnershipConnection = connectionOf("Ownership", () => OwnershipType, "ownerships");
export const FundingConnection = connectionOf("Funding", () => FundingType, "fundings");
