import { ArgsType, Field, ID, ObjectType } from "type-graphql";
import type { ChannelId } from "../../exposure/channels.js";
import type { WhyNotAnswer } from "../../questions/why-not.js";
import { ChannelEnum } from "./enums.js";
import { ExposureOptionArgs } from "./exposure-args.type.js";

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

@ArgsType()
export class WhyNotArgs extends ExposureOptionArgs {
  @Field(() => ID, { description: "Whose exposure." })
  declare university: string;

  @Field(() => ID, { description: "On whom: an entity of any kind." })
  declare target: string;
}
