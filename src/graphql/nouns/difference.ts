import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import type { ClaimId } from "../../domain/claim.js";
import { cameText, changedText, wentText } from "../../explain/difference-text.js";
import type { ChangedFinding, FindingCause } from "../../exposure/differences/difference-of-findings.js";
import type { FindingChange } from "../../exposure/differences/finding-changes.js";
import type { Finding } from "../../exposure/finding.js";
import type { Regime } from "../../ownership/rules/regimes.js";
import {
  MOST_SUPPOSITIONS,
  type Scenario,
  type ScenarioThreshold,
} from "../../questions/arguments/scenario.js";
import { answerChanges } from "../../questions/changes.js";
import { type ExposureChange, watchExposure } from "../../questions/exposure-changed.js";
import { claimsBecause, type ExposureDifference } from "../../questions/report/exposure-difference.js";
import { answerWhatIf } from "../../questions/what-if.js";
import { Part, parts, reportPart } from "../answer.js";
import type { GraphContext } from "../context.js";
import { ClaimType } from "./claim.js";
import { enumOf } from "./enums.js";
import { ExposureReportType } from "./exposure.js";
import { ExposureArgs, exposureOptions } from "./exposure-arguments.js";
import { FindingType } from "./finding.js";
import { RegimeEnum } from "./rule.js";
import { DateScalar } from "./scalars.js";

@InputType("ScenarioShare", { description: "Another share in an Ownership. Fractions in [0, 1]." })
export class ScenarioShareInput {
  @Field(() => ID, { description: "The Ownership claim." })
  declare claim: string;

  @Field(() => Float, { description: "The least that it may be." })
  declare min: number;

  @Field(() => Float, { description: "The most that it may be; equal to min for a share that is known." })
  declare max: number;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: "Whether it is more than min." })
  declare minExclusive?: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: "Whether it is less than max." })
  declare maxExclusive?: boolean | null;
}

@InputType("ScenarioThreshold", { description: "Another threshold for a legal ownership rule." })
export class ScenarioThresholdInput implements ScenarioThreshold {
  @Field(() => RegimeEnum, { description: "The rule." })
  declare regime: Regime;

  @Field(() => Float, { description: "A fraction in [0, 1]." })
  declare threshold: number;

  @Field(() => Boolean, { description: "Whether the threshold itself suffices." })
  declare inclusive: boolean;
}

@InputType("Scenario", {
  description: `What would be otherwise: at most ${MOST_SUPPOSITIONS} items. Nothing is written.`,
})
export class ScenarioInput {
  @Field(() => [ID], {
    nullable: true,
    description: "Claims of any sort that do not exist, in every version.",
  })
  declare rejectClaims?: readonly string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Sources taken as not believed: a claim falls with the last of its sources.",
  })
  declare rejectSources?: readonly string[] | null;

  @Field(() => [ScenarioShareInput], { nullable: true, description: "Other shares in Ownerships." })
  declare shares?: readonly ScenarioShareInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Entities that are listed from validAt on; the listing counts whatever lists are selected.",
  })
  declare list?: readonly string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Entities of which no listing counts, or listings that count for no entity.",
  })
  declare delist?: readonly string[] | null;

  @Field(() => [[ID]], {
    nullable: true,
    description:
      "Groups of entities of one kind that are one party. No claim says so, so no path shows a step for it.",
  })
  declare same?: readonly (readonly string[])[] | null;

  @Field(() => [ScenarioThresholdInput], { nullable: true, description: "Other thresholds of rules." })
  declare thresholds?: readonly ScenarioThresholdInput[] | null;
}

/** A scenario as the engine takes it. */
export function scenarioOf(input: ScenarioInput): Scenario {
  const { shares, ...others } = input;
  return {
    ...others,
    shares: shares?.map(({ minExclusive, maxExclusive, ...share }) => ({
      ...share,
      minExclusive: minExclusive ?? false,
      maxExclusive: maxExclusive ?? false,
    })),
  };
}

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

@Resolver(() => ExposureDifferenceType)
export class ExposureDifferenceResolver {
  @Query(() => ExposureDifferenceType, {
    nullable: true,
    description:
      "What a university would be exposed to if something were otherwise, against the answer as it is. Nothing is written. Null where there is no such university.",
  })
  whatIf(@Args(() => WhatIfArgs) args: WhatIfArgs, @Ctx() context: GraphContext) {
    const { university, scenario, ...options } = args;
    const question = { university, scenario: scenarioOf(scenario), ...exposureOptions(options) };
    return answerWhatIf(context.graph, question);
  }

  @Query(() => ExposureDifferenceType, {
    nullable: true,
    description:
      "What changed for a university between two moments, each change with the claims that caused it. Null where there is no such university.",
  })
  changes(@Args(() => ChangesArgs) args: ChangesArgs, @Ctx() context: GraphContext) {
    const { university, sinceKnownAt, sinceValidAt, ...options } = args;
    const since = { sinceKnownAt, ...(sinceValidAt != null && { sinceValidAt }) };
    return answerChanges(context.graph, { university, ...since, ...exposureOptions(options) });
  }

