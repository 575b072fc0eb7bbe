import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open-store.js";
import { STORY } from "../dossier/folder-of.js";
import { run, temporaryFolder } from "./run.js";
import { writeFolder } from "./write-folder.js";

async function loaded() {
  const folder = temporaryFolder();
  const store = ["--store", `sqlite:${join(folder, "graph.db")}`];
  await run(["load", writeFolder(join(folder, "story"), STORY), ...store]);
  const archive = join(folder, "graph.jsonl.gz");
  const copy = ["--store", `sqlite:${join(folder, "copy.db")}`];
  return { folder, store, archive, copy };
}

describe("backup and restore", () => {
  test("carry a store into another one", async () => {
    const { store, archive, copy } = await loaded();
    const backup = await run(["backup", archive, ...store]);
    expect([backup.code, backup.out]).toEqual([0, `${archive} holds the graph at version 1\n`]);
    const restore = await run(["restore", archive, ...copy]);
    expect([restore.code, restore.out]).toEqual([0, "the store holds the graph at version 1\n"]);
    const [one, other] = [await run(["stats", "--json", ...store]), await run(["stats", "--json", ...copy])];
    expect(other.out).toBe(one.out);
  });

  test("leave a file that is there, and a store that holds a graph", async () => {
    const { store, archive } = await loaded();
    await run(["backup", archive, ...store]);
    const bytes = readFileSync(archive);
    const again = await run(["backup", archive, ...store]);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining("is there already")]);
    expect(readFileSync(archive)).toEqual(bytes);
    const restore = await run(["restore", archive, ...store]);
    expect([restore.code, restore.err]).toEqual([1, expect.stringContaining("holds a graph at version 1")]);
  });

  test("leave no file behind where the archive is damaged after its beginning, and an empty store as it was", async () => {
    const { folder, store, archive, copy } = await loaded();
    await run(["backup", archive, ...store]);
    const text = gunzipSync(readFileSync(archive)).toString();
    const damaged = join(folder, "damaged.gz");
    writeFileSync(damaged, gzipSync(text.replace("500000", "500001")));
    const before = readdirSync(folder);
    const into = () => run(["restore", damaged, ...copy]);
    expect(await into()).toMatchObject({ code: 1, err: expect.stringContaining("the archive is damaged") });
    expect(readdirSync(folder)).toEqual(before);
    await (await openStore({ engine: "sqlite", path: join(folder, "copy.db") })).close();
    expect((await into()).code).toBe(1);
    expect(JSON.parse((await run(["stats", "--json", ...copy])).out)).toMatchObject({ version: 0 });
    expect((await run(["restore", archive, ...copy])).code).toBe(0);
  });

  test("say what is wrong with a file that is none, is cut short, or cannot be written", async () => {
    const { folder, store, archive, copy } = await loaded();
    await run(["backup", archive, ...store]);
    const [text, cut] = [join(folder, "text.gz"), join(folder, "cut.gz")];
    writeFileSync(text, "nothing of the kind");
    writeFileSync(cut, readFileSync(archive).subarray(0, 400));
    for (const [file, words] of [
      [text, "no archive of exposure-graph"],
      [cut, "damaged"],
      [join(folder, "nowhere.gz"), "cannot be read"],
    ] as const) {
      const { code, err } = await run(["restore", file, ...copy]);
      expect([code, err]).toEqual([1, expect.stringContaining(words)]);
      expect(err.trim().split("\n")).toHaveLength(1);
    }
    const target = join(folder, "no-folder", "graph.gz");
    const { code, err } = await run(["backup", target, ...store]);
    expect([code, err, existsSync(target)]).toEqual([1, expect.stringContaining("cannot be written"), false]);
  });
});
