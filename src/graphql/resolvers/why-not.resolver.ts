import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { answerWhyNot, type WhyNotAnswer } from "../../questions/why-not.js";
import type { GraphContext } from "../context.js";
import { ClaimType } from "../types/claim.type.js";
import { exposureOptions } from "../types/exposure-args.type.js";
import { SuccessionType } from "../types/relation.type.js";
import { WhyNotArgs, WhyNotType } from "../types/why-not.type.js";

@Resolver(() => WhyNotType)
export class WhyNotResolver {
  @Query(() => WhyNotType, {
    nullable: true,
    description:
      "Why a university has no finding on a target: which channel came nearest and what is missing. Null where one of them is not there.",
  })
  whyNot(@Args(() => WhyNotArgs) args: WhyNotArgs, @Ctx() context: GraphContext) {
    const { university, target, ...options } = args;
    return answerWhyNot(context.graph, { university, target, ...exposureOptions(options) });
  }

  @FieldResolver(() => [ClaimType], {
    description: "What sources state to be not so, between the university or a part and the target.",
  })
  denied(@Root() answer: WhyNotAnswer, @Ctx() context: GraphContext) {
    return answer.denied.map((id) => context.claimById(id, answer));
  }

  @FieldResolver(() => [SuccessionType], {
    description:
      "Successions to predecessors and successors of the target on which, asked by name, the university has a finding. They transmit nothing.",
  })
  successions(@Root() answer: WhyNotAnswer, @Ctx() context: GraphContext) {
    return answer.successions.map((id) => context.relationById(id, answer));
  }
}
