import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { MoneyRange } from "../../domain/money.js";
import type { Verdict } from "../../domain/verdict.js";
import type { ChannelId } from "../../exposure/channels.js";
import type { CounterpartyFinding, ExposureTotal, Finding, Timing } from "../../exposure/finding.js";
import { MOST_PATHS } from "../../questions/paths.js";
import type { Explanation, FindingDetails } from "../../questions/report/exposure-report.js";
import { type FindingMoment, Part, parts } from "../answer.js";
import type { GraphContext } from "../context.js";
import { ClaimType } from "./claim.js";
import { ResponseType } from "./decision.js";
import { EntityType, UniversityType } from "./entity.js";
import { ChannelEnum, ClaimStatusEnum, TimingEnum, VerdictEnum } from "./enums.js";
import { connectionOf } from "./page.js";
import { PathType } from "./path.js";
import { MoneyRangeType, PrecisionArgs, ShareType } from "./quantity.js";
import { RuleAnswerType, RuleArgs, RuleVerdictEnum } from "./rule.js";
import { CurrencyCodeScalar, DateScalar } from "./scalars.js";
import { CitationType, citationIn } from "./source.js";
import { DecisionCoverageType, FlagTimingType, TransactionTimingType } from "./transaction.js";

@ObjectType("CounterpartyFinding", {
  description: "What reached the university through one counterparty.",
  simpleResolvers: true,
})
export class CounterpartyFindingType implements Pick<CounterpartyFinding, "asOf" | "control"> {
  @Field(() => DateScalar, {
    description:
      "The last day, not after validAt, on which a transaction (in HOLDING: the chain) and a chain to it hold together for certain, else may.",
  })
  declare asOf: number;

  @Field(() => VerdictEnum, {
    description:
      "Whether the target controls the counterparty on asOf (in PARENT: the counterparty the target). In DIRECT they are the same: YES.",
  })
  declare control: Verdict;
}

@Resolver(() => CounterpartyFindingType)
export class CounterpartyFindingResolver {
  @FieldResolver(() => EntityType, { description: "With whom the university itself dealt." })
  counterparty(@Root() { part }: Part<CounterpartyFinding, FindingMoment>, @Ctx() context: GraphContext) {
    return context.entityById(part.counterparty);
  }

  @FieldResolver(() => [TransactionTimingType], {
    description: "What passed between them and belongs to the finding, in order of date.",
  })
  transactions(@Root() { part, answer }: Part<CounterpartyFinding, FindingMoment>) {
    return parts(part.transactions, answer);
  }

  @FieldResolver(() => ShareType, {
    nullable: true,
    description:
      "The target's economic share of the counterparty on asOf (in PARENT: the counterparty's of the target); 1 where they are the same, null in a closed loop.",
  })
  async economicShare(
    @Root() { part, answer }: Part<CounterpartyFinding, FindingMoment>,
    @Args(() => PrecisionArgs) { precision }: PrecisionArgs,
  ) {
    return (await answer.details.economicShare(part, precision ?? undefined)).share;
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether the owner lies in a loop of companies that own each other wholly: then there is no share.",
  })
  async closedLoop(@Root() { part, answer }: Part<CounterpartyFinding, FindingMoment>) {
    return (await answer.details.economicShare(part)).closedLoop;
  }

  @FieldResolver(() => RuleAnswerType, {
    description: "What a legal ownership rule says of the counterparty on asOf.",
  })
  rule(
    @Root() { part, answer }: Part<CounterpartyFinding, FindingMoment>,
    @Args(() => RuleArgs) { regime, flagged }: RuleArgs,
  ) {
    return answer.details.rule(part, regime, flagged ?? null);
  }

  @FieldResolver(() => PathType, { description: "The best proof through this counterparty." })
  path(@Root() { part, answer }: Part<CounterpartyFinding, FindingMoment>) {
    return new Part(part.path, answer);
  }
}

