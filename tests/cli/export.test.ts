import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { STORY } from "../dossier/folder-of.js";
import { run, temporaryFolder } from "./run.js";
import { writeFolder } from "./write-folder.js";

async function loaded() {
  const folder = temporaryFolder();
  const store = ["--store", `sqlite:${join(folder, "graph.db")}`];
  await run(["load", writeFolder(join(folder, "story"), STORY), ...store]);
  return { folder, store };
}

describe("export", () => {
  test("writes each format to standard output or to a file", async () => {
    const { folder, store } = await loaded();
    const begin = { csv: "\ufeffgraph_version,", json: '{"format":', gexf: "<?xml", graphml: "<?xml" };
    for (const [format, start] of Object.entries(begin)) {
      const { code, out } = await run(["export", format, "--dossier", "story", ...store]);
      expect([code, out.startsWith(start)]).toEqual([0, true]);
      const file = join(folder, `story.${format}`);
      await run(["export", format, "--dossier", "story", "--out", file, ...store]);
      expect(readFileSync(file, "utf8")).toBe(out);
    }
  });

  test("leaves the byte-order mark of a CSV out with --no-bom, and nothing else", async () => {
    const { store } = await loaded();
    const marked = await run(["export", "csv", "--dossier", "story", ...store]);
    const { code, out } = await run(["export", "csv", "--dossier", "story", "--no-bom", ...store]);
    expect([code, `\ufeff${out}`]).toEqual([0, marked.out]);
  });

  test.each([
    [[], 2, "name one of --university"],
    [["--university", "university:x", "--dossier", "story"], 2, "name one of --university"],
    [["--dossier", "stori"], 1, "stori"],
    [["--dossier", "story", "--table", "findings"], 1, "exposure question"],
    [["--dossier", "story", "--out", "/nowhere/at/all.csv"], 1, "name another file"],
  ])("csv %j ends with %i and says what is wrong", async (parameters, code, words) => {
    const { store } = await loaded();
    const ended = await run(["export", "csv", ...parameters, ...store]);
    expect(ended.code).toBe(code);
    expect(ended.err).toMatch(words);
    expect(ended.out).toBe("");
  });
});
