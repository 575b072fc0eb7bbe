import { DAWN, type Day, NEVER, printDay } from "../../domain/day.js";
import { parseUncertainDate } from "../../domain/uncertain-date.js";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `2019-04-03` as "3 April 2019", `2019-04` as "April 2019", `2019` as "2019". */
function calendarWords(text: string): string {
  const [year, month, day] = text.split("-");
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : Number(day), name, year]
    .filter((part) => part !== undefined)
    .join(" ");
}

/** A day in words: "3 April 2019". */
export function dayWords(day: Day): string {
  return calendarWords(printDay(day));
}

interface Sides {
  /** Null: open. Both the same for a date that is no span. */
  readonly left: string | null;
  readonly right: string | null;
  readonly isSpan: boolean;
}

function sidesOf(text: string): Sides {
  const [left = "", right] = text.split("/");
  if (right === undefined) return { left, right: left, isSpan: false };
  return { left: left === ".." ? null : left, right: right === ".." ? null : right, isSpan: true };
}

/** When something happened: "on 3 April 2019", "in April 2019", "by 2018", "in May 2019 or later". */
export function onDate(text: string): string {
  const { left, right, isSpan } = sidesOf(text);
  if (left === null && right === null) return "on a day that is not known";
  if (left === null) return `by ${calendarWords(right as string)}`;
  const day = `${left.length === "YYYY-MM-DD".length ? "on" : "in"} ${calendarWords(left)}`;
  if (right === null) return `${day} or later`;
  return isSpan ? `between ${calendarWords(left)} and ${calendarWords(right)}` : day;
}

/** Since when something holds, after `preposition`: "since 2018", "from 24 January 2013 or earlier". */
export function sinceDate(text: string, preposition: "since" | "from"): string | null {
  const { left, right, isSpan } = sidesOf(text);
  if (left === null && right === null) return null;
  if (left === null) return `${preposition} ${calendarWords(right as string)} or earlier`;
  if (right === null) return `${preposition} ${calendarWords(left)} or later`;
  if (!isSpan) return `${preposition} ${calendarWords(left)}`;
  return `${preposition} some day between ${calendarWords(left)} and ${calendarWords(right)}`;
}

/**
 * Until when something held. An `end` is the first day on which it no longer holds: a full date is told as the day
 * before, an `A/..` as "until at least A".
 */
export function untilDate(text: string): string | null {
  const { left, right, isSpan } = sidesOf(text);
  if (left === null && right === null) return null;
  if (left === null) return `until ${calendarWords(right as string)} at the latest`;
  if (right === null) return `until at least ${calendarWords(left)}`;
  if (isSpan) return `until some day between ${calendarWords(left)} and ${calendarWords(right)}`;
  const { earliest, endsOnDay } = parseUncertainDate(text);
  return endsOnDay ? `until ${dayWords(earliest - 1)}` : `until some time in ${calendarWords(left)}`;
}

/** The later of two dates by the first day that each may mean; null where neither is given. */
export function laterDate(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return parseUncertainDate(b).earliest > parseUncertainDate(a).earliest ? b : a;
}

/** The year in which a date may first lie: "2024"; null for one that is open to the left or to the right only. */
export function yearWords(text: string): string | null {
  const { earliest, latest } = parseUncertainDate(text);
  const day = earliest > DAWN ? earliest : latest;
  return day <= DAWN || day >= NEVER ? null : printDay(day).slice(0, 4);
}
