import type { FlagEvent, Response } from "../domain/flag.js";
import type { Claim } from "../domain/record.js";
import { claimText, eventWords, responseToItWords, tellsOutcome } from "./claim-text.js";
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
