import { Args, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import { mayBePublishedBy } from "../../domain/source.js";
import type { CounterpartyFinding } from "../../exposure/finding.js";
import type { Explanation } from "../../questions/report/exposure-report.js";
import {
  type Answer,
  AnsweredCounterparty,
  type AnsweredFinding,
  momentOf,
  partOf,
  pathIn,
} from "../answer.js";
import type { Citation } from "../citations.js";
import type { GraphContext } from "../context.js";
import { ClaimType, ResponseType } from "../types/claim.type.js";
import { EntityType, UniversityType } from "../types/entity.type.js";
import { ClaimStatusEnum } from "../types/enums.js";
import {
  CounterpartyFindingType,
  DecisionCoverageType,
  FindingType,
  FlagTimingType,
  TransactionTimingType,
} from "../types/finding.type.js";
import { PathType } from "../types/path.type.js";
import { MoneyRangeType, ShareType } from "../types/quantity.type.js";
import { RuleAnswerType, RuleArgs, RuleVerdictEnum } from "../types/rule.type.js";
import { CitationType } from "../types/source.type.js";

/** What a number in a text of an answer cites. */
export function citationIn(
  { knownAt }: Answer,
  citation: Explanation["citations"][number],
  context: GraphContext,
): Citation {
  const source = context.sourceById(citation.source);
  return { ...citation, source, isLater: !mayBePublishedBy(source, knownAt) };
}

@Resolver(() => FindingType)
export class FindingResolver {
  @FieldResolver(() => ID, {
    description:
      "Of this answer: made of the question, the graph's version, the university, the channel and the target.",
  })
  id(@Root() finding: AnsweredFinding) {
    return finding.details().id();
  }

  @FieldResolver(() => UniversityType, {
    description: "The university asked about; the money may have gone to a part of it.",
  })
  university(@Root() finding: AnsweredFinding, @Ctx() context: GraphContext) {
    return context.entityById(finding.university);
  }

  @FieldResolver(() => EntityType, { description: "To whom it is exposed." })
  target(@Root() finding: AnsweredFinding, @Ctx() context: GraphContext) {
    return context.entityById(finding.target);
  }

  @FieldResolver(() => EntityType, {
    description:
      "The topmost company that controls the target or to which it is affiliated (itself if none): what a reader calls the group; the word does not say control.",
  })
  targetGroup(@Root() finding: AnsweredFinding, @Ctx() context: GraphContext) {
    return context.entityById(finding.details().targetGroup());
  }

  @FieldResolver(() => [CounterpartyFindingType], {
    description: "With whom the university itself dealt; in DIRECT the target.",
  })
  counterparties(@Root() finding: AnsweredFinding) {
    const moment = momentOf(finding);
    return finding.counterparties.map((counterparty) => new AnsweredCounterparty(moment, counterparty));
  }

  @FieldResolver(() => [MoneyRangeType], {
    description:
      "What of its concurrent fundings is the target's own: each times the target's economic share of its payer on its own day, summed by currency. DIRECT and SUBSIDIARY only, else empty; unknown amounts add nothing.",
  })
  lookThrough(@Root() finding: AnsweredFinding) {
    return finding.details().lookThrough();
  }

  @FieldResolver(() => RuleVerdictEnum, {
    description:
      "What a legal ownership rule says of its counterparties: the strongest, YES before UNDETERMINED.",
  })
  rule(@Root() finding: AnsweredFinding, @Args(() => RuleArgs) { regime, flagged }: RuleArgs) {
    return finding.details().ruleVerdict(regime, flagged ?? null);
  }

  @FieldResolver(() => [DecisionCoverageType], {
    description:
      "The university's own decisions that speak, or may speak, of a counterparty, in order of date.",
  })
  decisions(@Root() finding: AnsweredFinding) {
    const counterparties = finding.counterparties.map(({ counterparty }) => counterparty);
    return finding
      .details()
      .decisions()
      .map((coverage) => partOf(finding.answer, { counterparties, ofTransaction: false, ...coverage }));
  }

  @FieldResolver(() => [FlagTimingType], {
    description: "Every counted flag of the target; empty for a named target without any.",
  })
  flags(@Root() { flags }: AnsweredFinding) {
    return flags;
  }

  @FieldResolver(() => ClaimStatusEnum, {
    description: "The weakest status without which the finding would vanish.",
  })
  restsOn(@Root() finding: AnsweredFinding) {
    return finding.details().restsOn();
  }

  @FieldResolver(() => PathType, {
    description:
      "The best proof: fewest claims among the paths valid on a day of some transaction, then the sequence of claim ids.",
  })
  path(@Root() { path, answer }: AnsweredFinding) {
    return pathIn(answer, path);
  }

  @FieldResolver(() => String, {
    description:
      "One channel in a short paragraph with numbered citations: its money with its timing, and the chain. Flags, replies and decisions stand in its group's.",
  })
  async explanation(@Root() finding: AnsweredFinding, @Ctx() context: GraphContext) {
    return (await finding.explanation(context)).text;
  }

  @FieldResolver(() => [CitationType], {
    description: "What the numbers in the explanation cite, in their order, from 1.",
  })
  async citations(@Root() finding: AnsweredFinding, @Ctx() context: GraphContext) {
    const { citations } = await finding.explanation(context);
    return citations.map((citation) => citationIn(finding.answer, citation, context));
  }

  @FieldResolver(() => [ClaimType], {
    description:
      "The relations without any one of which the finding would vanish; the flags' own claims are listed under flags.",
  })
  criticalClaims(@Root() finding: AnsweredFinding, @Ctx() context: GraphContext) {
    const ids = finding.details().criticalClaims();
    return ids.map((id) => context.claimById(id, finding.answer));
  }

  @FieldResolver(() => [ResponseType], {
    description:
      "What was answered to its flags and decisions, as known on knownAt, in order of date, later than validAt too.",
  })
  responses(@Root() finding: AnsweredFinding, @Ctx() context: GraphContext) {
    const ids = finding.details().responses();
    return ids.map((id) => context.claimById(id, finding.answer));
  }
}

@Resolver(() => CounterpartyFindingType)
export class CounterpartyFindingResolver {
  @FieldResolver(() => EntityType, { description: "With whom the university itself dealt." })
  counterparty(@Root() { counterparty }: CounterpartyFinding, @Ctx() context: GraphContext) {
    return context.entityById(counterparty);
  }

  @FieldResolver(() => [TransactionTimingType], {
    description: "What passed between them and belongs to the finding, in order of date.",
  })
  transactions(@Root() { transactions, answer }: AnsweredCounterparty) {
    return transactions.map((transaction) => partOf(answer, transaction));
  }

  @FieldResolver(() => ShareType, {
    nullable: true,
    description:
      "The target's economic share of the counterparty on asOf (in PARENT: the counterparty's of the target); 1 where they are the same, null in a closed loop.",
  })
  economicShare(@Root() counterparty: AnsweredCounterparty) {
    return counterparty.answer.details().economicShare(counterparty).share;
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether the owner lies in a loop of companies that own each other wholly: then there is no share.",
  })
  closedLoop(@Root() counterparty: AnsweredCounterparty) {
    return counterparty.answer.details().economicShare(counterparty).closedLoop;
  }

  @FieldResolver(() => RuleAnswerType, {
    description: "What a legal ownership rule says of the counterparty on asOf.",
  })
  rule(@Root() counterparty: AnsweredCounterparty, @Args(() => RuleArgs) { regime, flagged }: RuleArgs) {
    return counterparty.answer.details().rule(counterparty, regime, flagged ?? null);
  }

  @FieldResolver(() => PathType, { description: "The best proof through this counterparty." })
  path(@Root() { path, answer }: AnsweredCounterparty) {
    return pathIn(answer, path);
  }
}
