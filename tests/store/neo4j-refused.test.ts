import neo4j from "neo4j-driver";
import { expect, it } from "vitest";
import { Connection } from "../../src/store/neo4j/connection.js";

it.each(["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1"])(
  "where nothing listens, a statement that is asked for says so within a second: %s",
  async (uri) => {
    const connection = new Connection(neo4j.driver(uri), { uri, user: null, database: null });
    const began = performance.now();
    await expect(connection.rows("RETURN [1]", {})).rejects.toMatchObject({
      code: "STORE_UNAVAILABLE",
      message: `${uri} cannot be reached: start Neo4j there, or correct the address`,
    });
    expect(performance.now() - began).toBeLessThan(1_000);
    await connection.close();
  },
);
