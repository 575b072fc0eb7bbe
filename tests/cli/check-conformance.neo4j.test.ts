import { beforeEach, expect, it } from "vitest";
import { conformanceFiles } from "../../src/cli/conformance-cases.js";
import { describeNeo4j, emptyNeo4j, neo4jAddress, neo4jStore } from "../neo4j/database.js";
import { story, write } from "../store/small-records.js";
import { type Ended, run } from "./run.js";

/** Runs the worked examples in the tests' Neo4j, as a user does. */
function checked(): Promise<Ended> {
  const { uri, user, password, database } = neo4jAddress();
  return run(["check", "--conformance", "--store", uri], {
    environment: {
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      ...(database === null ? {} : { NEO4J_DATABASE: database }),
    },
  });
}

describeNeo4j("check --conformance on a Neo4j", () => {
  beforeEach(emptyNeo4j);

  it("runs every worked example in an empty database, and again where it left them", async () => {
    const cases = conformanceFiles().flatMap((file) => file.cases);
    for (let time = 0; time < 2; time += 1) {
      const { code, out, err } = await checked();
      expect([code, err]).toEqual([
        0,
        expect.stringMatching(`^${cases.length} of ${cases.length} worked examples .*Neo4j`),
      ]);
      expect(out.trimEnd().split("\n")).toHaveLength(cases.length);
      expect(out.split("\n").filter((line) => line !== "" && !line.startsWith("ok "))).toEqual([]);
    }
  });

  it("leaves a database that holds a graph alone, and says so", async () => {
    const store = await neo4jStore();
    await write(store, story());
    const { code, out, err } = await checked();
    const { n } = await store.version();
    await store.close();
    expect([code, out, n]).toEqual([1, "", 1]);
    expect(err).toMatch(/holds a graph: the examples need a database of their own, so name an empty one/);
  });
});