  @FieldResolver(() => ExposureReportType, { description: "The answer as it is, or as it was." })
  before(@Root() difference: AnyDifference) {
    return sideOf(difference, "before");
  }

  @FieldResolver(() => ExposureReportType, {
    description:
      "The answer as it would be, or as it is; of a scenario every text says first what is supposed.",
  })
  after(@Root() difference: AnyDifference) {
    return sideOf(difference, "after");
  }

  @FieldResolver(() => [FindingCauseType], { description: "Findings that only `after` has, in its order." })
  added(@Root() difference: AnyDifference) {
    return parts(difference.added, { difference, side: "after" });
  }

  @FieldResolver(() => [FindingCauseType], { description: "Findings that only `before` has, in its order." })
  removed(@Root() difference: AnyDifference) {
    return parts(difference.removed, { difference, side: "before" });
  }

  @FieldResolver(() => [ChangedFindingType], {
    description: "Findings of both in which something differs, in the order of `after`.",
  })
  async changed(@Root() difference: AnyDifference) {
    return parts(await difference.changed(), difference);
  }
}

@ObjectType("FindingCause", {
  description: "A finding that only one of two answers has.",
  simpleResolvers: true,
})
export class FindingCauseType {}

/** Of two questions on one version of the graph, or of one question on two. */
type AnyDifference = ExposureDifference & Partial<Pick<ExposureChange, "earlier">>;

/** One of the two answers: what was is read as it stood in the earlier version. */
function sideOf(difference: AnyDifference, side: "before" | "after") {
  return reportPart(difference[side], side === "before" ? difference.earlier : undefined);
}

/** A finding that only one of the answers has. */
type Cause = Part<FindingCause, { readonly difference: AnyDifference; readonly side: "before" | "after" }>;

/** A finding that both have. */
type Change = Part<ChangedFinding, AnyDifference>;

@Resolver(() => FindingCauseType)
export class FindingCauseResolver {
  @FieldResolver(() => String, { description: "That the finding was added or removed, in a sentence." })
  text(@Root() { part: { finding }, answer }: Cause, @Ctx() context: GraphContext) {
    return answer.side === "before" ? wentText(finding, context.names) : cameText(finding, context.names);
  }

  @FieldResolver(() => FindingType, { description: "The finding." })
  finding(@Root() { part, answer }: Cause) {
    return findingOf(answer.difference, answer.side, part.finding);
  }

  @FieldResolver(() => [ClaimType], {
    description:
      "The claims that make the difference, by id; empty where a supposed listing or sameness alone does.",
  })
  async because(@Root() { part, answer }: Cause, @Ctx() context: GraphContext) {
    return claimsOf(answer.difference, await claimsBecause(part), context);
  }
}

@ObjectType("ChangedFinding", { description: "A finding that both answers have.", simpleResolvers: true })
export class ChangedFindingType {
  @Field(() => [FindingChangeEnum], { description: "In what it differs." })
  declare what: readonly FindingChange[];
}

@Resolver(() => ChangedFindingType)
export class ChangedFindingResolver {
  @FieldResolver(() => String, { description: "In what the finding changed, in a sentence or two." })
  text(@Root() { part: { before, after, what } }: Change, @Ctx() context: GraphContext) {
    return changedText(before, after, what, context.names);
  }

  @FieldResolver(() => FindingType, { description: "The finding in the first answer." })
  before(@Root() { part, answer }: Change) {
    return findingOf(answer, "before", part.before);
  }

  @FieldResolver(() => FindingType, { description: "The finding in the second answer." })
  after(@Root() { part, answer }: Change) {
    return findingOf(answer, "after", part.after);
  }

  @FieldResolver(() => [ClaimType], {
    description:
      "The claims that make the difference, by id; empty where a supposed listing or sameness alone does.",
  })
  async because(@Root() { part, answer }: Change, @Ctx() context: GraphContext) {
    return claimsOf(answer, await claimsBecause(part), context);
  }
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

function findingOf(difference: AnyDifference, side: "before" | "after", finding: Finding) {
  return new Part(finding, sideOf(difference, side).answer);
}

/** Claims as known in the later answer, else as they were last known. */
function claimsOf(difference: AnyDifference, because: readonly ClaimId[], context: GraphContext) {
  const { knownAt } = difference.after.scope;
  return because.map((id) => context.claimEverKnown(id, { knownAt }));
}

@Resolver()
export class SubscriptionResolver {
  @Subscription(() => ExposureDifferenceType, {
    description:
      "Tells what a load changed for a university: the question `exposure` with its defaults before and after, whenever a new version of the graph makes a difference to it. Several loads in a row may come as one.",
    subscribe: ({ args, context }: { args: ExposureChangedArgs; context: GraphContext }) =>
      watchExposure(context.resident, args.university, context.watching),
  })
  exposureChanged(@Args(() => ExposureChangedArgs) _: ExposureChangedArgs, @Ctx() context: GraphContext) {
    return context.change;
  }
}
