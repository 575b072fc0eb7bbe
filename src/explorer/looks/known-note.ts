import { printDay, today } from "../../domain/day.js";
import { texts } from "../texts/english.js";
import { dayText } from "./day.js";
import { h, type Markup } from "./markup.js";

/** What is left out where an answer is asked for as known on an earlier day; null: today's knowledge (`now`) is shown. */
export function knownNote(knownAt: string | null, now = printDay(today())): Markup | null {
  if (knownAt === null || knownAt >= now) return null;
  return h("p", { class: "small soft known-note" }, texts.clocks.laterLeftOut(dayText(knownAt)));
}
