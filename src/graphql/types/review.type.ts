import { ArgsType, Field, ID, ObjectType } from "type-graphql";
import type { RiskTopic } from "../../domain/flag.js";
import type { Verdict } from "../../domain/verdict.js";
import type { CriterionAnswer, PolicyAnswer, ReviewAnswer } from "../../questions/elevated-risk-review.js";
import { RiskTopicEnum, VerdictEnum } from "./enums.js";
import { CountryCodeScalar, DateScalar } from "./scalars.js";

@ObjectType("PolicyApplication", {
  description: "Whether a review policy of the university applies to the counterparty.",
  simpleResolvers: true,
})
export class PolicyApplicationType implements Pick<PolicyAnswer, "applies" | "explanation"> {
  @Field(() => VerdictEnum, {
    description:
      "YES: it names the country of the counterparty, or of a party that owns or controls it. NO rests on the owners that are known.",
  })
  declare applies: Verdict;

  @Field(() => String, { description: "Why." })
  declare explanation: string;
}

@ObjectType("CriterionEvidence", {
  description: "What is on record under one criterion of the policies. It judges nothing.",
  simpleResolvers: true,
})
export class CriterionEvidenceType implements Pick<CriterionAnswer, "criterion" | "explanation"> {
  @Field(() => RiskTopicEnum, { description: "The criterion." })
  declare criterion: RiskTopic;

  @Field(() => String, {
    description: "The flags and claims in words, or the plain statement that there is none.",
  })
  declare explanation: string;
}

@ObjectType("ElevatedRiskReview", {
  description: "What a university's own review policies ask about a counterparty, and what is on record.",
  simpleResolvers: true,
})
export class ElevatedRiskReviewType implements Pick<ReviewAnswer, "countries" | "summary"> {
  @Field(() => [CountryCodeScalar], {
    description: "The countries of the counterparty and of those who own or control it, by code.",
  })
  declare countries: readonly string[];

  @Field(() => String, {
    description:
      "One paragraph: listed by name or not, the legal rules, the policies, the decisions, and under which criteria something is on record.",
  })
  declare summary: string;
}

@ArgsType()
export class ReviewArgs {
  @Field(() => ID, { description: "Whose policies." })
  declare university: string;

  @Field(() => ID, { description: "With whom: an entity of any kind." })
  declare counterparty: string;

  @Field(() => DateScalar, { nullable: true, description: "On which day. Null: today." })
  declare validAt?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Only what was known on this day counts. Null: today.",
  })
  declare knownAt?: number | null;
}
