import { afterAll, beforeAll } from "vitest";
import type { ResidentGraph } from "../../src/graph/resident-graph.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { describeNeo4j, neo4jStore } from "../neo4j/database.js";
import { examplesHold, seeded } from "./examples.js";

describeNeo4j("the examples over Neo4j", () => {
  let store: GraphStore;
  let graph: ResidentGraph;
  beforeAll(async () => {
    store = await neo4jStore();
    graph = await seeded(store);
    // Built here, where no answer's deadline runs.
    await graph.current();
  });
  afterAll(async () => {
    await store.close();
  });

  examplesHold(() => graph);
});
