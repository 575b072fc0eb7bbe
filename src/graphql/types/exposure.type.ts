import { Field, ID, Int, ObjectType } from "type-graphql";
import type { ClaimStatus } from "../../domain/claim.js";
import type { FlagState, SubjectRole } from "../../domain/flag.js";
import type { MoneyRange } from "../../domain/money.js";
import type { ChannelId } from "../../exposure/channels.js";
import type { ExposureGroup } from "../../exposure/exposure-groups.js";
import type {
  CounterpartyFinding,
  DecisionCoverage,
  ExposureTotal,
  Finding,
  FlagTiming,
  Path,
  PathStep,
  Timing,
  TransactionTiming,
  Truncation,
  TruncationReason,
  Verdict,
} from "../../exposure/finding.js";
import type { ResidentEntity } from "../../projection/entity-table.js";
import type { ExposureReport, SearchScope } from "../../questions/exposure-report.js";
import type { ResidentRelation } from "../../questions/resident-relation.js";
import { connectionOf } from "../connection-of.js";
import { MoneyRangeType, RelationType } from "./claim.type.js";
import { EntityType } from "./entity.type.js";
import {
  ChannelEnum,
  ClaimStatusEnum,
  FlagStateEnum,
  SubjectRoleEnum,
  TimingEnum,
  TruncationReasonEnum,
  VerdictEnum,
} from "./enums.js";
import { CurrencyCodeScalar, DateScalar, UncertainDateScalar } from "./scalars.js";

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

  @Field(() => String, { description: "The graph's version: rises by one with each load." })
  declare graphVersion: string;

  @Field(() => Int, { description: "How many entities were met." })
  declare exploredEntities: number;

  @Field(() => Int, { description: "How many claims were looked at." })
  declare exploredRelations: number;
}

@ObjectType("ExposureTotal", {
  description:
    "Fundings only, of one currency. Each stands in exactly one of the five timing columns; afterDecision is a part of the whole. A sum of ranges: min adds the least amounts, max the most; max is null where one of them has no upper bound.",
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
      "Dated after the university's own decision on that counterparty; min counts those that the decision covers for certain, max also the undetermined ones. It may have been promised before.",
  })
  declare afterDecision: MoneyRange;

  @Field(() => Int, { description: "How many distinct fundings were summed, unknown amounts included." })
  declare transactions: number;

  @Field(() => Int, { description: "How many of them have no known amount: they change no sum." })
  declare unknownAmounts: number;
}

@ObjectType("PathStep", {
  description: "One claim of a path, read from the university (or the first entity asked about) onwards.",
  simpleResolvers: true,
})
export class PathStepType implements Pick<PathStep, "forward"> {
  @Field(() => EntityType, { description: "Where the step starts." })
  declare from: ResidentEntity;

  @Field(() => EntityType, { description: "Where it leads." })
  declare to: ResidentEntity;

  @Field(() => RelationType, { description: "The claim that carries it." })
  declare relation: ResidentRelation;

  @Field(() => Boolean, { description: "Whether the claim itself points the same way: from `from` to `to`." })
  declare forward: boolean;
}

@ObjectType("Path", {
  description: "Claims in a row that join two entities: a proof.",
  simpleResolvers: true,
})
export class PathType implements Pick<Path, "hops"> {
  @Field(() => Int, { description: "How many claims, decided identities not counted." })
  declare hops: number;
}

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

@ObjectType("TransactionTiming", {
  description:
    "A Funding, a Collaboration or the university's tie to a program, once, under its strongest timing over the counted flags.",
  simpleResolvers: true,
})
export class TransactionTimingType implements Pick<TransactionTiming, "timing" | "flagState" | "days"> {
  @Field(() => TimingEnum, { description: "The strongest over the counted flags." })
  declare timing: Timing;

  @Field(() => FlagStateEnum, {
    nullable: true,
    description:
      "The state of `flag` on the day from which days are counted; OPEN where concurrent; null for BEFORE and UNDATED.",
  })
  declare flagState: FlagState | null;

  @Field(() => Int, {
    nullable: true,
    description: "Days to the nearest open day of `flag`; for AFTER and BEFORE only, null otherwise.",
  })
  declare days: number | null;
}

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

@ObjectType("Finding", {
  description:
    "One for each university, channel and target, with its proof. Not a Node: it belongs to one question.",
  simpleResolvers: true,
})
export class FindingType implements Pick<Finding, "key" | "channel" | "timing" | "totals" | "control"> {
  @Field(() => String, {
    description:
      "Stable over questions and days: made of university, channel and target. For differences and bookmarks.",
  })
  declare key: string;

  @Field(() => ChannelEnum, { description: "How it reaches the university." })
  declare channel: ChannelId;

  @Field(() => TimingEnum, { description: "The strongest over transactions and flags." })
  declare timing: Timing;

  @Field(() => [ExposureTotalType], {
    description:
      "Its fundings, one entry for each currency; empty where it has none. A gift may stand in other findings too: totals above a finding count it once.",
  })
  declare totals: readonly ExposureTotal[];

  @Field(() => VerdictEnum, { description: "The strongest over counterparties: YES, UNDETERMINED, NO." })
  declare control: Verdict;
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
export class ExposureReportType implements Pick<ExposureReport, "totals"> {
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
      "Over distinct transactions, each once under its strongest timing. A system repeats the money of its campuses: never add universities up.",
  })
  declare totals: readonly ExposureTotal[];
}

@ObjectType("PathAnswer", { description: "The shortest ways between two entities.", simpleResolvers: true })
export class PathAnswerType {}

@ObjectType("ControlAnswer", { description: "Whether one entity controls a company.", simpleResolvers: true })
export class ControlAnswerType {
  @Field(() => VerdictEnum, {
    description:
      "YES: it and the companies that it controls hold more than half of the votes, or a claim says so.",
  })
  declare verdict: Verdict;
}

@ObjectType("MatrixLabel", { description: "One value of a dimension.", simpleResolvers: true })
export class MatrixLabelType {
  @Field(() => String, { description: "The dimension, for example CURRENCY." })
  declare dimension: string;

  @Field(() => String, { description: "The value, for programs: an id or a code." })
  declare key: string;

  @Field(() => String, { description: "The value, for readers." })
  declare label: string;
}

@ObjectType("FundingTotal", {
  description: "Confirmed and reported Fundings of one currency, summed.",
  simpleResolvers: true,
})
export class FundingTotalType {
  @Field(() => MoneyRangeType, {
    description: "The sum of the known amounts; max is null where one has no upper bound.",
  })
  declare total: MoneyRange;

  @Field(() => Int, { description: "How many fundings were summed, unknown amounts included." })
  declare transactions: number;

  @Field(() => Int, { description: "How many of them have no known amount: they change no sum." })
  declare unknownAmounts: number;

  @Field(() => UncertainDateScalar, {
    nullable: true,
    description: "The start of the first; null where none is dated.",
  })
  declare earliest: string | null;

  @Field(() => UncertainDateScalar, {
    nullable: true,
    description: "The start of the last; null where none is dated.",
  })
  declare latest: string | null;
}

export const FindingConnection = connectionOf("Finding", () => FindingType, "findings");
export const TransactionConnection = connectionOf("Transaction", () => TransactionTimingType, "transactions");
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
