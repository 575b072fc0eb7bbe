import type { ClaimId, ClaimStatus } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import type { FlagId, FlagState, SubjectRole } from "../domain/flag.js";
import type { AmountQualifier, MoneyRange } from "../domain/money.js";
import type { AmountPeriod, Payment } from "../domain/relation-kinds.js";
import type { Verdict } from "../domain/verdict.js";
import type { Path, Truncation } from "../graph/paths/path.js";
import type { ChannelId } from "./channels.js";

/** Strongest first. NO_FLAG: no flag counts for the target, so there is nothing to be timed against, dated or not. */
export const TIMINGS = [
  "CONCURRENT",
  "POSSIBLY_CONCURRENT",
  "AFTER",
  "BEFORE",
  "UNDATED",
  "NO_FLAG",
] as const;
export type Timing = (typeof TIMINGS)[number];

/** How a transaction (or a whole finding) stands in time to one counted flag of the target. */
export interface FlagTiming {
  readonly flag: FlagId;
  readonly role: SubjectRole;
  /** For this target on validAt. */
  readonly state: FlagState;
  readonly timing: Timing;
  /** On the day from which `days` is counted (AFTER); "open" where concurrent; null for BEFORE, UNDATED and on a finding. */
  readonly flagState: FlagState | null;
  /** To the flag's nearest open day (AFTER, BEFORE); null otherwise and on a finding. */
  readonly days: number | null;
}

/** Whether a decision speaks of a counterparty, and for a transaction also whether it falls into the decision's time. */
export interface DecisionCoverage {
  readonly decision: ClaimId;
  readonly covers: Verdict;
}

/** One Funding, Collaboration or tie to a program, once, with its strongest timing over the counted flags. */
export interface TransactionTiming {
  readonly relation: ClaimId;
  readonly counterparty: EntityId;
  /** Of the finding that gives this timing. */
  readonly channel: ChannelId;
  readonly target: EntityId;
  /** The last day on which it and a chain hold together for certain, else as stated, else may: the day of its share. */
  readonly asOf: Day;
  /** The flag that gives the timing; null where no flag counts or the transaction is undated. */
  readonly flag: FlagId | null;
  readonly timing: Timing;
  readonly flagState: FlagState | null;
  readonly days: number | null;
  /**
   * Of a POSSIBLY_CONCURRENT that only an unstated end makes possible: L, the first day that no source vouches for
   * (texts name the day before). Undefined: it does not rest on one; null: no source says until when.
   */
  readonly lastStated?: Day | null;
  readonly byFlag: readonly FlagTiming[];
  readonly afterDecision: DecisionCoverage | null;
  /** No source says when. */
  readonly undated: boolean;
  /** The days on which it may have begun; of an undated one what is read for them. */
  readonly startEarliest: Day;
  readonly startLatest: Day;
  /** As stated; null where it is not known, and for a Collaboration or a tie, as in what follows. */
  readonly amount: MoneyRange | null;
  readonly amountQualifier: AmountQualifier | null;
  readonly amountPer: AmountPeriod | null;
  readonly payment: Payment | null;
  readonly currency: string | null;
}

export interface CounterpartyFinding {
  readonly counterparty: EntityId;
  /** The last day, not after validAt, on which a transaction (HOLDING: the chain) and a chain hold for certain, else may. */
  readonly asOf: Day;
  readonly transactions: readonly TransactionTiming[];
  /** Of the target over the counterparty (PARENT: of the counterparty over the target) on asOf. */
  readonly control: Verdict;
  readonly path: Path;
}

/** Fundings only, of one currency. Each that was paid stands in exactly one timing column, any other in `committed`. */
export interface ExposureTotal {
  readonly currency: string;
  readonly concurrent: MoneyRange;
  readonly possiblyConcurrent: MoneyRange;
  readonly after: MoneyRange;
  readonly before: MoneyRange;
  readonly undated: MoneyRange;
  readonly withoutFlag: MoneyRange;
  /** Announced or promised, payment not shown: part of no other column. */
  readonly committed: MoneyRange;
  /** Part of the whole: min counts those that are covered for certain, max also the undetermined ones. */
  readonly afterDecision: MoneyRange;
  readonly transactions: number;
  /** Of them; an amount a year is no whole that is known. */
  readonly unknownAmounts: number;
  /** How many of the amounts that were summed are about so much. */
  readonly approximate: number;
}

/** One per university, channel and target. */
export interface Finding {
  /** Stable over questions and days: a hash of university, channel, target. */
  readonly key: string;
  readonly channel: ChannelId;
  readonly university: EntityId;
  readonly target: EntityId;
  /** In the order of their first transaction; strongest control first. */
  readonly counterparties: readonly CounterpartyFinding[];
  /** Every counted flag of the target; empty for a named target without any. */
  readonly flags: readonly FlagTiming[];
  /** NO_FLAG where `flags` is empty. */
  readonly timing: Timing;
  /** Whether the timing rests on an unstated end only. */
  readonly restsOnUnstatedEnd: boolean;
  readonly totals: readonly ExposureTotal[];
  /** The strongest over counterparties. */
  readonly control: Verdict;
  readonly path: Path;
  /** Of the path, identities apart. */
  readonly hops: number;
  readonly transactionCount: number;
}

/** The pure answer to "what is this university exposed to?", findings in order. */
export interface Exposures {
  readonly university: EntityId;
  readonly findings: readonly Finding[];
  readonly exploredEntities: number;
  readonly exploredRelations: number;
  readonly truncated: readonly Truncation[];
}

export type RestsOn = Exclude<ClaimStatus, "denied">;
