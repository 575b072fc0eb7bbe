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
import type { ChannelId } from "../../exposure/channels.js";
import { answerWhyNot, type WhyNotAnswer } from "../../questions/why-not.js";
import type { GraphContext } from "../context.js";
import { ClaimType } from "./claim.js";
import { ChannelEnum } from "./enums.js";
import { ExposureOptionArgs, exposureOptions } from "./exposure-arguments.js";
import { SuccessionType } from "./relation.js";

@ObjectType("WhyNot", {
  description: "Why a university has no finding on a target, asked without naming it.",
  simpleResolvers: true,
})
export class WhyNotType implements Pick<WhyNotAnswer, "found" | "nearest" | "explanation" | "missing"> {
  @Field(() => Boolean, { description: "Whether there is a finding after all." })
  declare found: boolean;

  @Field(() => ChannelEnum, {
    nullable: true,
    description:
      "The channel of the finding, or the one that came nearest; null: no claims lead from one to the other.",
  })
  declare nearest: ChannelId | null;

  @Field(() => String, {
    description:
      "One paragraph: the nearest path, what is missing, what sources deny, predecessors and successors.",
  })
  declare explanation: string;

  @Field(() => [String], {
    description: "What is missing, one sentence each: all of it is needed. Empty where there is a finding.",
  })
  declare missing: readonly string[];
}

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

@ArgsType()
export class WhyNotArgs extends ExposureOptionArgs {
  @Field(() => ID, { description: "Whose exposure." })
  declare university: string;

  @Field(() => ID, { description: "On whom: an entity of any kind." })
  declare target: string;
}
