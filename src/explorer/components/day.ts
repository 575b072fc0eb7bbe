import { parseDay } from "../../domain/day.js";
import { dayWords } from "../../explain/date-words.js";

/** A day of the API in words: "4 April 2019". */
export function dayText(day: string): string {
  return dayWords(parseDay(day));
}
