import { ArgsType, Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { Verdict } from "../../domain/verdict.js";
import type { RuleVerdict } from "../../ownership/rules/ownership-rule.js";
import type { Regime } from "../../ownership/rules/regimes.js";
import type { UnsettledShare } from "../../ownership/rules/unsettled-shares.js";
import type { RuleAnswer } from "../../questions/ownership-rule.js";
import { enumOf } from "../enum-of.js";
import { VerdictEnum } from "./enums.js";
import { RegimeEnum } from "./regime.type.js";
import { DateScalar } from "./scalars.js";

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
      "How much of the company's shares is attributed to anybody: a fraction, above 1 where claims contradict each other.",
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
}
