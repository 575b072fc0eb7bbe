import { Field, ObjectType } from "type-graphql";
import type { GroupRule, OutsideReason } from "../../exposure/comparisons/payer-groups.js";
import type { GroupedPayer, OutsideGroup, ToldPayerGroup } from "../../questions/payer-groups.js";
import type { FundingTotal } from "../../questions/report/funding-total.js";
import { enumOf } from "../enum-of.js";
import { FundingTotalType } from "./funding-total.type.js";
import { DateScalar } from "./scalars.js";

export const GroupRuleEnum = enumOf<GroupRule>("GroupRule", "By what a payer belongs to a group.", {
  ITSELF: "It is the topmost company itself, or belongs to no other.",
  CONTROL: "It is controlled (verdict YES), directly or through others.",
  AFFILIATION: "A source counts it to the group; that does not say control.",
  CONTROL_AND_AFFILIATION: "Both stand in the chain that leads up; that does not say control.",
});

export const OutsideReasonEnum = enumOf<OutsideReason>(
  "OutsideReason",
  "Why what a payer of the same family paid is not counted in a group.",
  {
    ON_PAYMENT_DAY:
      "It belonged to the group on the day of the payment, and does not for certain on the day asked about.",
    POSSIBLY: "The claims leave open whether it belongs to the same group on the day asked about.",
  },
);

@ObjectType("PayerGroup", {
  description:
    "Payers that count as one group on a day, with what they paid: the same group as that of a finding's target. The word group does not say control.",
  simpleResolvers: true,
})
export class PayerGroupType implements Pick<ToldPayerGroup, "asOf" | "groupRule" | "totals" | "text"> {
  @Field(() => DateScalar, {
    description: "The day on which the group is read: validAt, without it the day of asking.",
  })
  declare asOf: number;

  @Field(() => GroupRuleEnum, { description: "By what its payers belong to it, all together." })
  declare groupRule: GroupRule;

  @Field(() => [FundingTotalType], {
    description: "What they paid, each funding once; one entry for each currency.",
  })
  declare totals: readonly FundingTotal[];

  @Field(() => String, { description: "Which payers are counted, and by which rule, in words." })
  declare text: string;
}

@ObjectType("GroupedPayer", { description: "A payer of a group.", simpleResolvers: true })
export class GroupedPayerType implements Pick<GroupedPayer, "rule" | "totals"> {
  @Field(() => GroupRuleEnum, { description: "By what it belongs to the group." })
  declare rule: GroupRule;

  @Field(() => [FundingTotalType], { description: "What it paid; one entry for each currency." })
  declare totals: readonly FundingTotal[];
}

@ObjectType("OutsideGroup", {
  description:
    "What was paid by others of the same family (they and the group may have a company above them in common) and is not counted in the group.",
  simpleResolvers: true,
})
export class OutsideGroupType implements Pick<OutsideGroup, "reason" | "totals" | "text"> {
  @Field(() => OutsideReasonEnum, { description: "Why it is not counted." })
  declare reason: OutsideReason;

  @Field(() => [FundingTotalType], { description: "What they paid; one entry for each currency." })
  declare totals: readonly FundingTotal[];

  @Field(() => String, { description: "How much more, from whom, and why it is not counted, in words." })
  declare text: string;
}
