import type { ClaimStatus } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import type { FlagSelection } from "../graph/flags/counted-flags.js";
import type { ChannelId } from "./channels.js";

/** How far the grammar is walked and what counts; every default resolved. */
export interface ExposureTerms {
  readonly validAt: Day;
  readonly knownAt: Day;
  readonly statuses: readonly ClaimStatus[];
  readonly flags: FlagSelection;
  /** As asked; null: the defaults of the grammar (all five, PARENT by its own rule where no target is named). */
  readonly channels: readonly ChannelId[];
  readonly maxHops: number;
  readonly includeParts: boolean;
  readonly hubLimit: number;
  /** A fraction: counterparties of which the target's economic share is certainly below it are left out. */
  readonly minShare?: number | undefined;
}

/** "What is this university exposed to?" `targets` null: every flagged entity with a counted flag. */
export interface ExposureTermsOf extends ExposureTerms {
  readonly university: EntityId;
  readonly targets: readonly EntityId[] | null;
}

/** "Which universities are exposed to this target?" */
export interface ExposedTermsOf extends ExposureTerms {
  readonly to: EntityId;
}
