import { DAWN, type Day, dayOf, NEVER, printDay, whyNoDay } from "./day.js";
import { badInput } from "./errors.js";

/**
 * A date as a source gives it: `2019`, `2019-04`, `2019-04-03`, or a span `A/B` of two of these, either side
 * `..` for open. It reads as the days [earliest, latest]; in a span the right side's precision decides its last day.
 */
export interface UncertainDate {
  readonly text: string;
  readonly earliest: Day;
  readonly latest: Day;
  /** Whether the last part names a day; a month or a year does not. */
  readonly endsOnDay: boolean;
}

interface DatePart {
  readonly first: Day;
  readonly last: Day;
  readonly isDay: boolean;
}

const PART_PATTERN = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;
const FORMS = "write YYYY, YYYY-MM or YYYY-MM-DD, or a span A/B of these with .. for an open side";

/** The days of a few thousand texts are asked a million times; a hostile file does not fill the memory. */
const CACHE = new Map<string, UncertainDate>();
const CACHE_SIZE = 20_000;

/** Equal texts share one value. @throws BAD_USER_INPUT that names the text and the accepted forms. */
export function parseUncertainDate(text: string): UncertainDate {
  const met = CACHE.get(text);
  if (met !== undefined) return met;
  const date = read(text);
  if (CACHE.size < CACHE_SIZE) CACHE.set(text, date);
  return date;
}

function read(text: string): UncertainDate {
  const sides = text.split("/");
  const [left, right] = sides;
  if (left === undefined || sides.length > 2) throw badInput("is not a date", { value: text, remedy: FORMS });
  if (right === undefined) {
    const part = parsePart(left, text);
    return { text, earliest: part.first, latest: part.last, endsOnDay: part.isDay };
  }
  const from = left === ".." ? null : parsePart(left, text);
  const to = right === ".." ? null : parsePart(right, text);
  const date = {
    text,
    earliest: from?.first ?? DAWN,
    latest: to?.last ?? NEVER,
    endsOnDay: to?.isDay ?? true,
  };
  if (date.earliest > date.latest) {
    throw badInput("is not a date", {
      value: text,
      remedy: "its left side is later than its right side; turn them round",
    });
  }
  return date;
}

function parsePart(text: string, whole: string): DatePart {
  const match = PART_PATTERN.exec(text);
  const year = Number(match?.[1]);
  const month = match?.[2] === undefined ? null : Number(match[2]);
  const dayOfMonth = match?.[3] === undefined ? null : Number(match[3]);
  if (!match) throw badInput("is not a date", { value: whole, remedy: FORMS });
  const first = dayOf(year, month ?? 1, dayOfMonth ?? 1);
  if (first === null) throw badInput(whyNoDay(year, month ?? 1, dayOfMonth), { value: text });
  if (dayOfMonth !== null) return { first, last: first, isDay: true };
  const next = month === null || month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return { first, last: (next ?? NEVER) - 1, isDay: false };
}

/** The shortest text that reads as exactly [earliest, latest]. */
export function printUncertainDate(earliest: Day, latest: Day): string {
  if (earliest <= DAWN || latest >= NEVER) {
    return `${earliest <= DAWN ? ".." : printDay(earliest)}/${latest >= NEVER ? ".." : printDay(latest)}`;
  }
  const first = printDay(earliest);
  if (earliest === latest) return first;
  for (const text of [first.slice(0, 4), first.slice(0, 7)]) {
    const whole = parsePart(text, text);
    if (whole.first === earliest && whole.last === latest) return text;
  }
  return `${first}/${printDay(latest)}`;
}
