import { ArgsType, Field, ID, ObjectType } from "type-graphql";
import type { FindingChange } from "../../exposure/differences/finding-changes.js";
import { enumOf } from "../enum-of.js";
import { ExposureArgs } from "./exposure-args.type.js";
import { DateScalar } from "./scalars.js";
import { ScenarioInput } from "./scenario.type.js";

export const FindingChangeEnum = enumOf<FindingChange>(
  "FindingChange",
  "In what a finding differs between two answers.",
  {
    TIMING: "A transaction, or the whole, stands otherwise in time.",
    CONTROL: "The verdict on control of a counterparty.",
    RULE: "The verdict of a legal ownership rule on a counterparty.",
    SHARE: "The economic share of a counterparty.",
    AMOUNT: "A transaction came, went, has another amount, or is known to have been paid in one answer only.",
    FLAG_STATE: "A counted flag came, went or has another state.",
  },
);

@ObjectType("ExposureDifference", {
  description: "Two answers to one question, and the findings in which they differ.",
  simpleResolvers: true,
})
export class ExposureDifferenceType {}

@ObjectType("FindingCause", {
  description: "A finding that only one of two answers has.",
  simpleResolvers: true,
})
export class FindingCauseType {}

@ObjectType("ChangedFinding", { description: "A finding that both answers have.", simpleResolvers: true })
export class ChangedFindingType {
  @Field(() => [FindingChangeEnum], { description: "In what it differs." })
  declare what: readonly FindingChange[];
}

@ArgsType()
export class WhatIfArgs extends ExposureArgs {
  @Field(() => ScenarioInput, { description: "What would be otherwise." })
  declare scenario: ScenarioInput;
}

@ArgsType()
export class ExposureChangedArgs {
  @Field(() => ID, { description: "Whose exposure." })
  declare university: string;
}

@ArgsType()
export class ChangesArgs extends ExposureArgs {
  @Field(() => DateScalar, { description: "The earlier day of knowledge; not after knownAt." })
  declare sinceKnownAt: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The earlier validAt, not after the later one. Null: the same as the later one.",
  })
  declare sinceValidAt?: number | null;
}
