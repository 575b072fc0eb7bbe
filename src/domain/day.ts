import { badInput, type ExposureError } from "./errors.js";

/** A calendar day as the count of days since 1970-01-01 (UTC); fits an Int32. */
export type Day = number;

/** Before every day: an open left side. */
export const DAWN: Day = -0x7fff0000;
/** After every day: an open right side, or "no end is known". */
export const NEVER: Day = 0x7fff0000;

const MS_PER_DAY = 86_400_000;
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of a calendar date; month counts from 1. Null where the calendar has no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return exists ? date.getTime() / MS_PER_DAY : null;
}

/** What is wrong with a date of which the calendar has no such day or month: "is a day that does not exist: 2019-02 has 28 days". */
export function whyNoDay(year: number, month: number, dayOfMonth: number | null): string {
  const isMonth = month >= 1 && month <= 12;
  if (!isMonth || dayOfMonth === null) return "is a month that does not exist: months are 01 to 12";
  const last = [31, 30, 29, 28].find((day) => dayOf(year, month, day) !== null);
  const named = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  return `is a day that does not exist: ${named} has ${last} days`;
}

/** Reads `2019-04-03`. @throws BAD_USER_INPUT that names the text and the form. */
export function parseDay(text: string): Day {
  const match = DAY_PATTERN.exec(text);
  if (!match) throw notADay(text);
  const parts = [Number(match[1]), Number(match[2]), Number(match[3])] as const;
  const day = dayOf(...parts);
  if (day === null) throw badInput(whyNoDay(...parts), { value: text });
  return day;
}

function notADay(text: string): ExposureError {
  const [, year, month] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (year === undefined)
    return badInput("is not a day", {
      value: text,
      remedy: "write it as YYYY-MM-DD, for example 2019-04-03",
    });
  const last = [31, 30, 29, 28].find((each) => dayOf(Number(year), Number(month ?? 12), each) !== null);
  return badInput(`is a ${month ? "month" : "year"}, not a day`, {
    value: text,
    remedy: `write a day of it, for example its last, ${year}-${month ?? 12}-${last}`,
  });
}

/** Writes a day as `2019-04-03`; the open sides have no text and are refused. */
export function printDay(day: Day): string {
  if (day <= DAWN || day >= NEVER) throw new RangeError("an open side has no calendar day");
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Today in UTC. Called at the border only; the core takes its days as arguments. */
export function today(): Day {
  return Math.floor(Date.now() / MS_PER_DAY);
}
