import type { Day } from "../domain/day.js";
import type { CheckedDays } from "../domain/dossier.js";
import { dayWords } from "./date-words.js";

/** When the collection was last checked: "The collection was last checked on 24 November 2026." Null: it does not say. */
export function checkedText(checked: CheckedDays | null): string | null {
  if (checked === null) return null;
  const { earliest, latest } = checked;
  const days =
    earliest === latest
      ? `on ${dayWords(latest)}`
      : `between ${sameYear(earliest, latest)} and ${dayWords(latest)}`;
  return `The collection was last checked ${days}.`;
}

/** The first of two days, without its year where that of the last says it. */
function sameYear(first: Day, last: Day): string {
  const [one, other] = [dayWords(first), dayWords(last)];
  return one.slice(-4) === other.slice(-4) ? one.slice(0, -5) : one;
}
