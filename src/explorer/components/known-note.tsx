import type { JSX } from "preact";
import { printDay, today } from "../../domain/day.js";
import { texts } from "../texts/english.js";
import { dayText } from "./day.js";

/** What is left out where an answer is asked for as known on an earlier day; null: today's knowledge (`now`) is shown. */
export function KnownNote({
  knownAt,
  now = printDay(today()),
}: {
  readonly knownAt: string | null;
  readonly now?: string;
}): JSX.Element | null {
  if (knownAt === null || knownAt >= now) return null;
  return <p class="small soft known-note">{texts.clocks.laterLeftOut(dayText(knownAt))}</p>;
}
