import type { Day } from "./day.js";

/** Strongest first: an allegation is weaker than a report. `denied`: the source states that it was not so. */
export const CLAIM_STATUSES = ["confirmed", "reported", "alleged", "denied"] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];
export const DEFAULT_STATUSES: readonly ClaimStatus[] = ["confirmed", "reported"];

/** `claim:SLUG/ROW`; all versions of a claim share it. */
export type ClaimId = string;

/**
 * A claim's two clocks as days, every default of MODEL resolved (see claim-clock.ts). It holds for certain on
 * days in [startLatest, endEarliest) and possibly on days in [startEarliest, endLatest). It is known on k if
 * recorded <= k < retracted.
 */
export interface ClaimClock {
  readonly startEarliest: Day;
  readonly startLatest: Day;
  readonly endEarliest: Day;
  readonly endLatest: Day;
  readonly recorded: Day;
  readonly retracted: Day;
  /** A Funding with neither date: listed and counted, in a column of its own. */
  readonly undated: boolean;
}

/** What every claim carries: on whose word, since when, known since when. */
export interface ClaimBase {
  readonly id: ClaimId;
  /** 0 for the claim as first loaded; each correction counts one up. */
  readonly revision: number;
  readonly dossier: string;
  readonly status: ClaimStatus;
  /** Ids of sources; `quote` and `locator` belong to the first. */
  readonly sources: readonly string[];
  readonly quote: string | null;
  readonly locator: string | null;
  readonly note: string | null;
  /** The predicate that an editor wrote for it: its subject, its date and its amount are left out. */
  readonly text: string | null;
  /** What is said with the claim wherever it is told: a clause without initial capital and full stop. */
  readonly caveat: string | null;
  /** UncertainDate texts as written; null is not known. A flag event's date stands in `start`. */
  readonly start: string | null;
  readonly end: string | null;
  /** Days as text (YYYY-MM-DD) as written in the row; null: the default applies (`clock` has it). */
  readonly recorded: string | null;
  readonly retracted: string | null;
  readonly clock: ClaimClock;
}
