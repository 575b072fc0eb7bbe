import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { retraction } from "../../src/dossier/load/retract-claim.js";
import { openStore } from "../../src/store/open-store.js";
import { edited, STORY } from "../dossier/folder-of.js";
import { oldFile } from "../store/layout-1.js";
import { run, temporaryFolder } from "./run.js";
import { writeFolder } from "./write-folder.js";

function storeIn(folder: string): string {
  return `sqlite:${join(folder, "graph.db")}`;
}

describe("load", () => {
  test("fills a store, and the second time changes nothing", async () => {
    const folder = temporaryFolder();
    const dossier = writeFolder(join(folder, "story"), STORY);
    const first = await run(["load", dossier, "--store", storeIn(folder)]);
    expect(first).toEqual({
      code: 0,
      out: "claims: 8 created, 0 corrected, 0 unchanged, 0 retracted; the graph is at version 1\n",
      err: "",
    });
    const second = await run(["load", dossier, "--store", storeIn(folder)]);
    expect(second.out).toBe(
      "claims: 0 created, 0 corrected, 8 unchanged, 0 retracted; nothing to change, the graph stays at version 1\n",
    );
  });

  test("names every problem with file and line, writes nothing and ends with 3", async () => {
    const folder = temporaryFolder();
    writeFolder(join(folder, "story"), { ...STORY, ...edited("events", "2019-05-16", "16/05/2019") });
    const { code, out, err } = await run(["load", "story", "--store", storeIn(folder)], { folder });
    expect(code).toBe(3);
    expect(out).toBe(
      'story/events.csv:2: date: "16/05/2019" is not a date: write 2019-05-16, year first [DS014]\n',
    );
    expect(err).toBe("1 error: nothing was written\n");
    expect(existsSync(join(folder, "graph.db"))).toBe(false);
  });

  test("as a dry run creates no store", async () => {
    const folder = temporaryFolder();
    const dossier = writeFolder(join(folder, "story"), STORY);
    const { code, out } = await run(["load", dossier, "--dry-run", "--store", storeIn(folder)]);
    expect(code).toBe(0);
    expect(out).toMatch(/8 created.*dry run: nothing was written/);
    expect(existsSync(join(folder, "graph.db"))).toBe(false);
  });

  test("brings a store of an earlier program to its layout, and says where it is kept as it was", async () => {
    const path = oldFile();
    const dossier = writeFolder(join(temporaryFolder(), "another"), {
      settings: "slug: another\ntitle: Another\n",
    });
    const dry = await run(["load", dossier, "--dry-run", "--store", `sqlite:${path}`]);
    expect([dry.code, dry.err]).toEqual([
      1,
      `exposure-graph: ${path} is of layout 1, which an earlier program made, and is opened for reading only: load or serve once, which bring it to layout 2 and keep a copy beside it\n`,
    ]);
    expect(await run(["load", dossier, "--store", `sqlite:${path}`])).toEqual({
      code: 0,
      out: "claims: 0 created, 0 corrected, 0 unchanged, 0 retracted; the graph is at version 5\n",
      err: `brought ${path} from layout 1 to 2; as it was it is kept as ${path}.layout-1\n`,
    });
  });

  test("reports rows that are gone, and retracts them with --prune", async () => {
    const folder = temporaryFolder();
    const dossier = writeFolder(join(folder, "story"), STORY);
    await run(["load", dossier, "--store", storeIn(folder)]);
    writeFolder(dossier, { responses: (STORY.responses ?? "").split("\n").slice(0, 2).join("\n") });
    const kept = await run(["load", dossier, "--store", storeIn(folder)]);
    expect(kept.out).toMatch(
      /^gone from the folder of story, left as it is: response claim:story\/maker-to-north\n/,
    );
    const pruned = await run(["load", dossier, "--prune", "--store", storeIn(folder)]);
    expect(pruned.out).toMatch(/1 retracted; the graph is at version 2/);
  });

  test("says of a claim that an editor retracted that it stays so", async () => {
    const folder = temporaryFolder();
    const dossier = writeFolder(join(folder, "story"), STORY);
    await run(["load", dossier, "--store", storeIn(folder)]);
    const store = await openStore({ engine: "sqlite", path: join(folder, "graph.db") });
    const of = { id: "claim:story/gift-2019", reason: "A slip.", day: parseDay("2026-11-27") } as const;
    const { version, changes } = await retraction(store, of);
    await store.write(changes, { expectedVersion: version });
    await store.close();
    const { code, out } = await run(["load", dossier, "--prune", "--store", storeIn(folder)]);
    expect([code, out]).toEqual([
      0,
      "retracted by an editor on 2026-11-27, left so until its row changes: relation claim:story/gift-2019\n" +
        "claims: 0 created, 0 corrected, 8 unchanged, 0 retracted; nothing to change, the graph stays at version 2\n",
    ]);
  });

  test("takes the store from the environment, and ./data/graph.db without one", async () => {
    const folder = temporaryFolder();
    writeFolder(join(folder, "story"), STORY);
    await run(["load", "story"], { folder, environment: { EXPOSURE_STORE: storeIn(folder) } });
    expect(existsSync(join(folder, "graph.db"))).toBe(true);
    await run(["load", "story"], { folder });
    expect(existsSync(join(folder, "data/graph.db"))).toBe(true);
  });
});

describe("what cannot be done", () => {
  const sentence = /^exposure-graph: [^\n]+\n$/;

  test.each([
    ["a folder that does not exist", ["load", "nowhere"], /"nowhere" does not exist/],
    ["a folder without a dossier", ["check", "."], /holds no dossier/],
    ["a store that is not there", ["stats"], /there is no store at/],
    ["a store that is not there, to touch", ["touch"], /there is no store at/],
  ])("ends with 1 and one sentence: %s", async (_, parameters, message) => {
    const { code, out, err } = await run(parameters, { folder: temporaryFolder() });
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(sentence);
    expect(err).toMatch(message);
  });

  test("ends with 1 and one sentence: a file that is no store of ours", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "graph.db"), "This is a text of more than a hundred letters. ".repeat(50));
    const { code, err } = await run(["stats", "--store", storeIn(folder)]);
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
  });

  test.skipIf(process.getuid?.() === 0)(
    "ends with 1 and one sentence: a folder that cannot be written",
    async () => {
      const folder = temporaryFolder();
      const dossier = writeFolder(join(folder, "story"), STORY);
      mkdirSync(join(folder, "locked"));
      chmodSync(join(folder, "locked"), 0o500);
      const { code, err } = await run(["load", dossier, "--store", storeIn(join(folder, "locked"))]);
      expect(code).toBe(1);
      expect(err).toMatch(sentence);
    },
  );

  test("ends with 1 and one sentence: a variable that cannot be read", async () => {
    const { code, err } = await run(["stats"], { environment: { EXPOSURE_PORT: "many" } });
    expect(code).toBe(1);
    expect(err).toBe(
      'exposure-graph: EXPOSURE_PORT "many" is not a port: write a number from 0 to 65535, for example 4000\n',
    );
  });
});

describe("wrong usage", () => {
  test.each([
    ["no folder", ["load"]],
    ["an unknown command", ["lod", "seed"]],
    ["an unknown option", ["check", "seed", "--fast"]],
    ["an address that is none", ["stats", "--store", "graph.db"]],
  ])("ends with 2: %s", async (_, parameters) => {
    const { code, out, err } = await run(parameters);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^error: /);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
