import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { readAndCheck } from "../../../src/dossier/check/read-and-check.js";
import { findDossierFolders } from "../../../src/dossier/read/disk-folder.js";
import type { ReadDossier } from "../../../src/dossier/read/read-dossier.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "exposure-graph-import-"));
  folders.push(folder);
  return folder;
}

/** Writes a file that was last changed on a day, and answers its path. */
export function fileOf(name: string, content: string | Buffer, day = "2026-11-24"): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  utimesSync(path, new Date(day), new Date(day));
  return path;
}

/** A dossier that an import wrote, with all that `check` finds in it. */
export async function readBack(
  folder: string,
): Promise<{ readonly dossier: ReadDossier; readonly problems: readonly string[] }> {
  const { dossiers, problems } = await readAndCheck(await findDossierFolders([folder]), null, {
    closed: true,
  });
  const [dossier] = dossiers;
  if (dossier === undefined) throw new Error(`no dossier at ${folder}`);
  return { dossier, problems: problems.list().map(({ rule, message }) => `${rule}: ${message}`) };
}
