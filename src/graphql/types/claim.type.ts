import { Field, Float, InterfaceType, ObjectType } from "type-graphql";
import type { DecisionKind } from "../../domain/act.js";
import type { ClaimStatus } from "../../domain/claim.js";
import type { FlagEventKind, ResponseKind, RiskTopic, SubjectRole } from "../../domain/flag.js";
import type { MoneyRange } from "../../domain/money.js";
import type { OwnershipRight } from "../../domain/relation.js";
import { RELATION_KINDS, type RelationKind } from "../../domain/relation-kinds.js";
import type { Share } from "../../domain/share.js";
import { kindOfNode } from "../../questions/look-up.js";
import type { ResidentRelation } from "../../questions/resident-relation.js";
import { connectionOf } from "../connection-of.js";
import {
  ClaimStatusEnum,
  DecisionKindEnum,
  FlagEventKindEnum,
  OwnershipRightEnum,
  RelationKindEnum,
  ResponseKindEnum,
  RiskTopicEnum,
  SubjectRoleEnum,
} from "./enums.js";
import { NodeType } from "./node.type.js";
import { CountryCodeScalar, CurrencyCodeScalar } from "./scalars.js";

@ObjectType("Share", {
  description:
    "A part of a whole as bounds: fractions in [0, 1]. An unknown share is [0, 1], neither nothing nor all.",
  simpleResolvers: true,
})
export class ShareType implements Share {
  @Field(() => Float, { description: "The lower bound." })
  declare min: number;

  @Field(() => Float, { description: "The upper bound; equal to min where the share is exact." })
  declare max: number;

  @Field(() => Boolean, { description: "True: it is more than min." })
  declare minExclusive: boolean;

  @Field(() => Boolean, { description: "True: it is less than max." })
  declare maxExclusive: boolean;
}

@ObjectType("MoneyRange", {
  description: "An amount in one currency, never converted.",
  simpleResolvers: true,
})
export class MoneyRangeType implements MoneyRange {
  @Field(() => Float, { description: "The least that it may be, in units of the currency." })
  declare min: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The most that it may be; equal to min where it is exact, null where no upper bound is known ("more than 4.8 million").',
  })
  declare max: number | null;

  @Field(() => CurrencyCodeScalar, { description: "The currency; XXX where the source names none." })
  declare currency: string;
}

@InterfaceType("Claim", {
  implements: NodeType,
  description:
    "What somebody states and a source carries. Two clocks: start and end say when it held, recorded and retracted when the public could know it.",
  resolveType: kindOfNode,
})
export abstract class ClaimType extends NodeType {
  @Field(() => ClaimStatusEnum, { description: "On what kind of word it rests." })
  declare status: ClaimStatus;
}

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
export class FundingType extends RelationType implements Pick<ResidentRelation, "amount"> {
  @Field(() => MoneyRangeType, {
    nullable: true,
    description: "How much; null where the source gives no amount.",
  })
  declare amount: MoneyRange | null;
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

@ObjectType("FlagSubject", {
  implements: ClaimType,
  description: "That a flag concerns an entity, and in which role.",
  simpleResolvers: true,
})
export class FlagSubjectType extends ClaimType {
  @Field(() => SubjectRoleEnum, {
    description: "The role; only RESPONDENT, LISTED and COVERED_AFFILIATE make the entity flagged.",
  })
  declare role: SubjectRole;
}

@ObjectType("FlagEvent", {
  implements: ClaimType,
  description: "Something that happened to a flag. Its date stands in start, too.",
  simpleResolvers: true,
})
export class FlagEventType extends ClaimType {
  @Field(() => FlagEventKindEnum, { description: "What happened." })
  declare event: FlagEventKind;
}

@ObjectType("Response", {
  implements: ClaimType,
  description: "The right of reply: what a party answered to a flag or a decision.",
  simpleResolvers: true,
})
export class ResponseType extends ClaimType {
  @Field(() => ResponseKindEnum, { description: "How it answered." })
  declare kind: ResponseKind;

  @Field(() => String, {
    nullable: true,
    description: "Its words, or those of the source about it; null where the row gives none.",
  })
  declare quote: string | null;
}

@ObjectType("Decision", {
  implements: ClaimType,
  description: "What a university or another organization decided about counterparties.",
  simpleResolvers: true,
})
export class DecisionType extends ClaimType {
  @Field(() => DecisionKindEnum, { description: "What was decided." })
  declare kind: DecisionKind;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it covers subsidiaries of those that it names; null: the words do not say.",
  })
  declare coversSubsidiaries: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "What it covers, in the decision's words; null where they do not say.",
  })
  declare scope: string | null;

  @Field(() => String, { nullable: true, description: "The reason given; null where none was." })
  declare reason: string | null;
}

@ObjectType("ReviewPolicy", {
  implements: ClaimType,
  description: "A university's standing rule to look harder at engagements with some countries.",
  simpleResolvers: true,
})
export class ReviewPolicyType extends ClaimType {
  @Field(() => String, { description: "What the university calls it." })
  declare name: string;

  @Field(() => [CountryCodeScalar], {
    description: "The countries that it names; empty where it names none.",
  })
  declare countries: readonly string[];

  @Field(() => [RiskTopicEnum], {
    description: "What the review looks at; empty where the words do not say.",
  })
  declare criteria: readonly RiskTopic[];
}

export const RelationConnection = connectionOf("Relation", () => RelationType as never, "relations");
export const FundingConnection = connectionOf("Funding", () => FundingType, "fundings");
export const FlagSubjectConnection = connectionOf("FlagSubject", () => FlagSubjectType, "subjects of a flag");
export const DecisionConnection = connectionOf("Decision", () => DecisionType, "decisions");
