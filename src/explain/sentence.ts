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

/** A clause as a sentence: a capital at its front, one full stop at its end, also after "Co., Ltd.". */
export function sentence(clause: string): string {
  return stopped(opening(clause));
}

/** A clause with a capital at its front, to which more may be added; a name keeps its own first letter ("iFlytek"). */
export function opening(clause: string): string {
  // An id in place of a name keeps its own letter too.
  return /^\p{Ll}(?!\p{Lu})(?![\w-]*:\w)/u.test(clause)
    ? `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`
    : clause;
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

/** A sentence has so many words at most. */
export const MOST_WORDS = 35;

/** A clause if a sentence may be as long, else what may be told in two. */
export function within(clause: string, apart: () => string): string {
  return wordCount(clause.split("; ")[0] ?? "") <= MOST_WORDS ? clause : apart();
}

/** Whether a clause can stand as a sentence of its own. */
export function standsAlone(clause: string): boolean {
  return STANDS_ALONE.test(clause);
}

const STANDS_ALONE =
  /^(?:\p{Lu}|(?:a|according|an|another|as|by|dates|during|existing|his|how|if|in|it|its|later|no|none|nothing|of|one|other|others|others'|reports|some|such|that|the|their|these|they|this|those|two|until|what|when|whether|which|who|whose)\b)/u;

/** A sentence that is too long is told in two, where a semicolon parts it. */
export function inTwo(text: string): readonly string[] {
  if (wordCount(text) <= MOST_WORDS) return [text];
  const parts = text.split("; ");
  // As much in the first as it may hold.
  for (let at = parts.length - 1; at > 0; at -= 1) {
    const [first, rest] = [parts.slice(0, at).join("; "), parts.slice(at).join("; ")];
    if (!standsAlone(rest) || (wordCount(first) > MOST_WORDS && at > 1)) continue;
    return [stopped(first), ...inTwo(opening(rest))];
  }
  return [text];
}

// ---- dates within clauses

/** So many words may stand before a date that belongs to the first of them. */
const SHORT_CLAUSE = 16;
/** A statement of a party: the date belongs to the saying. */
const SAYING =
  /^(.{0,80}?\b(?:said|says|announced|stated|wrote|argued|acknowledged|admitted|insisted|maintained|told [^,]{1,40}?))( that .*)$/;
/** A span of time in the clause, to which a date behind it would seem to belong. */
const HAS_SPAN = /\b(?<!\ba )(?:years?|months?|weeks?|days?)\b/;

/** A clause with its words of time: behind what they belong to, or before it where that is far off. */
export function dated(clause: string, when: string | null): string {
  if (when === null || when === "") return clause;
  const saying = SAYING.exec(clause);
  // Of what was said by a day, that day is by when.
  if (saying) return `${saying[1]} ${when.replace(/^as of /, "by ")}${saying[2]}`;
  const isFar = wordCount(clause) > SHORT_CLAUSE || HAS_SPAN.test(clause);
  return isFar && !when.startsWith("as of") ? joined(when, clause) : joined(clause, when);
}

/** So many words may stand between what was done and its day. */
const SHORT_PREDICATE = 9;
/** Where what was done ends and what it was about begins. */
const ABOUT =
  /(?<=^(?:\S+ ){1,11}\S*[^\s,]) (?=(?:with|over|about|for|in a|in the|as a|on the charges|that|to \w+ing)\b)/;

/** A predicate with its day: behind it, or in a long one behind what was done: "was charged on 24 January 2019 with …". */
export function datedPredicate(predicate: string, day: string | null): string {
  if (day === null || day === "") return predicate;
  // Not "under investigation by the Justice Department by 10 December".
  const when = /^was under .*\bby /.test(predicate) ? day.replace(/^by /, "as of ") : day;
  const isShort = wordCount(predicate) <= SHORT_PREDICATE || /, \w+$/.test(predicate);
  const at = isShort ? -1 : predicate.search(ABOUT);
  return at < 0 ? `${predicate} ${when}` : `${predicate.slice(0, at)} ${when}${predicate.slice(at)}`;
}
