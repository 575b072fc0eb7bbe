import { afterEach, expect, it } from "vitest";
import type { GraphStore } from "../../src/store/graph-store.js";
import { describeNeo4j, neo4jStore } from "../neo4j/database.js";
import { PUBLISHED, statementsOver, worldOf } from "./row-counts.js";
import { fill } from "./serving.js";

describeNeo4j("the statements of an operation at Neo4j", () => {
  let store: GraphStore;
  afterEach(async () => {
    await store.close();
  });

  it("do not depend on the number of rows", async () => {
    const taken: Record<string, number>[] = [];
    for (const rows of [2, 8]) {
      store = await neo4jStore();
      await fill(store, worldOf(rows), PUBLISHED);
      taken.push(await statementsOver(store, rows));
      if (rows === 2) await store.close();
    }
    expect(taken[1]).toEqual(taken[0]);
  });
});
