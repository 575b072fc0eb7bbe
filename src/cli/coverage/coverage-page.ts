import type { Day } from "../../domain/day.js";
import type { Collection } from "../../dossier/count/collection.js";
import { dayWords } from "../../explain/date-words.js";
import { countrySection } from "./country-section.js";
import { dossierSection } from "./dossier-section.js";
import { kindSection } from "./kind-section.js";
import { sourceSection } from "./source-section.js";
import { yearSection } from "./year-section.js";

/**
 * What a collection holds, as a page in Markdown: counts by dossier, kind, status, year and country, and its sources.
 * `weakest` is the section on the claims that findings hang on. No day but the collection's own stands in it.
 */
export function coveragePage(collection: Collection, day: Day, weakest: readonly string[]): string {
  const lines = [
    "# What is here, counted",
    "",
    "Written by `exposure-graph coverage`, never by hand; a test compares it with the folder.",
    `All of it is as of ${dayWords(day)}, the newest day on which a dossier was checked or a source read.`,
    "A count says how much was written down, not how much there is.",
    "",
    ...dossierSection(collection),
    "",
    ...kindSection(collection),
    "",
    ...yearSection(collection),
    "",
    ...countrySection(collection),
    "",
    ...sourceSection(collection),
    "",
    ...weakest,
  ];
  return `${lines.join("\n")}\n`;
}
