import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { printUncertainDate } from "../../domain/uncertain-date.js";
import { coverageText } from "../../explain/coverage-text.js";
import { timingText } from "../../explain/timing-text.js";
import type { DecisionCoverage, FlagTiming, TransactionTiming } from "../../exposure/finding.js";
import { type PartOfAnswer, partOf, type TransactionMoment } from "../answer.js";
import type { GraphContext } from "../context.js";
import type { Moment } from "../moment.js";
import { DecisionType } from "../types/claim.type.js";
import { EntityType } from "../types/entity.type.js";
import { DecisionCoverageType, FlagTimingType, TransactionTimingType } from "../types/finding.type.js";
import { FlagType } from "../types/flag.type.js";
import { ShareType } from "../types/quantity.type.js";
import { RelationType } from "../types/relation.type.js";
import { UncertainDateScalar } from "../types/scalars.js";

@Resolver(() => TransactionTimingType)
export class TransactionTimingResolver {
  @FieldResolver(() => RelationType, {
    description: "The claim: a Funding, a Collaboration, or the university's own tie to a program.",
  })
  relation(
    @Root() { relation, answer }: PartOfAnswer<TransactionTiming, Moment>,
    @Ctx() context: GraphContext,
  ) {
    return context.claimById(relation, answer);
  }

  @FieldResolver(() => EntityType, { description: "With whom." })
  counterparty(@Root() { counterparty }: TransactionTiming, @Ctx() context: GraphContext) {
    return context.entityById(counterparty);
  }

  @FieldResolver(() => ShareType, {
    nullable: true,
    description:
      "The target's economic share of the counterparty on the transaction's own day (in PARENT: the counterparty's of the target), of the finding that gives the timing; null in a closed loop.",
  })
  economicShare(@Root() transaction: PartOfAnswer<TransactionTiming, TransactionMoment>) {
    return transaction.answer.transactionShare(transaction).share;
  }

  @FieldResolver(() => FlagType, {
    nullable: true,
    description: "The flag that gives the timing; null where no flag counts or it is undated.",
  })
  flag(@Root() { flag }: TransactionTiming, @Ctx() context: GraphContext) {
    return flag === null ? null : context.flagById(flag);
  }

  @FieldResolver(() => UncertainDateScalar, {
    nullable: true,
    description:
      "Of a POSSIBLY_CONCURRENT that only an unstated end makes possible: the first day for which no source vouches. Null where it does not rest on one, or no source says until when.",
  })
  lastStated(@Root() { lastStated }: TransactionTiming) {
    return lastStated == null ? null : printUncertainDate(lastStated, lastStated);
  }

  @FieldResolver(() => String, {
    description:
      "How it stands in time to `flag`, in words that go on behind a clause: how far from it, and for which target.",
  })
  timingText(@Root() transaction: TransactionTiming, @Ctx() context: GraphContext) {
    return timingText(transaction, context.names);
  }

  @FieldResolver(() => [FlagTimingType], { description: "Its timing against each counted flag." })
  byFlag(@Root() { byFlag }: TransactionTiming) {
    return byFlag;
  }

  @FieldResolver(() => DecisionCoverageType, {
    nullable: true,
    description:
      "The university's own decision after which it is dated, for certain or possibly; null where there is none.",
  })
  afterDecision(@Root() { afterDecision, counterparty, answer }: PartOfAnswer<TransactionTiming, Moment>) {
    if (afterDecision === null) return null;
    return partOf(answer, { counterparties: [counterparty], ofTransaction: true, ...afterDecision });
  }
}

@Resolver(() => FlagTimingType)
export class FlagTimingResolver {
  @FieldResolver(() => FlagType, { description: "The flag." })
  flag(@Root() { flag }: FlagTiming, @Ctx() context: GraphContext) {
    return context.flagById(flag);
  }
}

/** A coverage with the counterparties of which it speaks. */
type CoverageOf = PartOfAnswer<
  DecisionCoverage & { readonly counterparties: readonly string[]; readonly ofTransaction: boolean },
  Moment
>;

@Resolver(() => DecisionCoverageType)
export class DecisionCoverageResolver {
  @FieldResolver(() => DecisionType, { description: "The decision." })
  decision(@Root() { decision, answer }: CoverageOf, @Ctx() context: GraphContext) {
    return context.decisionById(decision, answer);
  }

  @FieldResolver(() => String, { description: "Why, in a sentence." })
  explanation(@Root() coverage: CoverageOf, @Ctx() context: GraphContext) {
    const decision = context.decisionById(coverage.decision, coverage.answer);
    const { covers, counterparties, ofTransaction } = coverage;
    return coverageText({ decision, covers, counterparties, ofTransaction }, context.names);
  }
}
