import type { ClaimStatus } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import type { CheckedDays } from "../domain/dossier.js";
import { checkedText } from "./checked-text.js";
import { clockWords } from "./date-words.js";
import { counted } from "./number-words.js";
import { listWords, sentence } from "./sentence.js";

/** Of what was searched, what a reader of an answer needs. */
export interface ScopeToTell {
  readonly validAt: Day;
  readonly knownAt: Day;
  readonly statuses: readonly ClaimStatus[];
  readonly dossiers: number;
  /** Null: it is told already, or not known. */
  readonly checked: CheckedDays | null;
}

/** What was searched, in one short line: "Searched: 16 dossiers of confirmed and reported claims, as of 4 April 2019. …" */
export function scopeText({ validAt, knownAt, statuses, dossiers, checked }: ScopeToTell): string {
  const claims = `${listWords(statuses)} claims`;
  return [
    sentence(`Searched: ${counted(dossiers, "dossier")} of ${claims}, ${clockWords(validAt, knownAt)}`),
    checkedText(checked),
  ]
    .filter((part) => part !== null)
    .join(" ");
}
