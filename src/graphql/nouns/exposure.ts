import { Args, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Verdict } from "../../domain/verdict.js";
import type { ExposureTotal, Timing } from "../../exposure/finding.js";
import type { ExposureGroup } from "../../exposure/findings/exposure-groups.js";
import type { ResidentEntity } from "../../graph/entity-table.js";
import { answerExposure } from "../../questions/exposure.js";
import { findingList, groupList, transactionList } from "../../questions/lists/finding-lists.js";
import {
  AnsweredGroup,
  type AnsweredReport,
  answeredFinding,
  answerOf,
  partOf,
  pathIn,
  type TransactionMoment,
} from "../answer.js";
import type { GraphContext } from "../context.js";
import { ClaimType } from "./claim.js";
import { EntityType, UniversityType } from "./entity.js";
import { TimingEnum, VerdictEnum } from "./enums.js";
import {
  ExposureArgs,
  exposureOptions,
  FindingsArgs,
  TransactionsArgs,
  UniversityExposureArgs,
} from "./exposure-arguments.js";
import { ExposureTotalType, FindingConnection, FindingType } from "./finding.js";
import { FlagType } from "./flag.js";
import { connection, connectionOf, PageArgs } from "./page.js";
import { PathType } from "./path.js";
import { SearchScopeType } from "./scope.js";
import { CitationType, CopyCitationArgs, citationIn, written } from "./source.js";
import { TransactionConnection } from "./transaction.js";

@ObjectType("ExposureGroup", {
  description: "Findings as a reader wants them: one entry for a group of targets.",
  simpleResolvers: true,
})
export class ExposureGroupType implements Pick<ExposureGroup, "timing" | "control" | "totals"> {
  @Field(() => TimingEnum, { description: "The strongest of its findings, repeats left out." })
  declare timing: Timing;

  @Field(() => VerdictEnum, { description: "The strongest of its findings, repeats left out." })
  declare control: Verdict;

  @Field(() => [ExposureTotalType], {
    description: "Each transaction once, under its strongest timing; one entry for each currency.",
  })
  declare totals: readonly ExposureTotal[];
}

@Resolver(() => ExposureGroupType)
export class ExposureGroupResolver {
  @FieldResolver(() => String, {
    description:
      "The group to be copied into a text: headline, paragraph, the university's own decisions, clocks, and the sources in the order of their numbers, each with its grade.",
  })
  async citation(
    @Root() group: AnsweredGroup,
    @Args(() => CopyCitationArgs) args: CopyCitationArgs,
    @Ctx() context: GraphContext,
  ) {
    return written(await group.citation(context), args);
  }

  @FieldResolver(() => String, {
    description: "The group in one sentence of at most 30 words, without numbers of citations.",
  })
  headline(@Root() group: AnsweredGroup, @Ctx() context: GraphContext) {
    return group.headline(context);
  }

  @FieldResolver(() => String, {
    description:
      "The group as one paragraph with numbered citations: the money and how it stands in time, other dealings, the flags with outcome and replies, the university's own decision, what is not known. At most 150 words, and a sentence for each further flag.",
  })
  async explanation(@Root() group: AnsweredGroup, @Ctx() context: GraphContext) {
    return (await group.explanation(context)).text;
  }

  @FieldResolver(() => [CitationType], {
    description:
      "What the numbers in the explanation cite, in their order, from 1; the strongest claim first.",
  })
  async citations(@Root() group: AnsweredGroup, @Ctx() context: GraphContext) {
    const { citations } = await group.explanation(context);
    return citations.map((citation) => citationIn(group.answer, citation, context));
  }

  @FieldResolver(() => PathType, {
    description:
      "The strongest proof of its findings, repeats left out: confirmed before reported, money before other dealings, the higher source grade, then the newest.",
  })
  async proof(@Root() group: AnsweredGroup, @Ctx() context: GraphContext) {
    return pathIn(group.answer, await group.proof(context));
  }

  @FieldResolver(() => EntityType, {
    description:
      "The topmost company that controls the targets or to which they are affiliated; a target itself where there is none. The word does not say control.",
  })
  group(@Root() { group }: AnsweredGroup, @Ctx() context: GraphContext) {
    return context.entityById(group);
  }

  @FieldResolver(() => [FindingType], {
    description: "The group's findings in their order, repeats left out.",
  })
  findings(@Root() { findings, answer }: AnsweredGroup) {
    return findings.map((finding) => answeredFinding(answer, finding));
  }

  @FieldResolver(() => [FindingType], {
    description:
      "Findings whose transactions all stand in earlier findings of the group: the same money, read again for another target.",
  })
  repeats(@Root() { repeats, answer }: AnsweredGroup) {
    return repeats.map((finding) => answeredFinding(answer, finding));
  }
}

@ObjectType("ExposureReport", { description: "The answer to an exposure question.", simpleResolvers: true })
export class ExposureReportType {
  @Field(() => [ExposureTotalType], {
    description:
      "Over distinct transactions, each once under its strongest timing; not the sum of the findings' totals. One entry for each currency.",
  })
  declare totals: readonly ExposureTotal[];
}

