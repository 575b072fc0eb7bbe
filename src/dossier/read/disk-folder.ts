import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { badInput } from "../../domain/errors.js";
import { SETTINGS_FILE, TABLE_NAMES, TABLES } from "./columns.js";
import type { DossierFolder } from "./dossier-folder.js";
import { compareText } from "./problem.js";

const BYTES_PER_PIECE = 1 << 18;

/**
 * Every folder at or below the given ones that holds a `dossier.yml`, in the order of their paths.
 * @throws BAD_USER_INPUT where a folder cannot be read or holds no dossier at all.
 */
export async function findDossierFolders(paths: readonly string[]): Promise<readonly DossierFolder[]> {
  const found = new Map<string, DossierFolder>();
  for (const path of paths) {
    const before = found.size;
    await search(join(path), found);
    if (found.size === before && ![...found.keys()].some((known) => known.startsWith(join(path)))) {
      throw badInput(
        `"${path}" holds no dossier: name a folder that holds a ${SETTINGS_FILE} at or below it`,
      );
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.path, b.path));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  ENOTDIR: "is no folder",
  EACCES: "may not be read by this user",
};

async function search(path: string, found: Map<string, DossierFolder>): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true }).catch((fault: NodeJS.ErrnoException) => {
    const reason = REASONS[fault.code ?? ""] ?? `cannot be read (${fault.code})`;
    throw badInput(`"${path}" ${reason}: name a folder of dossiers`);
  });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
  if (files.includes(SETTINGS_FILE)) found.set(path, await diskFolder(path, files));
  for (const entry of entries) {
    if (entry.isDirectory() && !entry.name.startsWith(".")) await search(join(path, entry.name), found);
  }
}

const OWN_FILES: readonly string[] = [SETTINGS_FILE, ...TABLE_NAMES.map((name) => TABLES[name].file)];

async function diskFolder(path: string, files: readonly string[]): Promise<DossierFolder> {
  const own = files.filter((file) => OWN_FILES.includes(file));
  const sizes = await Promise.all(own.map(async (file) => (await stat(join(path, file))).size));
  return {
    path: path.replaceAll("\\", "/"),
    files,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    open: (file) => createReadStream(join(path, file), { highWaterMark: BYTES_PER_PIECE }),
  };
}
