import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import {
  answerElevatedRiskReview,
  type CriterionAnswer,
  type PolicyAnswer,
  type ReviewAnswer,
} from "../../questions/elevated-risk-review.js";
import { type PartOfAnswer, partOf, pathIn } from "../answer.js";
import type { GraphContext } from "../context.js";
import type { Moment } from "../moment.js";
import { ClaimType, ReviewPolicyType } from "../types/claim.type.js";
import { EntityType, UniversityType } from "../types/entity.type.js";
import { SearchScopeType } from "../types/exposure.type.js";
import { given } from "../types/exposure-args.type.js";
import { DecisionCoverageType } from "../types/finding.type.js";
import { FlagType } from "../types/flag.type.js";
import { PathType } from "../types/path.type.js";
import {
  CriterionEvidenceType,
  ElevatedRiskReviewType,
  PolicyApplicationType,
  ReviewArgs,
} from "../types/review.type.js";

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

  @FieldResolver(() => SearchScopeType, { description: "What was searched." })
  scope(@Root() { scope }: ReviewAnswer) {
    return scope;
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
    return policies.map((policy) => partOf(scope, policy));
  }

  @FieldResolver(() => [DecisionCoverageType], {
    description: "The university's own decisions that may be in force that day, in order of date.",
  })
  decisions(@Root() { decisions, counterparty, scope }: ReviewAnswer) {
    const beside = { counterparties: [counterparty], ofTransaction: false };
    return decisions.map((coverage) => partOf(scope, { ...coverage, ...beside }));
  }

  @FieldResolver(() => [CriterionEvidenceType], {
    description: "What is on record under each criterion of the policies that may be in force.",
  })
  criteria(@Root() { criteria, scope }: ReviewAnswer) {
    return criteria.map((criterion) => partOf(scope, criterion));
  }
}

@Resolver(() => PolicyApplicationType)
export class PolicyApplicationResolver {
  @FieldResolver(() => ReviewPolicyType, { description: "The policy." })
  policy(@Root() { policy, answer }: PartOfAnswer<PolicyAnswer, Moment>, @Ctx() context: GraphContext) {
    return context.claimById(policy, answer);
  }

  @FieldResolver(() => [PathType], {
    description:
      "Chains from the counterparty up to owners through whom it applies, or may; empty where its own country decides.",
  })
  because(@Root() { because, answer }: PartOfAnswer<PolicyAnswer, Moment>) {
    return because.map((path) => pathIn(answer, path));
  }
}

@Resolver(() => CriterionEvidenceType)
export class CriterionEvidenceResolver {
  @FieldResolver(() => [FlagType], {
    description:
      "Counted flags about it of the counterparty and of those who own or control it, by id: also those that only allegations make, and under data security bans of networks and of a state's purchases.",
  })
  flags(@Root() { flags }: CriterionAnswer, @Ctx() context: GraphContext) {
    return flags.map((id) => context.flagById(id));
  }

  @FieldResolver(() => [ClaimType], {
    description:
      "Where the criterion is about them: ownership by public bodies, money and research, by id. Alleged and denied ones are among them, each with its status.",
  })
  claims(@Root() { claims, answer }: PartOfAnswer<CriterionAnswer, Moment>, @Ctx() context: GraphContext) {
    return claims.map((id) => context.claimById(id, answer));
  }
}
