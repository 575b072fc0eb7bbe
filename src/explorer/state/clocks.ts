import { parseDay } from "../../domain/day.js";
import { texts } from "../texts/english.js";
import { BadPlace } from "./bad-place.js";
import type { Place } from "./place.js";

/** Both clocks of a question; null: today. */
export interface Clocks {
  /** What begins after this day does not exist for the question: `at` in the address. */
  readonly validAt: string | null;
  /** Only what was known on this day counts: `known` in the address. */
  readonly knownAt: string | null;
}

/** Reads the clocks of an address. @throws BadPlace that names the date and offers today. */
export function clocksOf(place: Place): Clocks {
  return { validAt: dayOf(place, "at"), knownAt: dayOf(place, "known") };
}

function dayOf(place: Place, name: "at" | "known"): string | null {
  const text = place.values[name];
  if (text === undefined) return null;
  try {
    parseDay(text);
    return text;
  } catch {
    throw new BadPlace(texts.trouble.badDay(text), { [name]: null });
  }
}
