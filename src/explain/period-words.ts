import { DAWN, type Day } from "../domain/day.js";
import type { Claim } from "../domain/record.js";
import { parseUncertainDate } from "../domain/uncertain-date.js";
import { asOf, laterDate, monthWords, onDate, sinceDate, untilDate } from "./date-words.js";
import type { Names } from "./names.js";
import { joined } from "./sentence.js";

/** How a claim's words stand in time: told of today, of today since a day, or of the past. */
export type Tense = "present" | "perfect" | "past";

/** The tense of a clause and the words of time that go behind it; null: none. */
export interface Period {
  readonly tense: Tense;
  readonly words: string | null;
}

type Timed = Pick<Claim, "start" | "end" | "sources">;

/** What a source has said within so many days is told as it is today; anything older as it was. */
const IS_TODAY = 366;

/**
 * When a claim of a state holds, as far as its sources know: "from 2016 until some time in 2018"; "since 2001", where a
 * source of the last twelve months says so; else in the past tense, "from 2001 to at least 2019", "as of July 2019".
 */
export function periodOf(claim: Timed, names: Names): Period {
  if (claim.end !== null && untilDate(claim.end) !== null)
    return { tense: "past", words: pastPeriodOf(claim, names) };
  const last = lastSaid(claim.sources, names);
  if (last === null || !isToday(last, names.knownOn))
    return { tense: "past", words: pastPeriodOf(claim, names) };
  const start = claim.start === null ? null : sinceDate(claim.start, "since");
  return start === null ? { tense: "present", words: null } : { tense: "perfect", words: start };
}

/** The same in words that go with the past tense, however late a source speaks of it. */
export function pastPeriodOf(claim: Timed, names: Names): string | null {
  const { start } = claim;
  const until = claim.end === null ? null : untilDate(claim.end);
  if (claim.end !== null && until !== null) return untilWords(start, claim.end, until);
  const from = start === null ? null : sinceDate(start, "from");
  const last = lastSaid(claim.sources, names);
  if (start === null || from === null) return last === null ? null : asOf(monthOf(last));
  if (last === null || !isLater(last, start)) return firstWords(start);
  return `${from} to at least ${monthWords(last)}`;
}

function untilWords(start: string | null, end: string, until: string): string {
  const first = start?.replace(/^\.\.\//, "") ?? null;
  const isOpen = start !== first;
  if (first !== null && first === end.replace(/\/\.\.$/, "")) {
    if (end.endsWith("/..")) return isOpen ? asOf(first) : onDate(first);
    return isOpen ? until : onDate(first);
  }
  if (start !== null && !isOpen && !start.includes("/") && /^\d{4}(?:-\d{2})?$/.test(end))
    return `${sinceDate(start, "from")} to ${monthWords(end)}`;
  return joined(start === null ? null : sinceDate(start, "from"), until);
}

/** When it was, for words that tell of one event and not of a state: "in 2013"; "as of 2016" where it may have been before. */
export function eventDateOf({ start, sources }: Timed, names: Names): string | null {
  const last = start ?? lastSaid(sources, names);
  if (last === null) return null;
  if (start === null || start.startsWith("../")) return asOf(start?.slice("../".length) ?? monthOf(last));
  return onDate(start);
}

/** The last date on which a source of some said something; null where none that has a date is published. */
export function lastSaid(sources: readonly string[], names: Names): string | null {
  return sources.reduce<string | null>(
    (latest, source) => laterDate(latest, names.source(source)?.published ?? null),
    null,
  );
}

/** With such words an editor tells how something was, for as long as it was; with others what happened on a day. */
const TELLS_A_STATE =
  /^(?:had|held|ran|owned|controlled|administered|funded|paid for|sponsored|hosted|supplied|employed|worked|served|took part|was|were)\b/;
const TELLS_AN_EVENT =
  /^(?:was|were) (?:(?:acquired|added|announced|awarded|bought|chosen|created|founded|given|made|named|opened|set up|signed|sold|to)\b|.*\bto have\b)/;

/** Whether a claim is told as how something was for a time, and not as what happened on a day. */
export function tellsAState({ text, end }: Pick<Claim, "text" | "end">): boolean {
  return end !== null || text === null || (TELLS_A_STATE.test(text) && !TELLS_AN_EVENT.test(text));
}

/** The date as of which a claim is told where only the last word on it dates it; null where it has dates of its own. */
export function asOfDate(claim: Timed & Pick<Claim, "text">, names: Names): string | null {
  const { start, end, sources } = claim;
  const first = start?.replace(/^\.\.\//, "") ?? null;
  if (start !== null && start === first) return null;
  if (end !== null) return end.endsWith("/..") && first === withoutOpenSide(end) ? first : null;
  const last = lastSaid(sources, names);
  if (first === null) return last === null ? null : withoutOpenSide(monthOf(last));
  return tellsAState(claim) && last !== null && isLater(last, first) ? null : first;
}

/** The last day until which a state is told to have held: the words "until at least 2019" may mean its last. */
export function lastToldOf(claim: Timed & Pick<Claim, "text">, names: Names): Day {
  const { end, sources } = claim;
  if (end !== null) return end.endsWith("/..") ? parseUncertainDate(withoutOpenSide(end)).latest : DAWN;
  const asOf = asOfDate(claim, names);
  if (asOf !== null) return parseUncertainDate(asOf).latest;
  const last = tellsAState(claim) ? lastSaid(sources, names) : null;
  return last === null ? DAWN : parseUncertainDate(withoutOpenSide(monthOf(last))).latest;
}

function withoutOpenSide(date: string): string {
  return date.replace(/\/\.\.$/, "");
}

/** Whether a date lies within the twelve months before a day. */
export function isToday(date: string, day: Day): boolean {
  return parseUncertainDate(date).latest > day - IS_TODAY;
}

/** A publication's own day says no more than its month. */
function monthOf(date: string): string {
  const last = date.split("/").at(-1) ?? date;
  return last === ".." ? date : last.split("-").slice(0, 2).join("-");
}

/** Where nothing later is known than the start itself: "from 16 May 2019", "as of April 2019". */
function firstWords(start: string): string {
  if (start.startsWith("../")) return asOf(start.slice("../".length));
  return sinceDate(start, "from") ?? onDate(start);
}

/** Whether a date lies in a later month than another, as far as both tell. */
function isLater(date: string, than: string): boolean {
  const { latest } = parseUncertainDate(than);
  return parseUncertainDate(date).earliest > latest && monthWords(date) !== monthWords(than);
}