@ObjectType("Finding", {
  description:
    "One for each university, channel and target, with its proof. Not a Node: it belongs to one question.",
  simpleResolvers: true,
})
export class FindingType
  implements Pick<Finding, "key" | "channel" | "timing" | "restsOnUnstatedEnd" | "totals" | "control">
{
  @Field(() => String, {
    description:
      "Stable over questions and days: made of university, channel and target. For differences and bookmarks.",
  })
  declare key: string;

  @Field(() => ChannelEnum, { description: "How it reaches the university." })
  declare channel: ChannelId;

  @Field(() => TimingEnum, {
    description: "The strongest over transactions and flags; NO_FLAG where no flag counts for the target.",
  })
  declare timing: Timing;

  @Field(() => Boolean, {
    description: "Whether it is POSSIBLY_CONCURRENT only because no source says when something ended.",
  })
  declare restsOnUnstatedEnd: boolean;

  @Field(() => [ExposureTotalType], {
    description:
      "Its fundings, one entry for each currency; empty where it has none. A gift may stand in other findings too: totals above a finding count it once.",
  })
  declare totals: readonly ExposureTotal[];

  @Field(() => VerdictEnum, { description: "The strongest over counterparties: YES, UNDETERMINED, NO." })
  declare control: Verdict;

  @Field(() => [FlagTimingType], {
    description: "Every counted flag of the target; empty for a named target without any.",
  })
  declare flags: Finding["flags"];
}

function detailsOf({ part, answer }: Part<Finding>): FindingDetails {
  return answer.details(part);
}

function explained(finding: Part<Finding>, context: GraphContext): Promise<Explanation> {
  return detailsOf(finding).explanation(context.claimsKnownIn(finding.answer));
}

@Resolver(() => FindingType)
export class FindingResolver {
  @FieldResolver(() => ID, {
    description:
      "Of this answer: made of the question, the graph's version, the university, the channel and the target.",
  })
  id(@Root() finding: Part<Finding>) {
    return detailsOf(finding).id();
  }

  @FieldResolver(() => UniversityType, {
    description: "The university asked about; the money may have gone to a part of it.",
  })
  university(@Root() finding: Part<Finding>, @Ctx() context: GraphContext) {
    return context.entityById(finding.part.university);
  }

  @FieldResolver(() => EntityType, { description: "To whom it is exposed." })
  target(@Root() finding: Part<Finding>, @Ctx() context: GraphContext) {
    return context.entityById(finding.part.target);
  }

  @FieldResolver(() => EntityType, {
    description:
      "The topmost company that controls the target or to which it is affiliated (itself if none): what a reader calls the group; the word does not say control.",
  })
  async targetGroup(@Root() finding: Part<Finding>, @Ctx() context: GraphContext) {
    return context.entityById(await detailsOf(finding).targetGroup());
  }

  @FieldResolver(() => [CounterpartyFindingType], {
    description: "With whom the university itself dealt; in DIRECT the target.",
  })
  counterparties(@Root() { part, answer }: Part<Finding>) {
    const details = answer.details(part);
    const moment: FindingMoment = {
      knownAt: answer.knownAt,
      version: answer.version,
      details,
      transactionShare: (transaction, precision) => details.transactionShare(transaction, precision),
    };
    return parts(part.counterparties, moment);
  }

  @FieldResolver(() => [MoneyRangeType], {
    description:
      "What of its concurrent fundings is the target's own: each times the target's economic share of its payer on its own day, summed by currency. DIRECT and SUBSIDIARY only, else empty; unknown amounts add nothing.",
  })
  lookThrough(@Root() finding: Part<Finding>) {
    return detailsOf(finding).lookThrough();
  }

  @FieldResolver(() => RuleVerdictEnum, {
    description:
      "What a legal ownership rule says of its counterparties: the strongest, YES before UNDETERMINED.",
  })
  rule(@Root() finding: Part<Finding>, @Args(() => RuleArgs) { regime, flagged }: RuleArgs) {
    return detailsOf(finding).ruleVerdict(regime, flagged ?? null);
  }

  @FieldResolver(() => [DecisionCoverageType], {
    description:
      "The university's own decisions that speak, or may speak, of a counterparty, in order of date.",
  })
  decisions(@Root() { part, answer }: Part<Finding>) {
    const counterparties = part.counterparties.map(({ counterparty }) => counterparty);
    const decisions = answer.details(part).decisions();
    return parts(
      decisions.map((coverage) => ({ ...coverage, counterparties, ofTransaction: false })),
      answer,
    );
  }

  @FieldResolver(() => ClaimStatusEnum, {
    description: "The weakest status without which the finding would vanish.",
  })
  restsOn(@Root() finding: Part<Finding>) {
    return detailsOf(finding).restsOn();
  }

  @FieldResolver(() => PathType, {
    description:
      "The best proof: fewest claims among the paths valid on a day of some transaction, then the sequence of claim ids.",
  })
  path(@Root() { part, answer }: Part<Finding>) {
    return new Part(part.path, answer);
  }

