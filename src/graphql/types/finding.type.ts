import { Field, Int, ObjectType } from "type-graphql";
import type { FlagState, SubjectRole } from "../../domain/flag.js";
import type { Verdict } from "../../domain/verdict.js";
import type { ChannelId } from "../../exposure/channels.js";
import type {
  CounterpartyFinding,
  DecisionCoverage,
  ExposureTotal,
  Finding,
  FlagTiming,
  Timing,
  TransactionTiming,
} from "../../exposure/finding.js";
import { connectionOf } from "../connection-of.js";
import { ChannelEnum, FlagStateEnum, SubjectRoleEnum, TimingEnum, VerdictEnum } from "./enums.js";
import { ExposureTotalType } from "./exposure.type.js";
import { DateScalar } from "./scalars.js";

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

  @Field(() => TimingEnum, {
    description: "The strongest over transactions and flags; NO_FLAG where no flag counts for the target.",
  })
  declare timing: Timing;

  @Field(() => [ExposureTotalType], {
    description:
      "Its fundings, one entry for each currency; empty where it has none. A gift may stand in other findings too: totals above a finding count it once.",
  })
  declare totals: readonly ExposureTotal[];

  @Field(() => VerdictEnum, { description: "The strongest over counterparties: YES, UNDETERMINED, NO." })
  declare control: Verdict;
}

export const FindingConnection = connectionOf("Finding", () => FindingType, "findings");
export const TransactionConnection = connectionOf("Transaction", () => TransactionTimingType, "transactions");
