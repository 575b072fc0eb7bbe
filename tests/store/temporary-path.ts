import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];

/** The path of a file or folder that is not there yet, in a folder of its own that goes when the tests end. */
export function temporaryPath(name = "graph.db"): string {
  const folder = mkdtempSync(join(tmpdir(), "exposure-graph-store-"));
  folders.push(folder);
  return join(folder, name);
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
