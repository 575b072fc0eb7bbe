import { expect, it } from "vitest";
import { describeNeo4j, neo4jStore } from "../neo4j/database.js";
import { followsAnyRecords, followsRandomGraphs } from "./refresh-law.js";

const OPTIONS = { open: neo4jStore, seed: 44, numRuns: 5 };

describeNeo4j("a projection of a Neo4j", () => {
  it("answers after any history of loads as one that is built from nothing", async () => {
    const { loads, findings } = await followsRandomGraphs(OPTIONS);
    expect(loads).toBeGreaterThan(OPTIONS.numRuns);
    expect(findings).toBeGreaterThan(0);
  });

  it("follows records of every kind", async () => {
    const { loads } = await followsAnyRecords({ ...OPTIONS, numRuns: 1 });
    expect(loads).toBeGreaterThan(1);
  });
});
