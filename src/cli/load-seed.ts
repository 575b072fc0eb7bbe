import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { today } from "../domain/day.js";
import { loadDossiers } from "../dossier/load/load-dossiers.js";
import { findDossierFolders } from "../dossier/read/disk-folder.js";
import type { GraphStore } from "../store/graph-store.js";
import { notice } from "./output.js";
import { printProblems } from "./print-problems.js";
import { counted } from "./words.js";

/** The dossiers that come with the program, beside its build. */
const SEED = join(import.meta.dirname, "../../seed");

/** Loads the dossiers that come with the program into an empty store. Says whether that went well. */
export async function loadSeed(store: GraphStore): Promise<boolean> {
  if (!existsSync(SEED)) {
    notice('the store is empty: fill it with "exposure-graph load FOLDER"');
    return true;
  }
  const folders = await findDossierFolders([relative(process.cwd(), SEED) || "."]);
  const { created, problems } = await loadDossiers(folders, store, { day: today() });
  printProblems(problems);
  if (problems.some(({ severity }) => severity === "error")) return false;
  const of = counted(folders.length, "dossier", "dossiers");
  notice(`the store was empty: ${counted(created, "claim", "claims")} of ${of} were loaded from seed/`);
  return true;
}
