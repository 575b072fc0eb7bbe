import type { DossierFolder } from "./dossier-folder.js";
import { compareText, type Problems } from "./problem.js";
import { type ReadDossier, readDossier } from "./read-dossier.js";

/** Reads folders one after the other, in the order of their slugs afterwards: no order of files shows in a load. */
export async function readDossiers(
  folders: readonly DossierFolder[],
  problems: Problems,
  onRead?: (done: number) => void,
): Promise<readonly ReadDossier[]> {
  const dossiers: ReadDossier[] = [];
  for (const [index, folder] of folders.entries()) {
    const dossier = await readDossier(folder, problems);
    if (dossier !== null) dossiers.push(dossier);
    onRead?.(index + 1);
  }
  return dossiers.sort((a, b) => compareText(a.slug, b.slug) || compareText(a.settingsFile, b.settingsFile));
}
