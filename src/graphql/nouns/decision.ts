import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Decision, DecisionKind, ReviewPolicy } from "../../domain/act.js";
import type { Response, ResponseKind, RiskTopic } from "../../domain/flag.js";
import type { ResidentEntity } from "../../graph/entity-table.js";
import {
  type DecisionFilter,
  decisionsAbout,
  listDecisions,
  policiesOf,
  responsesTo,
} from "../../questions/lists/act-lists.js";
import type { GraphContext } from "../context.js";
import { ClaimType } from "./claim.js";
import { EntityType, UniversityType } from "./entity.js";
import { DecisionKindEnum, ResponseKindEnum, RiskTopicEnum } from "./enums.js";
import { NodeType } from "./node.js";
import { connection, connectionOf, HistoryArgs, KnownArgs, ListArgs } from "./page.js";
import { CountryCodeScalar, UncertainDateScalar } from "./scalars.js";

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

@Resolver(() => ResponseType)
export class ResponseResolver {
  @FieldResolver(() => NodeType, { description: "The flag or the decision that it answers." })
  to(@Root() response: Response, @Ctx() context: GraphContext) {
    return context.flagOrDecision(response.to);
  }

  @FieldResolver(() => EntityType, { description: "Who answered." })
  by(@Root() response: Response, @Ctx() context: GraphContext) {
    return context.entityById(response.by);
  }

  @FieldResolver(() => UncertainDateScalar, {
    nullable: true,
    description: "When; null where no source says.",
  })
  date(@Root() response: Response) {
    return response.start;
  }
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

@Resolver(() => DecisionType)
export class DecisionResolver {
  @FieldResolver(() => EntityType, { description: "Who decided." })
  by(@Root() decision: Decision, @Ctx() context: GraphContext) {
    return context.entityById(decision.by);
  }

  @FieldResolver(() => [EntityType], { description: "About whom; empty where the words name no entity." })
  counterparties(@Root() decision: Decision, @Ctx() context: GraphContext) {
    return decision.counterparties.map((id) => context.entityById(id));
  }

  @FieldResolver(() => [ResponseType], {
    description: "What was answered to it, in order of date.",
  })
  responses(
    @Root() decision: Decision,
    @Args(() => KnownArgs) { knownAt }: KnownArgs,
    @Ctx() context: GraphContext,
  ) {
    return responsesTo(context.projection, decision.id, knownAt ?? context.today);
  }
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

@Resolver(() => ReviewPolicyType)
export class ReviewPolicyResolver {
  @FieldResolver(() => UniversityType, { description: "Whose rule it is." })
  university(@Root() policy: ReviewPolicy, @Ctx() context: GraphContext) {
    return context.entityById(policy.university);
  }
}

export const DecisionConnection = connectionOf("Decision", () => DecisionType, "decisions");

@InputType("DecisionFilter", {
  description: "Which decisions: all conditions must hold, absent and null ones hold.",
})
export class DecisionFilterInput implements DecisionFilter {
  @Field(() => [ID], { nullable: true, description: "Taken by one of these." })
  declare by?: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: "It names one of these." })
  declare counterparties?: readonly string[] | null;

  @Field(() => [DecisionKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare kinds?: readonly DecisionKind[] | null;
}

@ArgsType()
class DecisionListArgs extends ListArgs {
  @Field(() => DecisionFilterInput, { nullable: true, description: "Which; null: all." })
  declare filter?: DecisionFilterInput | null;
}

@Resolver()
export class DecisionQueries {
  @Query(() => DecisionConnection, {
    nullable: true,
    description: "Who decided what about whom, when: in order of date.",
  })
  decisions(@Args(() => DecisionListArgs) args: DecisionListArgs, @Ctx() context: GraphContext) {
    return connection(listDecisions(context.scope(args), args.filter ?? {}), args, (decision) => decision);
  }
}

@Resolver(() => UniversityType)
export class UniversityPoliciesResolver {
  @FieldResolver(() => [ReviewPolicyType], { description: "Its standing rules of review, in order of date." })
  reviewPolicies(
    @Root() entity: ResidentEntity,
    @Args(() => HistoryArgs) args: HistoryArgs,
    @Ctx() context: GraphContext,
  ) {
    return policiesOf(context.scope(args), entity.id);
  }
}

@Resolver(() => EntityType)
export class EntityDecisionsResolver {
  @FieldResolver(() => DecisionConnection, {
    description: "The decisions that it took and those that name it, in order of date.",
  })
  decisions(
    @Root() entity: ResidentEntity,
    @Args(() => ListArgs) args: ListArgs,
    @Ctx() context: GraphContext,
  ) {
    return connection(decisionsAbout(context.scope(args), entity.id), args, (decision) => decision);
  }
}
