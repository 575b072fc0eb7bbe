import type { ClaimStatus } from "../../domain/claim.js";
import type { Day } from "../../domain/day.js";
import type { EntityId } from "../../domain/entity.js";
import type { ChannelId } from "../../exposure/channels.js";
import type { FlagSelection } from "../../graph/flags/flag-selection.js";

/** How an exposure question may be narrowed; what is absent takes its default (see `exposureTerms`). */
export interface ExposureOptions {
  /** Default: today. */
  readonly validAt?: Day | undefined;
  /** Default: today. */
  readonly knownAt?: Day | undefined;
  readonly flags?: FlagSelection | undefined;
  readonly channels?: readonly ChannelId[] | undefined;
  /** Default 8; counts the claims of a path. */
  readonly maxHops?: number | undefined;
  /** Default confirmed and reported. */
  readonly statuses?: readonly ClaimStatus[] | undefined;
  /** Default true. */
  readonly includeParts?: boolean | undefined;
  /** Default 5000. */
  readonly hubLimit?: number | undefined;
  /** A fraction; default: every share counts, however small. */
  readonly minShare?: number | undefined;
}

export interface ExposureQuestion extends ExposureOptions {
  readonly university: EntityId;
  readonly targets?: readonly EntityId[] | undefined;
}

export interface ExposedQuestion extends ExposureOptions {
  readonly to: EntityId;
}
