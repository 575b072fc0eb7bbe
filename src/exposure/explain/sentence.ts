/** Lists, capitals and full stops: how clauses become sentences. */

/** "A", "A and B", "A, B and C"; the empty text for an empty list. */
export function listWords(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** Parts with a space between them; nothing is left out of nothing. */
export function joined(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== "").join(" ");
}

/** Words with which a clause may begin; anything else is a name and keeps its own first letter ("iFlytek"). */
const LEADS =
  /^(?:a|about|according|after|all|also|an|as|at|before|between|by|during|each|either|eight|five|for|four|from|if|in|it|its|later|members|neither|nine|no|nobody|none|of|on|one|only|part|possibly|prosecutors|seven|six|some|that|the|their|there|they|this|three|together|two|up|under|votes|what|when|whether|while)\b/;

/** A clause as a sentence: a capital at its front, one full stop at its end, also after "Co., Ltd.". */
export function sentence(clause: string): string {
  return stopped(opening(clause));
}

/** A clause with a capital at its front, to which more may be added before the full stop. */
export function opening(clause: string): string {
  const front = LEADS.test(clause) ? clause.charAt(0).toUpperCase() : clause.charAt(0);
  return `${front}${clause.slice(1)}`;
}

/** One full stop at its end: that of a name ("Co., Ltd.") is enough, and that of a quotation. */
export function stopped(text: string): string {
  return /[.?!]["”]?$/.test(text) ? text : `${text}.`;
}

/** How many words a text has; marks of citations are none. */
export function wordCount(text: string): number {
  return text
    .replaceAll(/ ?\[[\d–, ]+\]/g, "")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
