import type { CheckedDays } from "../../domain/dossier.js";
import { dayWords } from "./date-words.js";

/** When the collection was last checked: "The collection was last checked on 24 November 2026." Null: it does not say. */
export function checkedText(checked: CheckedDays | null): string | null {
  if (checked === null) return null;
  const { earliest, latest } = checked;
  const days =
    earliest === latest ? `on ${dayWords(latest)}` : `between ${dayWords(earliest)} and ${dayWords(latest)}`;
  return `The collection was last checked ${days}.`;
}
