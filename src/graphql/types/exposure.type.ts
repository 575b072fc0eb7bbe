import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { ClaimStatus } from "../../domain/claim.js";
import type { CheckedDays } from "../../domain/dossier.js";
import type { MoneyRange } from "../../domain/money.js";
import type { Verdict } from "../../domain/verdict.js";
import type { ChannelId } from "../../exposure/channels.js";
import type { ExposureTotal, Timing } from "../../exposure/finding.js";
import type { ExposureGroup } from "../../exposure/findings/exposure-groups.js";
import type { Truncation, TruncationReason } from "../../graph/paths/path.js";
import type { SearchScope } from "../../questions/report/exposure-report.js";
import { connectionOf } from "../connection-of.js";
import { ChannelEnum, ClaimStatusEnum, TimingEnum, TruncationReasonEnum, VerdictEnum } from "./enums.js";
import { CheckedDaysType } from "./graph.type.js";
import { MoneyRangeType } from "./quantity.type.js";
import { CurrencyCodeScalar, DateScalar } from "./scalars.js";

@ObjectType("Truncation", { description: "Where a search stopped short.", simpleResolvers: true })
export class TruncationType implements Pick<Truncation, "reason" | "skippedRelations"> {
  @Field(() => TruncationReasonEnum, { description: "Why." })
  declare reason: TruncationReason;

  @Field(() => Int, {
    nullable: true,
    description: "How many claims were not followed there; null where that was not counted.",
  })
  declare skippedRelations: number | null;
}

@ObjectType("SearchScope", {
  description:
    'What was searched, so that an empty list reads as "nothing within this scope", never as "no exposure".',
  simpleResolvers: true,
})
export class SearchScopeType implements Omit<SearchScope, "dossiers" | "truncated"> {
  @Field(() => DateScalar, { description: "What begins after this day does not exist for the answer." })
  declare validAt: number;

  @Field(() => DateScalar, { description: "Only what was known on this day counts." })
  declare knownAt: number;

  @Field(() => [ClaimStatusEnum], { description: "Claims of these statuses count." })
  declare statuses: readonly ClaimStatus[];

  @Field(() => [ID], {
    nullable: true,
    description:
      "The targets looked for; null: every flagged entity with a counted flag, or the question has no targets.",
  })
  declare targets: readonly string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "The flags that count; null: the default (open, established or suspended; no bans of a state's own purchases and networks), or the question has no flags.",
  })
  declare flags: readonly string[] | null;

  @Field(() => [ChannelEnum], {
    nullable: true,
    description: "The channels searched; null: the default of the grammar, or the question has no channels.",
  })
  declare channels: readonly ChannelId[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the university stands for its parts too; null where the question has no such choice.",
  })
  declare includeParts: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: "The most claims of a path; null where the question has no such limit.",
  })
  declare maxHops: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Entities with more claims to follow were not passed through; null where the question has no such limit.",
  })
  declare hubLimit: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Counterparties of which the target's economic share is certainly below this fraction were left out; null: none were, or the question has no such bound.",
  })
  declare minShare: number | null;

  @Field(() => CheckedDaysType, {
    nullable: true,
    description: "When its dossiers were last checked; null where none of them says.",
  })
  declare checked: CheckedDays | null;

  @Field(() => String, { description: "The graph's version: rises by one with each load." })
  declare graphVersion: string;

  @Field(() => Int, { description: "How many entities were met." })
  declare exploredEntities: number;

  @Field(() => Int, { description: "How many claims were looked at." })
  declare exploredRelations: number;

  @Field(() => [String], {
    description:
      "What to know before an empty answer is believed, a sentence each: a list that was asked for and of which no listing is loaded.",
  })
  declare warnings: readonly string[];
}

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

@ObjectType("ExposureReport", { description: "The answer to an exposure question.", simpleResolvers: true })
export class ExposureReportType {
  @Field(() => [ExposureTotalType], {
    description:
      "Over distinct transactions, each once under its strongest timing; not the sum of the findings' totals. One entry for each currency.",
  })
  declare totals: readonly ExposureTotal[];
}

@ObjectType("ExposedUniversity", {
  description: "A university that is exposed to the target asked about.",
  simpleResolvers: true,
})
export class ExposedUniversityType {
  @Field(() => [ExposureTotalType], {
    description:
      "Over distinct transactions, each once under its strongest timing. A system repeats the money of its campuses: to add universities up, take ownTotals.",
  })
  declare totals: readonly ExposureTotal[];

  @Field(() => [ExposureTotalType], {
    description:
      "Over those of its transactions that stand in no entry of a part of it (of several universities none of which is a part of the other: in the entry of the one whose id comes first). The ownTotals of all entries count each transaction once.",
  })
  declare ownTotals: readonly ExposureTotal[];
}

export const ExposureGroupConnection = connectionOf(
  "ExposureGroup",
  () => ExposureGroupType,
  "groups of findings",
);
export const ExposedUniversityConnection = connectionOf(
  "ExposedUniversity",
  () => ExposedUniversityType,
  "exposed universities",
);
