import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ended, run, start, temporaryFolder } from "../cli/run.js";
import { writeFolder } from "../cli/write-folder.js";
import { edited, STORY } from "../dossier/folder-of.js";
import { manyDossiers } from "./many-dossiers.js";
import { SLOW_REPETITIONS } from "./repetitions.js";
import { ask, serving } from "./serving.js";

async function loaded() {
  const folder = temporaryFolder();
  const store = `sqlite:${join(folder, "graph.db")}`;
  const story = writeFolder(join(folder, "story"), STORY);
  expect((await run(["load", story, "--store", store])).code).toBe(0);
  return { folder, store, story };
}

describe("several processes on one SQLite file", { repeats: SLOW_REPETITIONS - 1 }, () => {
  test("read beside a server, and a server answers beside a load, first from the old version and then from the new", async () => {
    const { folder, store } = await loaded();
    const server = await serving(["--store", store]);
    const many = manyDossiers(folder, 3_000);
    const load = ended(start(["load", many, "--store", store]));
    const versions = new Set<string>();
    let done = false;
    load.then(() => {
      done = true;
    });
    while (!done || !versions.has("2")) {
      const { body } = await ask(server.url, "{ graph { version sources } }");
      versions.add(body.data.graph.version);
      const reading = await run(["stats", "--json", "--store", store]);
      expect([reading.code, [1, 2].includes(JSON.parse(reading.out).version)]).toEqual([0, true]);
    }
    expect((await load).code).toBe(0);
    expect([...versions]).toEqual(["1", "2"]);
    server.kill("SIGTERM");
    expect((await server.end).code).toBe(0);
  });

  test("a second writer waits five seconds for the first, then says so in one sentence; readers do not wait", async () => {
    const { folder, store, story } = await loaded();
    const holder = start(["load", manyDossiers(folder, 12_000), "--store", store]);
    const held = ended(holder);
    // It writes as soon as its records lie beside the file.
    await expect.poll(() => grown(join(folder, "graph.db-wal")), { timeout: 60_000, interval: 5 }).toBe(true);
    process.kill(holder.pid ?? 0, "SIGSTOP");
    try {
      writeFolder(story, { ...STORY, ...edited("relations", "500000", "600000") });
      const began = performance.now();
      const second = await run(["load", story, "--store", store]);
      expect([second.code, second.err.trim().split("\n").at(-1)]).toEqual([
        1,
        expect.stringMatching(/^exposure-graph: another .* is writing .*try again/),
      ]);
      expect(performance.now() - began).toBeGreaterThan(5_000);
      // A process that starts on a busy machine takes seconds of its own.
      expect(performance.now() - began).toBeLessThan(40_000);
      expect((await run(["stats", "--store", store])).code).toBe(0);
    } finally {
      process.kill(holder.pid ?? 0, "SIGCONT");
    }
    expect((await held).code).toBe(0);
    expect((await run(["load", story, "--store", store])).code).toBe(0);
  }, 120_000);

  test("a backup that is taken beside a server and a load holds one version, whole", async () => {
    const { folder, store } = await loaded();
    const server = await serving(["--store", store]);
    const load = ended(start(["load", manyDossiers(folder, 3_000), "--store", store]));
    const archive = join(folder, "archive.gz");
    expect((await run(["backup", archive, "--store", store])).code).toBe(0);
    expect((await load).code).toBe(0);
    server.kill("SIGTERM");
    await server.end;
    const copy = `sqlite:${join(folder, "copy.db")}`;
    expect((await run(["restore", archive, "--store", copy])).code).toBe(0);
    const [header = ""] = gunzipSync(readFileSync(archive)).toString("utf8").split("\n", 1);
    const { n } = JSON.parse(header).header.graphVersion;
    const stats = JSON.parse((await run(["stats", "--json", "--store", copy])).out);
    expect(stats.version).toBe(n);
    expect(stats.dossiers).toHaveLength(n === 1 ? 1 : 9);
  });
});

function grown(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000;
}
