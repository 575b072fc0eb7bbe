import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findDossierFolders } from "../../../src/dossier/read/disk-folder.js";
import { writeFolder } from "../../cli/write-folder.js";
import { problemsOf, STORY } from "../folder-of.js";

let root: string;
let dossier: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "exposure-graph-"));
  dossier = writeFolder(join(root, "story"), STORY);
  writeFileSync(join(root, "secret"), "root:secret:0\n");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What is wrong with the dossier, without the folder's own path. */
async function problems(): Promise<readonly string[]> {
  const found = await problemsOf(...(await findDossierFolders([root])));
  return found.map((line) => line.replaceAll(`${dossier}/`, ""));
}

const LINK = "is a link, which is not followed: put the file itself here";
const FOLDER = "is a folder, not a file: put the file itself here, or rename the folder";
const NO_FILE = "is a device, a pipe or a socket, not a file: put a file here, or remove it";

describe("only files that lie in the folder themselves are read", () => {
  test.each([
    [
      "a link to another file of the machine",
      (file: string) => symlinkSync(join(root, "secret"), file),
      LINK,
    ],
    ["a link to a device without an end", (file: string) => symlinkSync("/dev/zero", file), LINK],
    ["a link to a file of the same folder", (file: string) => symlinkSync("events.csv", file), LINK],
    ["a link that leads nowhere", (file: string) => symlinkSync("nowhere", file), LINK],
    ["a folder", (file: string) => mkdirSync(file), FOLDER],
    ["a pipe that is never written to", (file: string) => execFileSync("mkfifo", [file]), NO_FILE],
  ])("%s is told in the place of a table, and of dossier.yml", async (_, put, told) => {
    for (const name of ["relations.csv", "dossier.yml"]) {
      rmSync(dossier, { recursive: true });
      writeFolder(dossier, STORY);
      rmSync(join(dossier, name));
      put(join(dossier, name));
      expect(await problems()).toEqual([`${name}: ${told}`]);
    }
  });

  test("a table that is larger than 1 GB is told, and not read", async () => {
    truncateSync(join(dossier, "relations.csv"), 2 ** 30 + 1);
    expect(await problems()).toEqual(["relations.csv: is larger than 1 GB: divide the dossier into several"]);
  });

  test.each([
    ["a link", (file: string) => symlinkSync(join(root, "secret"), file)],
    ["a pipe", (file: string) => execFileSync("mkfifo", [file])],
  ])("%s that takes a file's place after the folder was looked at is refused", async (_, put) => {
    const folders = await findDossierFolders([root]);
    const file = join(dossier, "relations.csv");
    rmSync(file);
    put(file);
    await expect(problemsOf(...folders)).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
      message: `"${file}" was a file and is none any more: read the folder again`,
    });
  });

  test("an assertion counts no rows of a table that is not read", async () => {
    const settings = `${STORY.settings}assertions:\n  - {count: rows, of: relations, is: 2}\n`;
    writeFolder(dossier, { ...STORY, settings });
    rmSync(join(dossier, "relations.csv"));
    mkdirSync(join(dossier, "relations.csv"));
    expect(await problems()).toEqual([`relations.csv: ${FOLDER}`]);
  });
});
