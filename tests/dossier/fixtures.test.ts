import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { readAndCheck } from "../../src/dossier/check/read-and-check.js";
import { findDossierFolders } from "../../src/dossier/read/disk-folder.js";
import { printProblem } from "../../src/dossier/read/problem.js";

const FIXTURES = join(import.meta.dirname, "../fixtures/dossiers");
const SHAPES = readdirSync(FIXTURES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe("a folder has the problems that its problems.txt lists", () => {
  test.each(SHAPES)("%s", async (shape) => {
    const folder = join(FIXTURES, shape);
    const { problems } = await readAndCheck(await findDossierFolders([folder]), null);
    const from = `${relative(process.cwd(), folder)}/`;
    const lines = problems
      .list()
      .map((problem) => `${printProblem(problem)}\n`.replaceAll(`${folder}/`, "").replaceAll(from, ""));
    expect(lines.join("")).toBe(readFileSync(join(folder, "problems.txt"), "utf8"));
  });
});
