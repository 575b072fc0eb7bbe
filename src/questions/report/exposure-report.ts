import type { ClaimId, ClaimStatus } from "../../domain/claim.js";
import type { Day } from "../../domain/day.js";
import type { CheckedDays, Dossier } from "../../domain/dossier.js";
import type { EntityId } from "../../domain/entity.js";
import type { FlagId } from "../../domain/flag.js";
import type { Claim } from "../../domain/record.js";
import type { AnswerToCite } from "../../explain/copy-citation.js";
import type { ChannelId } from "../../exposure/channels.js";
import type {
  DecisionCoverage,
  ExposureTotal,
  Finding,
  RestsOn,
  TransactionTiming,
} from "../../exposure/finding.js";
import type { ExposureGroup } from "../../exposure/findings/exposure-groups.js";
import type { Path, Truncation } from "../../graph/paths/path.js";
import type { IntegratedShare } from "../../ownership/integrated-ownership/integrated-ownership.js";
import type { FindingShares } from "./finding-shares.js";

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
  readonly minShare: number | null;
  readonly dossiers: readonly Dossier[];
  /** When these were last checked; null where none of them says. */
  readonly checked: CheckedDays | null;
  readonly graphVersion: string;
  readonly exploredEntities: number;
  readonly exploredRelations: number;
  readonly truncated: readonly Truncation[];
  /** What a reader must know before an empty answer is believed, a sentence each. */
  readonly warnings: readonly string[];
}

/** The answer to an exposure question. What costs extra work is a function, computed when asked for. */
export interface ExposureReport {
  readonly university: EntityId;
  readonly scope: SearchScope;
  readonly findings: readonly Finding[];
  /** Distinct transactions, each once under its strongest timing, in order of date. */
  transactions(): Promise<readonly TransactionTiming[]>;
  totals(): Promise<readonly ExposureTotal[]>;
  readonly ownFlags: readonly FlagId[];
  readonly denied: readonly ClaimId[];
  groups(): Promise<readonly ExposureGroup[]>;
  /** One sentence of at most 30 words. */
  headline(loadClaims: LoadClaims): Promise<string>;
  /** One paragraph of at most 120 words, without citations. */
  summary(loadClaims: LoadClaims): Promise<string>;
  groupTexts(group: ExposureGroup): GroupTexts;
  /** The whole to be cited: with the sources of all its groups. */
  citation(loadClaims: LoadClaims): Promise<AnswerToCite>;
  details(finding: Finding): FindingDetails;
  /** Of the target of the finding that gives the timing, of the payer, on the transaction's own day. */
  transactionShare(transaction: TransactionTiming, precision?: number): Promise<IntegratedShare>;
}

/** What a group says of itself; what its texts need is gathered once. */
export interface GroupTexts {
  /** One sentence of at most 30 words. */
  headline(loadClaims: LoadClaims): Promise<string>;
  /** The paragraph with numbered citations and, in their order, what each number cites. */
  explanation(loadClaims: LoadClaims): Promise<Explanation>;
  /** The strongest proof of its findings. */
  proof(loadClaims: LoadClaims): Promise<Path>;
  /** The group to be cited. */
  citation(loadClaims: LoadClaims): Promise<AnswerToCite>;
}

/** What is asked of one finding beside its core. */
export interface FindingDetails extends FindingShares {
  /** Of this answer: question, graph version, university, channel, target. */
  id(): string;
  targetGroup(): Promise<EntityId>;
  restsOn(): Promise<RestsOn>;
  criticalClaims(): Promise<readonly ClaimId[]>;
  /** Its proofs, distinct by their claims, the strongest first. @throws BAD_USER_INPUT. */
  paths(limit: number, loadClaims: LoadClaims): Promise<readonly Path[]>;
  /** The university's own decisions on a counterparty of the finding, with what they cover. */
  decisions(): readonly DecisionCoverage[];
  /** Ids of the responses to the finding's flags and decisions that are known on knownAt. */
  responses(): readonly ClaimId[];
  /** The paragraph with numbered citations and, in their order, what each number cites. */
  explanation(loadClaims: LoadClaims): Promise<Explanation>;
}

/** Gives the claims known on the question's knowledge day, by id, in no order; callers batch it. */
export type LoadClaims = (ids: readonly ClaimId[]) => Promise<readonly Claim[]>;

export interface Explanation {
  readonly text: string;
  /** In the order of the numbers in the text, from 1. */
  readonly citations: readonly {
    readonly source: string;
    readonly quote: string | null;
    readonly locator: string | null;
  }[];
}
