import type { ClaimStatus } from "../../domain/claim.js";
import { opening } from "./sentence.js";

/**
 * A clause that opens a sentence, with the word on which it stands: of a denied claim its source states that it was not
 * so.
 */
export function said(status: ClaimStatus, clause: string): string {
  if (status === "reported") return opening(`it is reported that ${clause}`);
  if (status === "alleged") return opening(allegedly(clause));
  if (status === "denied") return opening(`a source states that it is not so that ${clause}`);
  return opening(clause);
}

/** A clause for which nobody vouches but who alleges it. */
export function allegedly(clause: string): string {
  return `it is alleged that ${clause}`;
}
