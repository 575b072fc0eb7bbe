import { Neo4jError } from "neo4j-driver";
import { expect, it } from "vitest";
import { neo4jError } from "../../src/store/neo4j/neo4j-error.js";

it.each([
  "Neo.DatabaseError.General.StorageDamageDetected",
  "Neo.DatabaseError.General.IndexCorruptionDetected",
  "Neo.DatabaseError.Schema.SchemaCorruptionDetected",
])("what Neo4j says of a damaged store is told with the remedy: %s", (code) => {
  const said = new Neo4jError("Expected set of files not found on disk.", code, "50N00", "error");
  const where = { uri: "neo4j://graph:7687", user: "neo4j", database: null };
  expect(neo4jError(said, where)).toMatchObject({
    code: "STORE_DAMAGED",
    message: expect.stringMatching(/^neo4j:\/\/graph:7687 is damaged: restore a backup into a new store/),
  });
});
