import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { run } from "./run.js";

const SEED = join(import.meta.dirname, "../../seed");

/** Loads the seed into a store of its own before the tests of a file; gives the options that name it, from then on. */
export function seedStore(): () => readonly string[] {
  let folder: string;
  let store: readonly string[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "exposure-graph-"));
    store = ["--store", `sqlite:${join(folder, "graph.db")}`];
    // On a busy machine it tells how far it is.
    expect((await run(["load", SEED, ...store])).code).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => store;
}

/** Asks the seed's store by the command line, always with these options too; without a word on standard error. */
export function askingTheSeed(...always: readonly string[]) {
  const store = seedStore();
  const asked = async (...parameters: string[]): Promise<string> => {
    const { code, out, err } = await run([...parameters, ...always, ...store()]);
    expect([code, err]).toEqual([0, ""]);
    return out;
  };
  return {
    store,
    asked,
    /** The same on one line, however it was wrapped. */
    line: async (...parameters: string[]) => (await asked(...parameters)).replaceAll(/\s+/g, " "),
    json: async (...parameters: string[]) => JSON.parse(await asked(...parameters, "--json")),
    /** Of the API's answer as JSON the field that was asked for. */
    field: async (...parameters: string[]) => {
      const { data } = JSON.parse(await asked(...parameters, "--json"));
      return Object.values(data)[0] as ReturnType<typeof JSON.parse>;
    },
  };
}
