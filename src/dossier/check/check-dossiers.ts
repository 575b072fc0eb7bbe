import { type Day, NEVER, printDay } from "../../domain/day.js";
import type { Problems } from "../read/problem.js";
import { claimRows, type ReadDossier } from "../read/read-dossier.js";
import { checkHoldings } from "./check-holdings.js";
import { checkNames } from "./check-names.js";
import { checkQuotes } from "./check-quotes.js";
import { checkReferences } from "./check-references.js";
import { checkRelationEnds } from "./check-relation-ends.js";
import { checkSharedNouns } from "./check-shared-nouns.js";
import { checkStanding } from "./check-standing.js";
import { checkTexts, checkWording } from "./check-texts.js";
import { checkUse } from "./check-use.js";
import { knownNouns, type StoredNouns } from "./known-nouns.js";

/** Where problems go, and how much is asked. */
export interface Checking {
  readonly problems: Problems;
  /** Whether the dossiers are meant to stand alone (see check-use.ts). */
  readonly closed: boolean;
  /** Whether what rows say is read, too, which takes longer and blocks nothing. */
  readonly words: boolean;
  /** What is recorded after this day lies in the future. Absent: that is not asked. */
  readonly lastDay?: Day | undefined;
}

/** Everything that no single row shows: slugs, references, ends, equal nouns, names and holdings. */
export function checkDossiers(
  dossiers: readonly ReadDossier[],
  stored: StoredNouns,
  { problems, closed, words, lastDay }: Checking,
): void {
  checkSlugs(dossiers, problems);
  const known = knownNouns(dossiers, stored);
  checkReferences(dossiers, known, problems);
  checkRelationEnds(dossiers, known, problems);
  checkSharedNouns(dossiers, known, problems);
  checkNames(dossiers, problems);
  checkHoldings(dossiers, problems);
  checkTexts(dossiers, known, problems);
  if (lastDay !== undefined) checkRecorded(dossiers, lastDay, problems);
  // What a faulty row names would seem to be unused, and warnings would hide what has to be mended first.
  if (problems.errors > 0) return;
  if (closed) checkUse(dossiers, problems);
  if (!words) return;
  checkWording(dossiers, known, problems);
  checkQuotes(dossiers, problems);
  checkStanding(dossiers, problems);
  if (closed) checkLastChecked(dossiers, problems);
}

function checkLastChecked(dossiers: readonly ReadDossier[], problems: Problems): void {
  for (const { dossier, settingsFile } of dossiers)
    if (dossier.lastChecked === null)
      problems.add(
        "lastChecked",
        settingsFile,
        1,
        "lacks last_checked: add the day up to which its facts were checked, such as 2026-11-24",
      );
}

function checkRecorded(dossiers: readonly ReadDossier[], lastDay: Day, problems: Problems): void {
  for (const dossier of dossiers)
    for (const { claim, file, line } of claimRows(
      dossier,
      (each, at) => each.cell(at, "recorded") !== null,
    )) {
      const { recorded } = claim.clock;
      if (claim.recorded === null || recorded <= lastDay || recorded >= NEVER) continue;
      const message = `recorded: ${claim.recorded} is after ${printDay(lastDay)}, and no claim is known before it is recorded: correct it, or load with the clock set right`;
      problems.add("recordedAhead", file, line, message);
    }
}

function checkSlugs(dossiers: readonly ReadDossier[], problems: Problems): void {
  const files = new Map<string, string>();
  for (const { slug, settingsFile } of dossiers) {
    const met = files.get(slug);
    if (met !== undefined)
      problems.add("slug", settingsFile, 1, `slug: "${slug}" is also that of ${met}: rename one`);
    files.set(slug, met ?? settingsFile);
  }
}
