import { constants, type Dirent } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { badInput, type ExposureError } from "../../domain/errors.js";
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
  const isDossier = entries.some(({ name }) => name === SETTINGS_FILE);
  if (isDossier) found.set(path, await diskFolder(path, entries));
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith(".")) continue;
    // A folder under the name of a table is told of as that.
    if (!isDossier || !OWN_FILES.includes(entry.name)) await search(join(path, entry.name), found);
  }
}

const OWN_FILES: readonly string[] = [SETTINGS_FILE, ...TABLE_NAMES.map((name) => TABLES[name].file)];
/** Room for some eight million claims. */
const MOST_BYTES = 2 ** 30;
const TOO_LARGE = "is larger than 1 GB: divide the dossier into several";

async function diskFolder(path: string, entries: readonly Dirent[]): Promise<DossierFolder> {
  const unread = new Map<string, string>();
  let bytes = 0;
  for (const entry of entries.filter(({ name }) => OWN_FILES.includes(name))) {
    const { size } = await lstat(join(path, entry.name));
    const fault = entry.isFile() ? (size > MOST_BYTES ? TOO_LARGE : null) : noFile(entry);
    if (fault === null) bytes += size;
    else unread.set(entry.name, fault);
  }
  return {
    path: path.replaceAll("\\", "/"),
    files: entries.filter((entry) => entry.isFile() && !unread.has(entry.name)).map(({ name }) => name),
    unread,
    bytes,
    open: (file) => piecesOf(join(path, file)),
  };
}

function noFile(entry: Dirent): string {
  if (entry.isDirectory()) return "is a folder, not a file: put the file itself here, or rename the folder";
  // It may lead to any file of this machine, whose first line would then be printed as a problem.
  if (entry.isSymbolicLink()) return "is a link, which is not followed: put the file itself here";
  return "is a device, a pipe or a socket, not a file: put a file here, or remove it";
}

/** What may have been put in the file's place since the folder was looked at is not followed, and not waited for. */
const ITSELF = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The bytes of a regular file. @throws BAD_USER_INPUT where it is none any more, or has grown beyond what is read. */
async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, ITSELF).catch((fault: NodeJS.ErrnoException) => {
    throw fault.code === "ELOOP" ? changed(path) : fault;
  });
  try {
    if (!(await file.stat()).isFile()) throw changed(path);
    for (let read = 0; ; ) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(BYTES_PER_PIECE));
      if (bytesRead === 0) return;
      read += bytesRead;
      if (read > MOST_BYTES) throw badInput(`"${path}" ${TOO_LARGE}`);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

function changed(path: string): ExposureError {
  return badInput(`"${path}" was a file and is none any more: read the folder again`);
}
