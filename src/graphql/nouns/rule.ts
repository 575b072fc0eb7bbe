import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Verdict } from "../../domain/verdict.js";
import type { RuleVerdict } from "../../ownership/rules/ownership-rule.js";
import { REGIME_TABLE, type Regime } from "../../ownership/rules/regimes.js";
import type { UnsettledShare } from "../../ownership/rules/unsettled-shares.js";
import { answerOwnershipRule, type RuleAnswer } from "../../questions/ownership-rule.js";
import type { GraphContext } from "../context.js";
import { EntityType } from "./entity.js";
import { described, enumOf, VerdictEnum } from "./enums.js";
import { given } from "./exposure-arguments.js";
import { PathStepType, stepNodes } from "./path.js";
import { ShareType } from "./quantity.js";
import { DateScalar } from "./scalars.js";

export const RegimeEnum = enumOf(
  "Regime",
  "A legal rule under which what is not listed is treated like its listed owners.",
  described(REGIME_TABLE),
);

export const RuleVerdictEnum = enumOf<RuleVerdict>(
  "RuleVerdict",
  "What a legal ownership rule says of a company on a day.",
  {
    YES: "It is caught in every reading of what is known.",
    NO: "It is caught in no reading of what is known, and the lists that it rests on are loaded.",
    UNDETERMINED: "It is caught in some readings only, or a list is missing: the explanation says which.",
    NOT_IN_FORCE: "The rule is not in force that day; `wouldBe` tells what it would give.",
  },
);

const FLAGGED =
  "The parties that the rule starts from. Null: those with an open listing on its lists that day.";

/** Which rule, and from whom it starts. */
@ArgsType()
export class RuleArgs {
  @Field(() => RegimeEnum, { description: "Which rule." })
  declare regime: Regime;

  @Field(() => [ID], { nullable: true, description: FLAGGED })
  declare flagged?: readonly string[] | null;
}

@ArgsType()
export class OwnershipRuleArgs extends RuleArgs {
  @Field(() => ID, { description: "The entity that may be caught." })
  declare company: string;

  @Field(() => DateScalar, { nullable: true, description: "On which day. Null: today." })
  declare validAt?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Only what was known on this day counts. Null: today.",
  })
  declare knownAt?: number | null;
}

@ObjectType("UnsettledShare", {
  description: "A share, not exactly known, that keeps a verdict undetermined.",
  simpleResolvers: true,
})
export class UnsettledShareType implements Pick<UnsettledShare, "known" | "unknown" | "settles"> {
  @Field(() => Float, { description: "What is held for certain: a fraction." })
  declare known: number;

  @Field(() => Float, { description: "How much more it may be: a fraction." })
  declare unknown: number;

  @Field(() => Int, {
    description:
      "How many verdicts of this rule, now undetermined, on the company and on those above it, are settled whatever the share turns out to be; 0: only together with others.",
  })
  declare settles: number;
}

@Resolver(() => UnsettledShareType)
export class UnsettledShareResolver {
  @FieldResolver(() => EntityType, { description: "Of which it is a share." })
  company(@Root() { company }: UnsettledShare, @Ctx() context: GraphContext) {
    return context.entityById(company);
  }

  @FieldResolver(() => EntityType, {
    nullable: true,
    description: "Whose share it is; null: no named holder's.",
  })
  holder(@Root() { holder }: UnsettledShare, @Ctx() context: GraphContext) {
    return holder === null ? null : context.entityById(holder);
  }
}

@ObjectType("RuleAnswer", {
  description:
    "What a legal ownership rule says of an entity on a day: a reading of claims by a published table of rules, no legal advice.",
  simpleResolvers: true,
})
export class RuleAnswerType
  implements
    Pick<
      RuleAnswer,
      | "regime"
      | "asOf"
      | "verdict"
      | "wouldBe"
      | "known"
      | "threshold"
      | "distanceToFlip"
      | "listsSearched"
      | "listsMissing"
      | "citation"
      | "checkedOn"
    >
{
  @Field(() => RegimeEnum, { description: "The rule." })
  declare regime: Regime;

  @Field(() => DateScalar, { description: "The day for which it is judged." })
  declare asOf: number;

  @Field(() => RuleVerdictEnum, { description: "What the rule says." })
  declare verdict: RuleVerdict;

  @Field(() => VerdictEnum, {
    nullable: true,
    description: "What the rule would give where it is not in force; null otherwise.",
  })
  declare wouldBe: Verdict | null;

  @Field(() => Float, {
    description:
      "How much of the company's shares is attributed to holders: a fraction, above 1 where claims contradict each other.",
  })
  declare known: number;

  @Field(() => Float, { description: "The share at which the rule catches: a fraction." })
  declare threshold: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "From the threshold to what is held for certain (YES) or at most (NO): a fraction, of the last step only. Null where it is undetermined, not in force, or the entity is itself flagged.",
  })
  declare distanceToFlip: number | null;

  @Field(() => [String], {
    description: "The rule's lists that are loaded for that day; empty where the flagged parties are given.",
  })
  declare listsSearched: readonly string[];

  @Field(() => [String], {
    description:
      "The rule's lists that are not loaded, or not completely, for that day: absence from them proves nothing.",
  })
  declare listsMissing: readonly string[];

  @Field(() => String, { description: "Where the rule is published." })
  declare citation: string;

  @Field(() => DateScalar, {
    description: "The last day whose published law the table of rules was compared with.",
  })
  declare checkedOn: number;

  @Field(() => ShareType, {
    description:
      "What the caught parties hold together, in the last step; under UK_50 the one listed party that holds most.",
  })
  declare aggregateShare: RuleAnswer["aggregateShare"];
}

@Resolver(() => RuleAnswerType)
export class RuleAnswerResolver {
  @Query(() => RuleAnswerType, {
    nullable: true,
    description:
      "What a legal ownership rule says of an entity on a day, three-valued. Null where there is no such entity.",
  })
  ownershipRule(@Args(() => OwnershipRuleArgs) args: OwnershipRuleArgs, @Ctx() context: GraphContext) {
    return answerOwnershipRule(context.graph, given(args));
  }

  @FieldResolver(() => EntityType, { description: "The entity that is judged." })
  company(@Root() { company }: RuleAnswer, @Ctx() context: GraphContext) {
    return context.entityById(company);
  }

  @FieldResolver(() => [EntityType], {
    description: "The parties that the rule starts from, those possibly listed included, by id.",
  })
  flagged(@Root() { flagged }: RuleAnswer, @Ctx() context: GraphContext) {
    return flagged.map((id) => context.entityById(id));
  }

  @FieldResolver(() => [UnsettledShareType], {
    description:
      "The shares that keep the verdict undetermined, those first that would settle most; empty where it is not, or where only a list is missing.",
  })
  unsettled(@Root() answer: RuleAnswer) {
    return answer.unsettled();
  }

  @FieldResolver(() => String, { description: "Why, in a paragraph." })
  explanation(@Root() answer: RuleAnswer) {
    return answer.explanation();
  }

  @FieldResolver(() => [PathStepType], {
    description:
      "The claims that the verdict rests on, from the flagged parties down, so ordered that a holder is caught before it counts; for NO what was counted and does not suffice. Empty where nothing counts or the entity is itself flagged.",
  })
  async proof(@Root() answer: RuleAnswer, @Ctx() context: GraphContext) {
    return stepNodes(await answer.proof(), answer, context);
  }

  @FieldResolver(() => [String], {
    description: "Contradictions among the shares that were read, each as a clause; nothing is normalised.",
  })
  problems(@Root() answer: RuleAnswer) {
    return answer.problems();
  }
}
