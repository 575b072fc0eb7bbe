import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { GroupedPayer, OutsideGroup, ToldPayerGroup } from "../../questions/payer-groups.js";
import type { GraphContext } from "../context.js";
import { stepNodes } from "../step-nodes.js";
import { EntityType } from "../types/entity.type.js";
import { PathStepType } from "../types/path.type.js";
import { GroupedPayerType, OutsideGroupType, PayerGroupType } from "../types/payer-group.type.js";

@Resolver(() => PayerGroupType)
export class PayerGroupResolver {
  @FieldResolver(() => EntityType, { description: "The topmost company; a payer that belongs to none." })
  group(@Root() { group }: ToldPayerGroup, @Ctx() context: GraphContext) {
    return context.entityById(group);
  }

  @FieldResolver(() => [GroupedPayerType], { description: "By id." })
  payers(@Root() { payers, knownAt }: ToldPayerGroup) {
    return payers.map((payer) => ({ ...payer, knownAt }));
  }

  @FieldResolver(() => [OutsideGroupType], {
    description: "What stands outside, one entry for each reason; empty where nothing does.",
  })
  outside(@Root() { outside }: ToldPayerGroup) {
    return outside;
  }
}

@Resolver(() => GroupedPayerType)
export class GroupedPayerResolver {
  @FieldResolver(() => EntityType, { description: "Who paid." })
  payer(@Root() { payer }: GroupedPayer, @Ctx() context: GraphContext) {
    return context.entityById(payer);
  }

  @FieldResolver(() => [PathStepType], {
    description: "The claims that put it in the group, from the group down; none for the group itself.",
  })
  proof(@Root() payer: GroupedPayer & Pick<ToldPayerGroup, "knownAt">, @Ctx() context: GraphContext) {
    return stepNodes(payer.proof(), payer, context);
  }
}

@Resolver(() => OutsideGroupType)
export class OutsideGroupResolver {
  @FieldResolver(() => [EntityType], { description: "Who paid, by id." })
  payers(@Root() { payers }: OutsideGroup, @Ctx() context: GraphContext) {
    return payers.map((payer) => context.entityById(payer));
  }
}
