import { Args, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Verdict } from "../../domain/verdict.js";
import type { ExposureTotal, Timing } from "../../exposure/finding.js";
import type { ExposureGroup } from "../../exposure/findings/exposure-groups.js";
import type { ResidentEntity } from "../../graph/entity-table.js";
import { answerExposure } from "../../questions/exposure.js";
import {
  distinctInOrder,
  findingList,
  groupList,
  transactionList,
} from "../../questions/lists/finding-lists.js";
import type { Explanation, ExposureReport, GroupTexts } from "../../questions/report/exposure-report.js";
import { Part, parts, type ReportAnswer, reportPart } from "../answer.js";
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
import { TransactionConnection, TransactionTimingType } from "./transaction.js";

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

type Group = Part<ExposureGroup, ReportAnswer>;

function textsOf({ part, answer }: Group): GroupTexts {
  return answer.texts(part);
}

function explained(group: Group, context: GraphContext): Promise<Explanation> {
  return textsOf(group).explanation(context.claimsKnownIn(group.answer));
}

@Resolver(() => ExposureGroupType)
export class ExposureGroupResolver {
  @FieldResolver(() => String, {
    description:
      "The group to be copied into a text: headline, paragraph, the university's own decisions, clocks, and the sources in the order of their numbers, each with its grade.",
  })
  async citation(
    @Root() group: Group,
    @Args(() => CopyCitationArgs) args: CopyCitationArgs,
    @Ctx() context: GraphContext,
  ) {
    return written(await textsOf(group).citation(context.claimsKnownIn(group.answer)), args);
  }

  @FieldResolver(() => String, {
    description: "The group in one sentence of at most 30 words, without numbers of citations.",
  })
  headline(@Root() group: Group, @Ctx() context: GraphContext) {
    return textsOf(group).headline(context.claimsKnownIn(group.answer));
  }

  @FieldResolver(() => String, {
    description:
      "The group as one paragraph with numbered citations: the money and how it stands in time, other dealings, the flags with outcome and replies, the university's own decision, what is not known. At most 150 words, and a sentence for each further flag.",
  })
  async explanation(@Root() group: Group, @Ctx() context: GraphContext) {
    return (await explained(group, context)).text;
  }

  @FieldResolver(() => [CitationType], {
    description:
      "What the numbers in the explanation cite, in their order, from 1; the strongest claim first.",
  })
  async citations(@Root() group: Group, @Ctx() context: GraphContext) {
    const { citations } = await explained(group, context);
    return citations.map((citation) => citationIn(group.answer, citation, context));
  }

  @FieldResolver(() => PathType, {
    description:
      "The strongest proof of its findings, repeats left out: confirmed before reported, money before other dealings, the higher source grade, then the newest.",
  })
  async proof(@Root() group: Group, @Ctx() context: GraphContext) {
    const { answer } = group;
    return new Part(await textsOf(group).proof(context.claimsKnownIn(answer)), answer);
  }

  @FieldResolver(() => EntityType, {
    description:
      "The topmost company that controls the targets or to which they are affiliated; a target itself where there is none. The word does not say control.",
  })
  group(@Root() { part }: Group, @Ctx() context: GraphContext) {
    return context.entityById(part.group);
  }

  @FieldResolver(() => [FindingType], {
    description: "The group's findings in their order, repeats left out.",
  })
  findings(@Root() { part, answer }: Group) {
    return parts(part.findings, answer);
  }

  @FieldResolver(() => [FindingType], {
    description:
      "Findings whose transactions all stand in earlier findings of the group: the same money, read again for another target.",
  })
  repeats(@Root() { part, answer }: Group) {
    return parts(part.repeats, answer);
  }

