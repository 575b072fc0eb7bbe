import type { Day } from "../domain/day.js";
import type { FlagEvent, FlagKind, FlagState } from "../domain/flag.js";
import { claimText } from "./claim-text.js";
import { dayWords } from "./date-words.js";
import type { Names } from "./names.js";

export interface OutcomeToTell {
  readonly kind: FlagKind;
  readonly state: FlagState | null;
  /** The last event that ended or established it; null: none is known. */
  readonly outcome: FlagEvent | null;
  /** The day asked about; null: none was named. */
  readonly by: Day | null;
}

/**
 * What came of a flag, as one sentence. Without an outcome a listing still holds; of anything else it is said that none is on
 * record.
 */
export function outcomeText({ kind, state, outcome, by }: OutcomeToTell, names: Names): string {
  if (outcome !== null) return claimText(outcome, names);
  const day = by === null ? null : dayWords(by);
  return kind === "Listing" && state === "open"
    ? `Still listed${day === null ? "" : ` on ${day}`}, as far as is on record.`
    : `No outcome is on record${day === null ? "" : ` by ${day}`}.`;
}
