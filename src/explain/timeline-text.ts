import type { Day } from "../domain/day.js";
import type { FlagEvent, FlagKind, FlagState, Response } from "../domain/flag.js";
import type { Claim } from "../domain/record.js";
import { claimText, eventWords, responseToItWords, tellsOutcome } from "./claim-text.js";
import { dayWords } from "./date-words.js";
import type { Names } from "./names.js";
import { sentence } from "./sentence.js";
import { nounOf } from "./verbs.js";

/** What belongs beside a flag or a decision wherever it is shown. */
export interface RightOfReply {
  /** How the flag came out; null where it did not, or where the entry tells it itself. */
  readonly outcome: FlagEvent | null;
  readonly responses: readonly Response[];
}

/** An entry of a timeline: the claim's sentence, then how the matter came out and what was answered. */
export function timelineText(claim: Claim, reply: RightOfReply, names: Names): string {
  const outcome =
    reply.outcome === null || tellsOutcome(claim) ? [] : [sentence(outcomeWords(reply.outcome, names))];
  const responses = reply.responses.map((response) => sentence(responseToItWords(response, names)));
  return [claimText(claim, names), ...outcome, ...responses].join(" ");
}

function outcomeWords(outcome: FlagEvent, names: Names): string {
  const flag = names.flag(outcome.flag);
  return `the ${flag === null ? "matter" : nounOf(flag)} ${eventWords(outcome)}`;
}

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
