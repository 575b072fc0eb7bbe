import { DAWN, type Day, NEVER, printDay } from "../domain/day.js";
import { parseUncertainDate } from "../domain/uncertain-date.js";
import { numeral } from "./number-words.js";

/** Dates and spans in words, never finer than their source: 2019 stays 2019. */

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
export function calendarWords(text: string): string {
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

/** Both clocks: "as of 4 April 2019", and what was known when, where that is another day. */
export function clockWords(validAt: Day, knownAt: Day): string {
  const day = `as of ${dayWords(validAt)}`;
  return validAt === knownAt ? day : `${day}, by what was known on ${dayWords(knownAt)}`;
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

function isDay(text: string): boolean {
  return text.length === "YYYY-MM-DD".length;
}

/**
 * When something happened: "on 3 April 2019", "in April 2019", "by 4 April 2019", "in or before March 2019", "between 2016
 * and 2018", "on or after 3 May 2023".
 */
export function onDate(text: string): string {
  const { left, right, isSpan } = sidesOf(text);
  if (left === null && right === null) return "on a day that is not known";
  if (left === null) {
    const last = right as string;
    return isDay(last) ? `by ${calendarWords(last)}` : `in or before ${calendarWords(last)}`;
  }
  const preposition = isDay(left) ? "on" : "in";
  if (right === null) return `${preposition} or after ${calendarWords(left)}`;
  return isSpan ? betweenWords(left, right) : `${preposition} ${calendarWords(left)}`;
}

/** "between 2016 and 2018", "between September and December 2020", "between 2 and 5 January 2020". */
function betweenWords(left: string, right: string): string {
  const [first, last] = [left, right].map((text) => text.split("-"));
  const [words, end] = [calendarWords(left).split(" "), calendarWords(right)];
  const isAlike = first?.length === last?.length && (first?.length ?? 0) > 1 && first?.[0] === last?.[0];
  const shared = !isAlike ? 0 : first?.length === 3 && first[1] === last?.[1] && left !== right ? 2 : 1;
  return `between ${words.slice(0, words.length - shared).join(" ")} and ${end}`;
}

/** Of what only a publication or a last word dates: "as of October 2022", "as of 4 April 2019". */
export function asOf(text: string): string {
  const { left, right } = sidesOf(text);
  const last = right ?? left;
  return last === null ? "as of a day that is not known" : `as of ${calendarWords(last)}`;
}

/** Since when something holds, after `preposition`: "since 2018", "since at least 24 January 2013". */
export function sinceDate(text: string, preposition: "since" | "from"): string | null {
  const { left, right, isSpan } = sidesOf(text);
  if (left === null && right === null) return null;
  if (left === null) {
    const day = calendarWords(right as string);
    return preposition === "since" ? `since at least ${day}` : `from ${day} or earlier`;
  }
  if (right === null) return `${preposition} ${calendarWords(left)} or later`;
  if (!isSpan) return `${preposition} ${calendarWords(left)}`;
  return `${preposition} some day ${betweenWords(left, right)}`;
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
  if (isSpan) return `until some day ${betweenWords(left, right as string)}`;
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

/** The month of a date, or its year where the source gives no more; of an open or wide one its last part. */
export function monthWords(text: string): string {
  const { left, right } = sidesOf(text);
  return calendarWords((right ?? left ?? "").split("-").slice(0, 2).join("-"));
}

/** From the month of a first day to that of a last one: "in March 2019", "between January 2016 and September 2018". */
export function monthsBetween(first: Day, last: Day): string {
  const [from = "", to = ""] = [first, last].map((day) => calendarWords(printDay(day).slice(0, 7)));
  if (from === to) return `in ${from}`;
  const isOneYear = from.slice(-4) === to.slice(-4);
  return `between ${isOneYear ? from.slice(0, -5) : from} and ${to}`;
}

// ---- spans

/**
 * How far two days are apart: below 60 days in days, below 24 months in months, else in years: "35 days", "13 months",
 * "more than 13 months", "about four years". `atLeast`: one of the two is not certain, and they are no nearer.
 */
export function spanWords(from: Day, to: Day, atLeast = false): string {
  const days = to - from;
  if (days < 60) return `${atLeast ? "at least " : ""}${numeral(days)} ${days === 1 ? "day" : "days"}`;
  const { months, over, under } = wholeMonths(from, to);
  if (months < 24) {
    if (atLeast) return `at least ${numeral(months)} months`;
    if (over <= A_WEEK) return `${numeral(months)} months`;
    if (under <= A_WEEK && months < 23) return `nearly ${numeral(months + 1)} months`;
    return `more than ${numeral(months)} months`;
  }
  if (atLeast) return `at least ${numeral(Math.floor(months / 12))} years`;
  const halves = Math.round(months / 6);
  return `about ${numeral(Math.floor(halves / 2))}${halves % 2 === 1 ? " and a half" : ""} years`;
}

const A_WEEK = 7;

/** The whole months between two days, the days beyond them, and those up to the next. */
function wholeMonths(from: Day, to: Day): { months: number; over: number; under: number } {
  const [start, end] = [partsOf(from), partsOf(to)];
  const difference = (end.year - start.year) * 12 + end.month - start.month;
  const months = addMonths(start, difference) > to ? difference - 1 : difference;
  return { months, over: to - addMonths(start, months), under: addMonths(start, months + 1) - to };
}

interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function partsOf(day: Day): DayParts {
  const [year = 0, month = 1, of = 1] = printDay(day).split("-").map(Number);
  return { year, month, day: of };
}

/** The same day of the month so many months on; the month's last where it has none such. */
function addMonths({ year, month, day }: DayParts, months: number): Day {
  const at = year * 12 + month - 1 + months;
  const first = parseUncertainDate(
    `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`,
  );
  return Math.min(first.earliest + day - 1, first.latest);
}
