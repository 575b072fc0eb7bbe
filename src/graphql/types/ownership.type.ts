import { ArgsType, Field, Float, ID, ObjectType } from "type-graphql";
import type { OwnershipRight } from "../../domain/relation.js";
import type { Verdict } from "../../domain/verdict.js";
import type { IntegratedOwnershipAnswer } from "../../questions/integrated-ownership.js";
import type { OwnershipAnswer, Stake } from "../../questions/ownership.js";
import { OwnershipRightEnum, VerdictEnum } from "./enums.js";
import { HoldingArgs, ListArgs } from "./page.type.js";
import { DateScalar } from "./scalars.js";

const ON = "On which day. Null: today.";
const KNOWN_AT = "Only what was known on this day counts. Null: today.";
const KNOWN =
  "How much of its shares is attributed to anybody: a fraction, above 1 where claims contradict each other.";
const UNKNOWN = "The rest of its shares: a fraction.";
const CLOSED_LOOP =
  "Whether the owner lies in a loop of companies that own each other wholly: then there is no number.";
const CONVERGED = "False only where a ring of more than 500 companies was iterated and did not settle.";
const PROBLEMS = "Contradictions among the shares that were read, each as a clause; nothing is normalised.";

@ArgsType()
export class OwnershipArgs {
  @Field(() => ID, { description: "Whose holders and holdings." })
  declare of: string;

  @Field(() => OwnershipRightEnum, {
    nullable: true,
    defaultValue: "unspecified",
    description:
      "Which right the direct shares are read in. UNSPECIFIED: economic shares, votes where nothing else is given. Integrated shares are economic.",
  })
  declare right?: OwnershipRight | null;

  @Field(() => DateScalar, { nullable: true, description: ON })
  declare validAt?: number | null;

  @Field(() => DateScalar, { nullable: true, description: KNOWN_AT })
  declare knownAt?: number | null;
}

@ArgsType()
export class IntegratedOwnershipArgs {
  @Field(() => ID, { description: "Who may own." })
  declare owner: string;

  @Field(() => ID, { description: "What may be owned." })
  declare company: string;

  @Field(() => DateScalar, { nullable: true, description: ON })
  declare validAt?: number | null;

  @Field(() => DateScalar, { nullable: true, description: KNOWN_AT })
  declare knownAt?: number | null;
}

/** Clocks and page of a list of claims that may hold on a day. */
@ArgsType()
export class OwnershipListArgs extends ListArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which the claim may hold. Null: whenever it held.",
  })
  declare validAt?: number | null;
}

@ArgsType()
export class SubsidiariesArgs extends OwnershipListArgs {
  @Field(() => Float, {
    nullable: true,
    description: "A fraction: drops those of which the integrated share is certainly below it. Null: none.",
  })
  declare minShare?: number | null;
}

/** Clocks of a whole list of kin. */
@ArgsType()
export class KinArgs extends HoldingArgs {}

@ObjectType("Stake", { description: "A party above or below an entity.", simpleResolvers: true })
export class StakeType implements Pick<Stake, "control" | "closedLoop" | "converged"> {
  @Field(() => VerdictEnum, { description: "Whether the upper of the two controls the lower." })
  declare control: Verdict;

  @Field(() => Boolean, { description: CLOSED_LOOP })
  declare closedLoop: boolean;

  @Field(() => Boolean, { description: CONVERGED })
  declare converged: boolean;
}

@ObjectType("OwnershipAnswer", {
  description: "Who owns an entity and what it owns, on a day.",
  simpleResolvers: true,
})
export class OwnershipAnswerType
  implements Pick<OwnershipAnswer, "right" | "known" | "unknown" | "problems">
{
  @Field(() => OwnershipRightEnum, { description: "The right that the direct shares are read in." })
  declare right: OwnershipRight;

  @Field(() => Float, { description: KNOWN })
  declare known: number;

  @Field(() => Float, { description: UNKNOWN })
  declare unknown: number;

  @Field(() => [String], { description: PROBLEMS })
  declare problems: readonly string[];
}

@ObjectType("IntegratedOwnership", {
  description: "What an owner owns of a company on a day, directly and through everything between.",
  simpleResolvers: true,
})
export class IntegratedOwnershipType
  implements Pick<IntegratedOwnershipAnswer, "closedLoop" | "converged" | "known" | "unknown" | "problems">
{
  @Field(() => Boolean, { description: CLOSED_LOOP })
  declare closedLoop: boolean;

  @Field(() => Boolean, { description: CONVERGED })
  declare converged: boolean;

  @Field(() => Float, { description: KNOWN })
  declare known: number;

  @Field(() => Float, { description: UNKNOWN })
  declare unknown: number;

  @Field(() => [String], { description: PROBLEMS })
  declare problems: readonly string[];
}