  @FieldResolver(() => String, {
    description:
      "One channel in a short paragraph with numbered citations: its money with its timing, and the chain. Flags, replies and decisions stand in its group's.",
  })
  async explanation(@Root() finding: Part<Finding>, @Ctx() context: GraphContext) {
    return (await explained(finding, context)).text;
  }

  @FieldResolver(() => [CitationType], {
    description: "What the numbers in the explanation cite, in their order, from 1.",
  })
  async citations(@Root() finding: Part<Finding>, @Ctx() context: GraphContext) {
    const { citations } = await explained(finding, context);
    return citations.map((citation) => citationIn(finding.answer, citation, context));
  }

  @FieldResolver(() => [ClaimType], {
    description:
      "The relations without any one of which the finding would vanish; the flags' own claims are listed under flags.",
  })
  async criticalClaims(@Root() finding: Part<Finding>, @Ctx() context: GraphContext) {
    const ids = await detailsOf(finding).criticalClaims();
    return ids.map((id) => context.claimById(id, finding.answer));
  }

  @FieldResolver(() => [ResponseType], {
    description:
      "What was answered to its flags and decisions, as known on knownAt, in order of date, later than validAt too.",
  })
  responses(@Root() finding: Part<Finding>, @Ctx() context: GraphContext) {
    const ids = detailsOf(finding).responses();
    return ids.map((id) => context.claimById(id, finding.answer));
  }

  @FieldResolver(() => [PathType], {
    description:
      "Its proofs, distinct by their claims, the strongest of the shortest first: confirmed before reported, money before other dealings, the higher source grade, then the newest. Proofs, not summands: shares are never computed along a path.",
  })
  async paths(
    @Root() finding: Part<Finding>,
    @Arg("limit", () => Int, {
      nullable: true,
      defaultValue: 3,
      description: `How many paths, 1 to ${MOST_PATHS}.`,
    })
    limit: number | null,
    @Ctx() context: GraphContext,
  ) {
    const paths = await detailsOf(finding).paths(limit ?? 3, context.claimsKnownIn(finding.answer));
    return parts(paths, finding.answer);
  }
}

export const FindingConnection = connectionOf("Finding", () => FindingType, "findings");

@ObjectType("ExposureTotal", {
  description:
    "Fundings only, of one currency. Each that was paid stands in exactly one of the six timing columns, any other in committed; afterDecision is a part of what was paid. A sum of ranges: min adds the least amounts, max the most; max is null where one of them has no upper bound.",
  simpleResolvers: true,
})
export class ExposureTotalType implements ExposureTotal {
  @Field(() => CurrencyCodeScalar, {
    description: "The currency of all sums; XXX where the sources name none.",
  })
  declare currency: string;

  @Field(() => MoneyRangeType, {
    description: "While a counted flag was open, in every reading of the dates.",
  })
  declare concurrent: MoneyRange;

  @Field(() => MoneyRangeType, {
    description: "While a counted flag was open, in some reading of the dates.",
  })
  declare possiblyConcurrent: MoneyRange;

  @Field(() => MoneyRangeType, { description: "After the counted flags were open." })
  declare after: MoneyRange;

  @Field(() => MoneyRangeType, { description: "Before any counted flag was open." })
  declare before: MoneyRange;

  @Field(() => MoneyRangeType, { description: "On days that no source gives." })
  declare undated: MoneyRange;

  @Field(() => MoneyRangeType, {
    description:
      "To targets for which no probe or listing counts: there is nothing that it could be during, before or after.",
  })
  declare withoutFlag: MoneyRange;

  @Field(() => MoneyRangeType, {
    description:
      "Announced or promised, and no source shows that it was paid. Part of no other column: never add it to them.",
  })
  declare committed: MoneyRange;

  @Field(() => MoneyRangeType, {
    description:
      "Dated after the university's own decision on that counterparty; min counts those that the decision covers for certain, max also the undetermined ones. It may have been promised before.",
  })
  declare afterDecision: MoneyRange;

  @Field(() => Int, { description: "How many distinct fundings were summed, unknown amounts included." })
  declare transactions: number;

  @Field(() => Int, {
    description: "How many of them have no known amount, or one for a year only: they change no sum.",
  })
  declare unknownAmounts: number;

  @Field(() => Int, { description: "How many of the amounts that were summed are about so much." })
  declare approximate: number;
}
