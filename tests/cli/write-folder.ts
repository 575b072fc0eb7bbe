import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "../dossier/folder-of.js";

/** Writes the files of a dossier into a folder, which it answers. */
export function writeFolder(folder: string, files: Files): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    if (content !== "")
      writeFileSync(join(folder, name === "settings" ? "dossier.yml" : `${name}.csv`), content);
  }
  return folder;
}
