import { Field, InterfaceType, ObjectType } from "type-graphql";
import type { DecisionKind } from "../../domain/act.js";
import type { ClaimStatus } from "../../domain/claim.js";
import type { FlagEventKind, ResponseKind, RiskTopic, SubjectRole } from "../../domain/flag.js";
import { kindOfNode } from "../../questions/resident/look-up.js";
import { connectionOf } from "../connection-of.js";
import {
  ClaimStatusEnum,
  DecisionKindEnum,
  FlagEventKindEnum,
  ResponseKindEnum,
  RiskTopicEnum,
  SubjectRoleEnum,
} from "./enums.js";
import { NodeType } from "./node.type.js";
import { CountryCodeScalar } from "./scalars.js";

@InterfaceType("Claim", {
  implements: NodeType,
  description:
    "A statement that a source carries. It is bitemporal: start and end say when it held, recorded and retracted when the public could know it.",
  resolveType: kindOfNode,
})
export abstract class ClaimType extends NodeType {
  @Field(() => ClaimStatusEnum, { description: "On what kind of word it rests." })
  declare status: ClaimStatus;
}

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

export const FlagSubjectConnection = connectionOf("FlagSubject", () => FlagSubjectType, "subjects of a flag");
export const DecisionConnection = connectionOf("Decision", () => DecisionType, "decisions");
