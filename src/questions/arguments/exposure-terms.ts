import { type ClaimStatus, DEFAULT_STATUSES } from "../../domain/claim.js";
import { type Day, today } from "../../domain/day.js";
import type { EntityId } from "../../domain/entity.js";
import { outOfRange } from "../../domain/errors.js";
import { DEFAULT_LIMITS } from "../../domain/limits.js";
import { CHANNEL_IDS, type ChannelId } from "../../exposure/channels.js";
import type { ExposureTerms } from "../../exposure/question.js";
import type { FlagSelection } from "../../graph/flags/counted-flags.js";
import { requireFraction, requireSome } from "../require.js";

export const DEFAULT_MAX_HOPS = 8;
export const MOST_HOPS = DEFAULT_LIMITS.maxHops;
export const DEFAULT_HUB_LIMIT = 5000;

/**
 * The terms of an exposure question, every default resolved, once. `now` is the day of asking.
 * @throws BAD_USER_INPUT with the value and the bounds, and for a list that names nothing.
 */
export function exposureTerms(options: ExposureOptions, now: Day = today()): ExposureTerms {
  return exposureTermsOf(options, {}, now);
}

/**
 * The same with what the question is about. Made in one object literal: properties added after a spread give each object
 * a hidden class of its own (V8 of Node 20), and every later read of a term becomes a dictionary look-up.
 */
export function exposureTermsOf<About extends object>(
  options: ExposureOptions,
  about: About,
  now: Day = today(),
): ExposureTerms & About {
  const maxHops = options.maxHops ?? DEFAULT_MAX_HOPS;
  const hubLimit = options.hubLimit ?? DEFAULT_HUB_LIMIT;
  if (!Number.isInteger(maxHops) || maxHops < 1 || maxHops > MOST_HOPS) {
    throw outOfRange("maxHops", maxHops, `give a whole number from 1 to ${MOST_HOPS}`);
  }
  if (!Number.isInteger(hubLimit) || hubLimit < 1) {
    throw outOfRange("hubLimit", hubLimit, "give a whole number of 1 or more");
  }
  const { minShare } = options;
  requireFraction("minShare", minShare);
  requireSome("channels", options.channels);
  requireSome("statuses", options.statuses);
  for (const [name, values] of Object.entries(options.flags ?? {})) requireSome(`flags.${name}`, values);
  return {
    validAt: options.validAt ?? now,
    knownAt: options.knownAt ?? now,
    statuses: options.statuses ?? DEFAULT_STATUSES,
    flags: options.flags ?? {},
    channels: options.channels ?? CHANNEL_IDS,
    maxHops,
    includeParts: options.includeParts ?? true,
    hubLimit,
    ...(minShare !== undefined && { minShare }),
    ...about,
  };
}

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
