import type { Problems } from "../read/problem.js";
import type { ReadDossier } from "../read/read-dossier.js";
import { checkHoldings } from "./check-holdings.js";
import { checkNames } from "./check-names.js";
import { checkReferences } from "./check-references.js";
import { checkRelationEnds } from "./check-relation-ends.js";
import { checkSharedNouns } from "./check-shared-nouns.js";
import { checkUse } from "./check-use.js";
import { knownNouns, type StoredNouns } from "./known-nouns.js";

/** Where problems go, and whether the dossiers are meant to stand alone (see check-use.ts). */
export interface Checking {
  readonly problems: Problems;
  readonly closed: boolean;
}

/** Everything that no single row shows: slugs, references, ends, equal nouns, names and holdings. */
export function checkDossiers(
  dossiers: readonly ReadDossier[],
  stored: StoredNouns,
  { problems, closed }: Checking,
): void {
  checkSlugs(dossiers, problems);
  const known = knownNouns(dossiers, stored);
  checkReferences(dossiers, known, problems);
  checkRelationEnds(dossiers, known, problems);
  checkSharedNouns(dossiers, known, problems);
  checkNames(dossiers, problems);
  checkHoldings(dossiers, problems);
  // What a faulty row names would seem to be unused.
  if (closed && problems.errors === 0) checkUse(dossiers, problems);
}

function checkSlugs(dossiers: readonly ReadDossier[], problems: Problems): void {
  const files = new Map<string, string>();
  for (const { slug, settingsFile } of dossiers) {
    const met = files.get(slug);
    if (met !== undefined)
      problems.error(settingsFile, 1, `slug: "${slug}" is also that of ${met}: rename one`);
    files.set(slug, met ?? settingsFile);
  }
}
