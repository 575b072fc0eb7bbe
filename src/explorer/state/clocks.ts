import { parseDay } from "../../domain/day.js";
import { texts } from "../texts/english.js";
import { BadPlace } from "./bad-place.js";
import { isView } from "./names-in-address.js";
import { hrefOf, type Place, placeOf } from "./place.js";

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

/**
 * The address of another view with both clocks of the place on which a link to it stands: what the reader asked as of a
 * day is shown as of that day there too. An address that names a clock, or leads to no view, stays as it is.
 */
export function withClocks(href: string, { values }: Place): string {
  if (!href.startsWith("/")) return href;
  const address = new URL(href, "http://pages.invalid");
  const there = placeOf(address);
  const names = ["at", "known"] as const;
  if (!isView(there.path) || names.some((name) => there.values[name] !== undefined)) return href;
  const kept = names.filter((name) => isDay(values[name])).map((name) => [name, values[name]]);
  return hrefOf(there.path, { ...there.values, ...Object.fromEntries(kept) }) + address.hash;
}

function isDay(text: string | undefined): boolean {
  try {
    return text !== undefined && parseDay(text) !== null;
  } catch {
    return false;
  }
}