async function exposure(context: GraphContext, university: string, args: UniversityExposureArgs) {
  const report = await answerExposure(context.graph, { university, ...exposureOptions(args) });
  return { answer: answerOf(report), report };
}

@Resolver(() => ExposureReportType)
export class ExposureResolver {
  @Query(() => ExposureReportType, {
    nullable: true,
    description:
      "What a university is exposed to: through which channel, with what proof, since when, on whose word. Null where there is no such university.",
  })
  exposure(@Args(() => ExposureArgs) args: ExposureArgs, @Ctx() context: GraphContext) {
    return exposure(context, args.university, args);
  }

  @FieldResolver(() => UniversityType, { description: "The university asked about." })
  university(@Root() { report }: AnsweredReport, @Ctx() context: GraphContext) {
    return context.entityById(report.university);
  }

  @FieldResolver(() => SearchScopeType, { description: "What was searched." })
  scope(@Root() { report }: AnsweredReport) {
    return report.scope;
  }

  @FieldResolver()
  totals(@Root() { report }: AnsweredReport): Promise<ExposureReportType["totals"]> {
    return report.totals();
  }

  @FieldResolver(() => String, {
    description:
      "The answer in one sentence of at most 30 words: that of its first group, or that this collection holds no dealing.",
  })
  headline(@Root() { report, answer }: AnsweredReport, @Ctx() context: GraphContext) {
    return report.headline(context.claimsKnownIn(answer));
  }

  @FieldResolver(() => String, {
    description:
      "The answer to be copied into a text: headline, summary, the university's own decisions, clocks, and the sources of all groups, each with its grade.",
  })
  async citation(
    @Root() { report, answer }: AnsweredReport,
    @Args(() => CopyCitationArgs) args: CopyCitationArgs,
    @Ctx() context: GraphContext,
  ) {
    return written(await report.citation(context.claimsKnownIn(answer)), args);
  }

  @FieldResolver(() => String, {
    description:
      "The report as one paragraph of at most 120 words that can be printed alone: dealings with their sums, the university's own decisions, flags of its own with outcome and reply, what was denied, when the collection was last checked.",
  })
  summary(@Root() { report, answer }: AnsweredReport, @Ctx() context: GraphContext) {
    return report.summary(context.claimsKnownIn(answer));
  }

  @FieldResolver(() => [FlagType], {
    description: "Flags of the university itself and of those who own it: no channel covers them.",
  })
  ownFlags(@Root() { report }: AnsweredReport, @Ctx() context: GraphContext) {
    return report.ownFlags.map((id) => context.flagById(id));
  }

  @FieldResolver(() => [ClaimType], {
    description: "What sources state to be not so, between the university or a part and a target.",
  })
  denied(@Root() { report, answer }: AnsweredReport, @Ctx() context: GraphContext) {
    return report.denied.map((id) => context.claimById(id, answer));
  }

  @FieldResolver(() => TransactionConnection, {
    description:
      "Distinct transactions, each once under its strongest timing, in order of date; undated ones last.",
  })
  async transactions(
    @Root() { report, answer }: AnsweredReport,
    @Args(() => TransactionsArgs) args: TransactionsArgs,
  ) {
    const moment: TransactionMoment = {
      knownAt: answer.knownAt,
      version: answer.version,
      transactionShare: (transaction) => report.transactionShare(transaction),
    };
    const transactions = transactionList(await report.transactions(), args);
    return connection(transactions, args, (each) => partOf(moment, each));
  }

  @FieldResolver(() => FindingConnection, {
    description:
      "The findings: control YES first, then the strongest timing, the shortest path, the most transactions.",
  })
  findings(@Root() { report, answer }: AnsweredReport, @Args(() => FindingsArgs) args: FindingsArgs) {
    return connection(findingList(report.findings, args), args, (finding) =>
      answeredFinding(answer, finding),
    );
  }

  @FieldResolver(() => ExposureGroupConnection, {
    description:
      "Findings as a reader wants them: one entry for a group of targets, in the order of their first finding.",
  })
  async groups(@Root() { report, answer }: AnsweredReport, @Args(() => PageArgs) args: PageArgs) {
    return connection(
      groupList(await report.groups()),
      args,
      (group) => new AnsweredGroup(answer, group, report.groupTexts(group)),
    );
  }
}

export const ExposureGroupConnection = connectionOf(
  "ExposureGroup",
  () => ExposureGroupType,
  "groups of findings",
);

@Resolver(() => UniversityType)
export class UniversityExposureResolver {
  @FieldResolver(() => ExposureReportType, {
    nullable: true,
    description:
      "The same question as Query.exposure; never null for a university of this graph, but for an error.",
  })
  exposure(
    @Root() university: ResidentEntity,
    @Args(() => UniversityExposureArgs) args: UniversityExposureArgs,
    @Ctx() context: GraphContext,
  ) {
    return exposure(context, university.id, args);
  }
}
