import { parseDay, today } from "../../domain/day.js";
import type { FlaggedFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { dayText } from "./day.js";

/**
 * What came of a probe or listing by the day asked about (null: today), as one sentence. Without an outcome a listing
 * still holds; of anything else it is said that none is on record, and by which day where that day is past.
 */
export function outcomeText(
  { kind, state, outcome }: Pick<FlaggedFragment, "kind" | "state" | "outcome">,
  validAt: string | null,
): string {
  if (outcome !== null) return outcome.text;
  const past = validAt !== null && parseDay(validAt) < today() ? dayText(validAt) : null;
  return kind === "LISTING" && state === "OPEN" ? texts.open.stillListed(past) : texts.open.noOutcome(past);
}