  @FieldResolver(() => [TransactionTimingType], {
    description:
      "What its findings rest on, each once under its strongest timing, in order of date; undated ones last.",
  })
  transactions(@Root() { part, answer }: Group) {
    const all = [...part.findings, ...part.repeats].flatMap(({ counterparties }) =>
      counterparties.flatMap(({ transactions }) => transactions),
    );
    return parts(distinctInOrder(all), answer);
  }
}

@ObjectType("ExposureReport", { description: "The answer to an exposure question.", simpleResolvers: true })
export class ExposureReportType {
  @Field(() => SearchScopeType, { description: "What was searched." })
  declare scope: ExposureReport["scope"];
}

type Report = Part<ExposureReport, ReportAnswer>;

async function exposure(context: GraphContext, university: string, args: UniversityExposureArgs) {
  const report = await answerExposure(context.graph, { university, ...exposureOptions(args) });
  return reportPart(report);
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
  university(@Root() { part }: Report, @Ctx() context: GraphContext) {
    return context.entityById(part.university);
  }

  @FieldResolver(() => [ExposureTotalType], {
    description:
      "Over distinct transactions, each once under its strongest timing; not the sum of the findings' totals. One entry for each currency.",
  })
  totals(@Root() { part }: Report) {
    return part.totals();
  }

  @FieldResolver(() => String, {
    description:
      "The answer in one sentence of at most 30 words: that of its first group, or that this collection holds no dealing.",
  })
  headline(@Root() { part, answer }: Report, @Ctx() context: GraphContext) {
    return part.headline(context.claimsKnownIn(answer));
  }

  @FieldResolver(() => String, {
    description:
      "The answer to be copied into a text: headline, summary, the university's own decisions, clocks, and the sources of all groups, each with its grade.",
  })
  async citation(
    @Root() { part, answer }: Report,
    @Args(() => CopyCitationArgs) args: CopyCitationArgs,
    @Ctx() context: GraphContext,
  ) {
    return written(await part.citation(context.claimsKnownIn(answer)), args);
  }

  @FieldResolver(() => String, {
    description:
      "The report as one paragraph of at most 120 words that can be printed alone: dealings with their sums, the university's own decisions, flags of its own with outcome and reply, what was denied, when the collection was last checked.",
  })
  summary(@Root() { part, answer }: Report, @Ctx() context: GraphContext) {
    return part.summary(context.claimsKnownIn(answer));
  }

  @FieldResolver(() => [FlagType], {
    description: "Flags of the university itself and of those who own it: no channel covers them.",
  })
  ownFlags(@Root() { part }: Report, @Ctx() context: GraphContext) {
    return part.ownFlags.map((id) => context.flagById(id));
  }

  @FieldResolver(() => [ClaimType], {
    description: "What sources state to be not so, between the university or a part and a target.",
  })
  denied(@Root() { part, answer }: Report, @Ctx() context: GraphContext) {
    return part.denied.map((id) => context.claimById(id, answer));
  }

  @FieldResolver(() => TransactionConnection, {
    description:
      "Distinct transactions, each once under its strongest timing, in order of date; undated ones last.",
  })
  async transactions(@Root() { part, answer }: Report, @Args(() => TransactionsArgs) args: TransactionsArgs) {
    const transactions = transactionList(await part.transactions(), args);
    return connection(transactions, args, (each) => new Part(each, answer));
  }

  @FieldResolver(() => FindingConnection, {
    description:
      "The findings: control YES first, then the strongest timing, the shortest path, the most transactions.",
  })
  findings(@Root() { part, answer }: Report, @Args(() => FindingsArgs) args: FindingsArgs) {
    return connection(findingList(part.findings, args), args, (finding) => new Part(finding, answer));
  }

  @FieldResolver(() => ExposureGroupConnection, {
    description:
      "Findings as a reader wants them: one entry for a group of targets, in the order of their first finding.",
  })
  async groups(@Root() { part, answer }: Report, @Args(() => PageArgs) args: PageArgs) {
    return connection(groupList(await part.groups()), args, (group) => new Part(group, answer));
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
