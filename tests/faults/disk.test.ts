import { execFileSync } from "node:child_process";
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run, temporaryFolder } from "../cli/run.js";
import { manyDossiers } from "./many-dossiers.js";
import { SLOW_REPETITIONS } from "./repetitions.js";
import { ask, serving } from "./serving.js";

const isRoot = process.getuid?.() === 0;

/** A disk of one megabyte; null where this machine lets nobody have one. */
function smallDisk(folder: string): string | null {
  const disk = join(folder, "disk");
  mkdirSync(disk);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], { stdio: "pipe" });
    return disk;
  } catch {
    return null;
  }
}

/** Leaves no room on a disk. */
function fill(disk: string): void {
  const filler = openSync(join(disk, "filler"), "w");
  try {
    for (;;) writeSync(filler, Buffer.alloc(4096));
  } catch (fault) {
    if (!(fault instanceof Error && "code" in fault && fault.code === "ENOSPC")) throw fault;
  } finally {
    closeSync(filler);
  }
}

function announceSkip(what: string): void {
  const line = "=".repeat(100);
  console.warn(`${line}\nSKIPPED: ${what}: it needs root and leave to mount a tmpfs.\n${line}`);
}

describe("a full disk", { repeats: SLOW_REPETITIONS - 1 }, () => {
  test("is told in one sentence; the old version stays, and a load that fits still goes in", async (context) => {
    const folder = temporaryFolder();
    const disk = isRoot ? smallDisk(folder) : null;
    if (disk === null) {
      announceSkip("what happens on a full disk");
      return context.skip();
    }
    try {
      const store = `sqlite:${join(disk, "graph.db")}`;
      const few = manyDossiers(join(folder, "few"), 100);
      const many = manyDossiers(join(folder, "many"), 6_000);
      expect((await run(["load", few, "--store", store])).code).toBe(0);
      const before = (await run(["stats", "--json", "--store", store])).out;
      const full = await run(["load", many, "--store", store]);
      expect([full.code, full.err.trim().split("\n").at(-1)]).toEqual([
        1,
        expect.stringMatching(
          /^exposure-graph: the disk that holds .*graph\.db is full: free some space and try again$/,
        ),
      ]);
      expect((await run(["stats", "--json", "--store", store])).out).toBe(before);
      expect((await run(["load", few, "--store", store])).code).toBe(0);

      fill(disk);
      const archive = join(disk, "archive.gz");
      const roomy = `sqlite:${join(folder, "roomy.db")}`;
      expect((await run(["load", few, "--store", roomy])).code).toBe(0);
      const backup = await run(["backup", archive, "--store", roomy]);
      expect([backup.code, backup.err.trim().split("\n")]).toEqual([
        1,
        [expect.stringContaining("cannot be written")],
      ]);
      expect(existsSync(archive)).toBe(false);
      // To be read beside a writer a store needs a little room of its own.
      const read = await run(["stats", "--store", store]);
      if (read.code !== 0) expect(read.err).toMatch(/^exposure-graph: .*free space\n$/);
    } finally {
      execFileSync("umount", [disk]);
    }
  }, 120_000);
});

describe("a store on a read-only disk", { repeats: SLOW_REPETITIONS - 1 }, () => {
  test("answers, is served and is backed up, and says why it is not written", async (context) => {
    const folder = temporaryFolder();
    const disk = isRoot ? smallDisk(folder) : null;
    if (disk === null) {
      announceSkip("what happens with a store on a read-only disk");
      return context.skip();
    }
    try {
      const path = join(disk, "graph.db");
      const store = ["--store", `sqlite:${path}`];
      const few = manyDossiers(join(folder, "few"), 100);
      expect((await run(["load", few, ...store])).code).toBe(0);
      const before = await run(["stats", "--json", ...store]);
      execFileSync("mount", ["-o", "remount,ro", disk]);
      expect(await run(["stats", "--json", ...store])).toEqual(before);
      expect((await run(["backup", join(folder, "archive.gz"), ...store])).code).toBe(0);
      expect((await run(["load", few, ...store])).out).toMatch(/nothing to change/);
      const more = manyDossiers(join(folder, "more"), 120);
      const { code, err } = await run(["load", more, ...store]);
      expect([code, err.trim().split("\n").at(-1)]).toEqual([
        1,
        `exposure-graph: ${path} lies on a read-only medium: copy it to where it can be written`,
      ]);
      const server = await serving(store);
      const { body } = await ask(
        server.url,
        "{ graph { version } universities(first: 1) { nodes { website } } }",
      );
      expect(body.data.graph.version).toBe("1");
      expect(body.errors).toBeUndefined();
      server.kill("SIGTERM");
      expect((await server.end).code).toBe(0);
    } finally {
      execFileSync("umount", [disk]);
    }
  }, 120_000);
});

describe("a folder that may not be written to", { repeats: SLOW_REPETITIONS - 1 }, () => {
  test("is told in one sentence by load, serve and restore", async (context) => {
    const folder = temporaryFolder();
    const locked = join(folder, "locked");
    mkdirSync(locked);
    const store = ["--store", `sqlite:${join(locked, "graph.db")}`];
    if (isRoot) {
      // Root may write anywhere but where nothing can be written.
      try {
        execFileSync("mount", ["-t", "tmpfs", "-o", "ro,size=1m", "tmpfs", locked], { stdio: "pipe" });
      } catch {
        announceSkip("what happens on a read-only disk");
        return context.skip();
      }
    } else chmodSync(locked, 0o500);
    try {
      const dossiers = manyDossiers(folder, 50);
      const archive = join(folder, "archive.gz");
      await run(["load", dossiers, "--store", `sqlite:${join(folder, "other.db")}`]);
      await run(["backup", archive, "--store", `sqlite:${join(folder, "other.db")}`]);
      for (const command of [
        ["load", dossiers],
        ["serve", "--port", "0"],
        ["restore", archive],
      ]) {
        const { code, err } = await run([...command, ...store]);
        expect(code).toBe(1);
        // On a busy machine how far it is may be told before.
        const told = err
          .trim()
          .split("\n")
          .filter((line) => !/^(reading|writing|restoring): /.test(line));
        expect(told).toEqual([expect.stringMatching(/^exposure-graph: .*graph\.db/)]);
      }
    } finally {
      if (isRoot) execFileSync("umount", [locked]);
      else chmodSync(locked, 0o700);
    }
  }, 60_000);
});
