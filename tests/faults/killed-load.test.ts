import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ended, run, start, temporaryFolder } from "../cli/run.js";
import { manyDossiers } from "./many-dossiers.js";
import { patience, REPETITIONS, randomMoments } from "./repetitions.js";

/** Everything that a store holds, but when it was written. */
async function contentOf(store: string, folder: string): Promise<readonly string[]> {
  const archive = join(folder, "archive.gz");
  rmSync(archive, { force: true });
  const { code, err } = await run(["backup", archive, "--store", store]);
  expect([code, err]).toEqual([0, ""]);
  const lines = gunzipSync(readFileSync(archive)).toString("utf8").trimEnd().split("\n");
  return lines.slice(1, -1).sort();
}

test(
  "a load that is killed at any moment leaves the old version or the new one, and completes when it is run again",
  async () => {
    const folder = temporaryFolder();
    const dossiers = manyDossiers(folder, 4_000);
    const load = (store: string) => ["load", dossiers, "--store", store];
    const whole = `sqlite:${join(folder, "whole.db")}`;
    const began = performance.now();
    expect((await run(load(whole))).code).toBe(0);
    const span = performance.now() - began;
    const expected = await contentOf(whole, folder);
    expect(expected.length).toBeGreaterThan(10_000);

    for (const [at, moment] of randomMoments(span).entries()) {
      const store = `sqlite:${join(folder, `killed-${at}.db`)}`;
      const child = start(load(store));
      const end = ended(child);
      await Promise.race([wait(moment), end]);
      child.kill("SIGKILL");
      const { out } = await end;
      const acknowledged = out.includes("the graph is at version 1");
      const stats = await run(["stats", "--json", "--store", store]);
      // Killed before there was a file: there is nothing to look into.
      const version = stats.code === 0 ? JSON.parse(stats.out).version : 0;
      expect([0, 1]).toContain(version);
      if (acknowledged) expect(version).toBe(1);
      const again = await run(load(store));
      expect([again.code, again.out]).toEqual([0, expect.stringContaining("at version 1")]);
      expect(await contentOf(store, folder)).toEqual(expected);
    }
  },
  patience(REPETITIONS),
);
