import type { Claim } from "../../domain/record.js";
import type { Problems } from "../read/problem.js";
import { claimRows, type ReadDossier } from "../read/read-dossier.js";

/** Warnings: what the words of a quote say against the row. */
export function checkQuotes(dossiers: readonly ReadDossier[], problems: Problems): void {
  const isCut = cutWords(dossiers);
  for (const dossier of dossiers) {
    for (const { claim, file, line } of claimRows(dossier)) {
      if (claim.quote === null) continue;
      const word = isCut(claim.quote);
      if (word !== null)
        problems.add(
          "cutQuote",
          file,
          line,
          `quote: ends with "${word}", which seems to be cut: end it with a whole word`,
        );
      for (const column of ["start", "end"] as const) {
        const finer = finerThan(claim.quote, claim[column]);
        if (finer === null) continue;
        const told = columnOf(claim, column);
        const message = `${told}: "${claim[column]}" gives the ${finer}, and the quote only the ${finer === "day" ? "month or the year" : "year"}: write it no finer, or quote the words that give it`;
        problems.add("finerDay", file, line, message);
      }
    }
  }
}

/** Events and responses have one date, which stands in `date`. */
function columnOf({ record }: Claim, column: "start" | "end"): string {
  return record === "event" || record === "response" ? "date" : column;
}

const DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;
const MONTH_NAME =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/i;
const ENGLISH = /\b(?:the|and|of|to|in|with)\b/i;

/**
 * What of a date a quote does not give, where it has a date of that year; null where it gives all, names no such year, or is
 * in a language of which the months are not known.
 */
function finerThan(quote: string, date: string | null): "day" | "month" | null {
  const [, year = "", month = "", day] = DATE.exec(date ?? "") ?? [];
  if (year === "" || !new RegExp(String.raw`(?<!\d)${year}(?!\d)`).test(quote)) return null;
  const has = (number: string) =>
    new RegExp(String.raw`(?<![\d,.])0?${Number(number)}(?:st|nd|rd|th)?(?![\d]|[,.]\d)`).test(quote);
  if (day !== undefined) return has(day) ? null : "day";
  return !ENGLISH.test(quote) || MONTH_NAME.test(quote) || has(month) ? null : "month";
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const LAST_WORD = /(\p{L}[\p{L}\p{M}]*)$/u;
/** What a word of its own may be lengthened by. */
const ENDING =
  /^(?:s|es|'s|d|ed|ing|ings|er|ers|r|or|ors|ly|ally|n|en|ern|e|a|o|i|m|t|al|ial|y|ies|ary|ory|able|ive|ion|ions|ation|ations|ance|ence|ity|ness|ful|ship|ist|ism|ment|ments)$/;

/** Tells the word in which a text is cut: one that stands nowhere else, and with which another begins. */
function cutWords(dossiers: readonly ReadDossier[]): (quote: string) => string | null {
  const words = new Set<string>();
  const take = (text: string | null, isQuote = false) => {
    if (text === null) return;
    const found = text.toLowerCase().match(WORD) ?? [];
    const whole = isQuote && LAST_WORD.test(text) ? found.slice(0, -1) : found;
    for (const word of whole) words.add(word);
  };
  for (const dossier of dossiers) {
    for (const { title, publisher } of dossier.sources.records)
      for (const text of [title, publisher]) take(text);
    for (const { name, aliases } of dossier.entities.records)
      for (const text of [name, ...aliases]) take(text);
    for (const { claim } of claimRows(dossier)) {
      for (const text of [claim.note, claim.text, claim.caveat]) take(text);
      take(claim.quote, true);
    }
  }
  const sorted = [...words].sort();
  return (quote) => {
    if (/\p{L}[-‐]$/u.test(quote)) return quote.slice(-12);
    const word = LAST_WORD.exec(quote)?.[1];
    if (word === undefined || words.has(word.toLowerCase())) return null;
    const longer = longerThan(sorted, word.toLowerCase());
    return longer.length > 0 && !longer.some((each) => ENDING.test(each.slice(word.length))) ? word : null;
  };
}

/** The words that begin with one and are longer. */
function longerThan(sorted: readonly string[], word: string): readonly string[] {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as string) < word) low = middle + 1;
    else high = middle;
  }
  const longer: string[] = [];
  for (let at = low; sorted[at]?.startsWith(word); at += 1) longer.push(sorted[at] as string);
  return longer;
}
