import type { ClaimId, ClaimStatus } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import type { Dossier } from "../domain/dossier.js";
import type { EntityId } from "../domain/entity.js";
import type { FlagId } from "../domain/flag.js";
import type { ChannelId } from "../exposure/channels.js";
import type {
  DecisionCoverage,
  ExposureTotal,
  Finding,
  RestsOn,
  Timing,
  TransactionTiming,
  Truncation,
  Verdict,
} from "../exposure/finding.js";

/** What was searched, so that an empty list reads as "nothing within this scope", never as "no exposure". */
export interface SearchScope {
  readonly validAt: Day;
  readonly knownAt: Day;
  readonly statuses: readonly ClaimStatus[];
  /** Null: every flagged entity with a counted flag. */
  readonly targets: readonly EntityId[] | null;
  /** The flags that the selection names; null: the default selection. */
  readonly flags: readonly FlagId[] | null;
  readonly channels: readonly ChannelId[] | null;
  readonly includeParts: boolean | null;
  readonly maxHops: number | null;
  readonly hubLimit: number | null;
  readonly dossiers: readonly Dossier[];
  readonly graphVersion: string;
  readonly exploredEntities: number;
  readonly exploredRelations: number;
  readonly truncated: readonly Truncation[];
}

/** Findings as a reader wants them: one entry for a group of targets; each gift once in `totals`. */
export interface ExposureGroup {
  readonly group: EntityId;
  readonly timing: Timing;
  readonly control: Verdict;
  readonly totals: readonly ExposureTotal[];
  readonly findings: readonly Finding[];
  /** Findings whose transactions all stand in earlier findings of the group. */
  readonly repeats: readonly Finding[];
}

/** The answer to an exposure question. What costs extra work is a function, computed when asked for. */
export interface ExposureReport {
  readonly university: EntityId;
  readonly scope: SearchScope;
  readonly findings: readonly Finding[];
  /** Distinct transactions, each once under its strongest timing, newest first. */
  readonly transactions: readonly TransactionTiming[];
  readonly totals: readonly ExposureTotal[];
  readonly ownFlags: readonly FlagId[];
  readonly denied: readonly ClaimId[];
  groups(): readonly ExposureGroup[];
  summary(): string;
  details(finding: Finding): FindingDetails;
}

/** What is asked of one finding beside its core. */
export interface FindingDetails {
  /** Of this answer: question, graph version, university, channel, target. */
  readonly id: string;
  targetGroup(): EntityId;
  restsOn(): RestsOn;
  criticalClaims(): readonly ClaimId[];
  /** The university's own decisions on a counterparty of the finding, with what they cover. */
  decisions(): readonly DecisionCoverage[];
  /** Ids of the responses to the finding's flags and decisions that are known on knownAt. */
  responses(): readonly ClaimId[];
  /** The paragraph with numbered citations and, in their order, what each number cites. */
  explanation(loadClaims: LoadClaims): Promise<Explanation>;
}

/** Gives the claims known on the question's knowledge day, by id; callers batch it. */
export type LoadClaims = (ids: readonly ClaimId[]) => Promise<readonly CitedClaim[]>;

/** What the explanation needs of a claim: whose words. */
export interface CitedClaim {
  readonly id: ClaimId;
  readonly sources: readonly string[];
  readonly quote: string | null;
  readonly locator: string | null;
}

export interface Explanation {
  readonly text: string;
  /** In the order of the numbers in the text, from 1. */
  readonly citations: readonly {
    readonly source: string;
    readonly quote: string | null;
    readonly locator: string | null;
  }[];
}
