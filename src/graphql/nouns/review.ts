import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { RiskTopic } from "../../domain/flag.js";
import type { Verdict } from "../../domain/verdict.js";
import {
  answerElevatedRiskReview,
  type CriterionAnswer,
  type PolicyAnswer,
  type ReviewAnswer,
} from "../../questions/elevated-risk-review.js";
import { type Moment, type Part, parts } from "../answer.js";
import type { GraphContext } from "../context.js";
import { ClaimType } from "./claim.js";
import { ReviewPolicyType } from "./decision.js";
import { EntityType, UniversityType } from "./entity.js";
import { RiskTopicEnum, VerdictEnum } from "./enums.js";
import { given } from "./exposure-arguments.js";
import { FlagType } from "./flag.js";
import { PathType } from "./path.js";
import { CountryCodeScalar, DateScalar } from "./scalars.js";
import { SearchScopeType } from "./scope.js";
import { DecisionCoverageType } from "./transaction.js";

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

@Resolver(() => PolicyApplicationType)
export class PolicyApplicationResolver {
  @FieldResolver(() => ReviewPolicyType, { description: "The policy." })
  policy(@Root() { part, answer }: Part<PolicyAnswer, Moment>, @Ctx() context: GraphContext) {
    return context.claimById(part.policy, answer);
  }

  @FieldResolver(() => [PathType], {
    description:
      "Chains from the counterparty up to owners through whom it applies, or may; empty where its own country decides.",
  })
  because(@Root() { part, answer }: Part<PolicyAnswer, Moment>) {
    return parts(part.because, answer);
  }
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

@Resolver(() => CriterionEvidenceType)
export class CriterionEvidenceResolver {
  @FieldResolver(() => [FlagType], {
    description:
      "Counted flags about it of the counterparty and of those who own or control it, by id: also those that only allegations make, and under data security bans of networks and of a state's purchases.",
  })
  flags(@Root() { part }: Part<CriterionAnswer, Moment>, @Ctx() context: GraphContext) {
    return part.flags.map((id) => context.flagById(id));
  }

  @FieldResolver(() => [ClaimType], {
    description:
      "Where the criterion is about them: ownership by public bodies, money and research, by id. Alleged and denied ones are among them, each with its status.",
  })
  claims(@Root() { part, answer }: Part<CriterionAnswer, Moment>, @Ctx() context: GraphContext) {
    return part.claims.map((id) => context.claimById(id, answer));
  }
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

  @Field(() => SearchScopeType, { description: "What was searched." })
  declare scope: ReviewAnswer["scope"];
}

@Resolver(() => ElevatedRiskReviewType)
export class ElevatedRiskReviewResolver {
  @Query(() => ElevatedRiskReviewType, {
    nullable: true,
    description:
      "What a university's own review policies ask about a counterparty, and what is on record. It advises nothing. Null where one of them is not there.",
  })
  elevatedRiskReview(@Args(() => ReviewArgs) args: ReviewArgs, @Ctx() context: GraphContext) {
    return answerElevatedRiskReview(context.graph, given(args));
  }

  @FieldResolver(() => UniversityType, { description: "Whose policies." })
  university(@Root() { university }: ReviewAnswer, @Ctx() context: GraphContext) {
    return context.entityById(university);
  }

  @FieldResolver(() => EntityType, { description: "With whom." })
  counterparty(@Root() { counterparty }: ReviewAnswer, @Ctx() context: GraphContext) {
    return context.entityById(counterparty);
  }

  @FieldResolver(() => [PolicyApplicationType], {
    description: "The university's own policies, in order of date, each with whether it applies.",
  })
  policies(@Root() { policies, scope }: ReviewAnswer) {
    return parts(policies, scope);
  }

  @FieldResolver(() => [DecisionCoverageType], {
    description: "The university's own decisions that may be in force that day, in order of date.",
  })
  decisions(@Root() { decisions, counterparty, scope }: ReviewAnswer) {
    const beside = { counterparties: [counterparty], ofTransaction: false };
    return parts(
      decisions.map((coverage) => ({ ...coverage, ...beside })),
      scope,
    );
  }

  @FieldResolver(() => [CriterionEvidenceType], {
    description: "What is on record under each criterion of the policies that may be in force.",
  })
  criteria(@Root() { criteria, scope }: ReviewAnswer) {
    return parts(criteria, scope);
  }
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
