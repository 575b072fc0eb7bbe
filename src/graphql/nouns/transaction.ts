import { Args, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { FlagState, SubjectRole } from "../../domain/flag.js";
import { printUncertainDate } from "../../domain/uncertain-date.js";
import type { Verdict } from "../../domain/verdict.js";
import { coverageText, timingText } from "../../explain/transaction-text.js";
import type { DecisionCoverage, FlagTiming, Timing, TransactionTiming } from "../../exposure/finding.js";
import { type Moment, Part, type TransactionMoment } from "../answer.js";
import type { GraphContext } from "../context.js";
import { DecisionType } from "./decision.js";
import { EntityType } from "./entity.js";
import { FlagStateEnum, SubjectRoleEnum, TimingEnum, VerdictEnum } from "./enums.js";
import { FlagType } from "./flag.js";
import { connectionOf } from "./page.js";
import { PrecisionArgs, ShareType } from "./quantity.js";
import { RelationType } from "./relation.js";
import { UncertainDateScalar } from "./scalars.js";

@ObjectType("DecisionCoverage", {
  description:
    "Whether a decision speaks of a counterparty, and of a transaction also whether it falls into the decision's time.",
  simpleResolvers: true,
})
export class DecisionCoverageType implements Pick<DecisionCoverage, "covers"> {
  @Field(() => VerdictEnum, {
    description:
      "YES: it names the counterparty, or covers subsidiaries and a named party controls it; NO: neither.",
  })
  declare covers: Verdict;
}

/** A coverage with the counterparties of which it speaks. */
type CoverageOf = Part<
  DecisionCoverage & { readonly counterparties: readonly string[]; readonly ofTransaction: boolean },
  Moment
>;

@Resolver(() => DecisionCoverageType)
export class DecisionCoverageResolver {
  @FieldResolver(() => DecisionType, { description: "The decision." })
  decision(@Root() { part, answer }: CoverageOf, @Ctx() context: GraphContext) {
    return context.decisionById(part.decision, answer);
  }

  @FieldResolver(() => String, { description: "Why, in a sentence." })
  explanation(@Root() { part, answer }: CoverageOf, @Ctx() context: GraphContext) {
    const { covers, counterparties, ofTransaction } = part;
    const decision = context.decisionById(part.decision, answer);
    return coverageText({ decision, covers, counterparties, ofTransaction }, context.names);
  }
}

@ObjectType("FlagTiming", {
  description: "How a transaction, or a whole finding, stands in time to one counted flag of the target.",
  simpleResolvers: true,
})
export class FlagTimingType implements Omit<FlagTiming, "flag"> {
  @Field(() => SubjectRoleEnum, { description: "The target's role in the flag." })
  declare role: SubjectRole;

  @Field(() => FlagStateEnum, { description: "The flag's state for this target on validAt." })
  declare state: FlagState;

  @Field(() => TimingEnum, { description: "Of a finding: the strongest over its dated transactions." })
  declare timing: Timing;

  @Field(() => FlagStateEnum, {
    nullable: true,
    description:
      "The flag's state on the day from which days are counted; OPEN where concurrent; null for BEFORE and UNDATED, and on a finding.",
  })
  declare flagState: FlagState | null;

  @Field(() => Int, {
    nullable: true,
    description: "Days to the flag's nearest open day; for AFTER and BEFORE only, null on a finding.",
  })
  declare days: number | null;
}

@Resolver(() => FlagTimingType)
export class FlagTimingResolver {
  @FieldResolver(() => FlagType, { description: "The flag." })
  flag(@Root() { flag }: FlagTiming, @Ctx() context: GraphContext) {
    return context.flagById(flag);
  }
}

@ObjectType("TransactionTiming", {
  description:
    "A Funding, a Collaboration or the university's tie to a program, once, under its strongest timing over the counted flags.",
  simpleResolvers: true,
})
export class TransactionTimingType implements Pick<TransactionTiming, "timing" | "flagState" | "days"> {
  @Field(() => TimingEnum, {
    description: "The strongest over the counted flags; NO_FLAG where none counts for the target.",
  })
  declare timing: Timing;

  @Field(() => FlagStateEnum, {
    nullable: true,
    description:
      "The state of `flag` on the day from which days are counted; OPEN where concurrent; null for BEFORE, UNDATED and NO_FLAG.",
  })
  declare flagState: FlagState | null;

  @Field(() => Int, {
    nullable: true,
    description: "Days to the nearest open day of `flag`; for AFTER and BEFORE only, null otherwise.",
  })
  declare days: number | null;

  @Field(() => [FlagTimingType], { description: "Its timing against each counted flag." })
  declare byFlag: TransactionTiming["byFlag"];
}

@Resolver(() => TransactionTimingType)
export class TransactionTimingResolver {
  @FieldResolver(() => RelationType, {
    description: "The claim: a Funding, a Collaboration, or the university's own tie to a program.",
  })
  relation(@Root() { part, answer }: Part<TransactionTiming, Moment>, @Ctx() context: GraphContext) {
    return context.claimById(part.relation, answer);
  }

  @FieldResolver(() => EntityType, { description: "With whom." })
  counterparty(@Root() { part }: Part<TransactionTiming>, @Ctx() context: GraphContext) {
    return context.entityById(part.counterparty);
  }

  @FieldResolver(() => ShareType, {
    nullable: true,
    description:
      "The target's economic share of the counterparty on the transaction's own day (in PARENT: the counterparty's of the target), of the finding that gives the timing; null in a closed loop.",
  })
  async economicShare(
    @Root() { part, answer }: Part<TransactionTiming, TransactionMoment>,
    @Args(() => PrecisionArgs) { precision }: PrecisionArgs,
  ) {
    return (await answer.transactionShare(part, precision ?? undefined)).share;
  }

  @FieldResolver(() => FlagType, {
    nullable: true,
    description: "The flag that gives the timing; null where no flag counts or it is undated.",
  })
  flag(@Root() { part: { flag } }: Part<TransactionTiming>, @Ctx() context: GraphContext) {
    return flag === null ? null : context.flagById(flag);
  }

  @FieldResolver(() => UncertainDateScalar, {
    nullable: true,
    description:
      "Of a POSSIBLY_CONCURRENT that only an unstated end makes possible: the first day for which no source vouches. Null where it does not rest on one, or no source says until when.",
  })
  lastStated(@Root() { part: { lastStated } }: Part<TransactionTiming>) {
    return lastStated == null ? null : printUncertainDate(lastStated, lastStated);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether it is POSSIBLY_CONCURRENT only because no source says when something ended.",
  })
  restsOnUnstatedEnd(@Root() { part: { lastStated } }: Part<TransactionTiming>) {
    return lastStated !== undefined;
  }

  @FieldResolver(() => String, {
    description:
      "How it stands in time to `flag`, in words that go on behind a clause: how far from it, and for which target.",
  })
  timingText(@Root() { part }: Part<TransactionTiming>, @Ctx() context: GraphContext) {
    return timingText(part, context.names);
  }

  @FieldResolver(() => DecisionCoverageType, {
    nullable: true,
    description:
      "The university's own decision after which it is dated, for certain or possibly; null where there is none.",
  })
  afterDecision(@Root() { part, answer }: Part<TransactionTiming, Moment>) {
    const { afterDecision, counterparty } = part;
    if (afterDecision === null) return null;
    return new Part({ ...afterDecision, counterparties: [counterparty], ofTransaction: true }, answer);
  }
}

export const TransactionConnection = connectionOf("Transaction", () => TransactionTimingType, "transactions");
