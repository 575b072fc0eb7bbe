import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { UnsettledShare } from "../../ownership/rules/unsettled-shares.js";
import { answerOwnershipRule, type RuleAnswer } from "../../questions/ownership-rule.js";
import type { GraphContext } from "../context.js";
import { stepNodes } from "../step-nodes.js";
import { EntityType } from "../types/entity.type.js";
import { given } from "../types/exposure-args.type.js";
import { PathStepType } from "../types/path.type.js";
import { ShareType } from "../types/quantity.type.js";
import { OwnershipRuleArgs, RuleAnswerType, UnsettledShareType } from "../types/rule.type.js";

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

  @FieldResolver(() => ShareType, {
    description:
      "What the caught parties hold together, in the last step; under UK_50 the one listed party that holds most.",
  })
  aggregateShare(@Root() { aggregateShare }: RuleAnswer) {
    return aggregateShare;
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
  proof(@Root() answer: RuleAnswer, @Ctx() context: GraphContext) {
    return stepNodes(answer.proof(), answer, context);
  }

  @FieldResolver(() => [String], {
    description: "Contradictions among the shares that were read, each as a clause; nothing is normalised.",
  })
  problems(@Root() answer: RuleAnswer) {
    return answer.problems();
  }
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
