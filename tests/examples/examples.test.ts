import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { ResidentGraph } from "../../src/graph/resident-graph.js";
import { openStore } from "../../src/store/open-store.js";
import { EXAMPLES, examplesHold, seeded } from "./examples.js";

describe("the examples over SQLite", () => {
  let graph: ResidentGraph;
  beforeAll(async () => {
    graph = await seeded(await openStore({ engine: "memory" }));
  }, 60_000);

  examplesHold(() => graph);
});

describe("every example", () => {
  const folder = join(import.meta.dirname, "../../schema/examples");

  it.each(EXAMPLES)("%s begins with one sentence and fixes both clocks", (name) => {
    const question = readFileSync(join(folder, `${name}.graphql`), "utf8");
    const variables = JSON.parse(readFileSync(join(folder, `${name}.variables.json`), "utf8"));
    expect(question).toMatch(/^# [A-Z].*[.?)]\n/);
    expect(variables).toMatchObject({ validAt: expect.any(String), knownAt: expect.any(String) });
  });
});
