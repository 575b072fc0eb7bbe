import neo4j from "neo4j-driver";
import { expect, it } from "vitest";
import { Budget } from "../../src/graph/budget.js";
import { Connection } from "../../src/store/neo4j/connection.js";
import { cypher, describeNeo4j, neo4jAddress } from "../neo4j/database.js";

/** Nobody waits for this one to end. */
const ENDLESS = "UNWIND range(1, 100000000000) AS n WITH sum(n * n) AS endless RETURN [endless]";

const running = async () => {
  const rows = await cypher(
    "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'AS endless' RETURN currentQuery",
  );
  return rows.filter(({ currentQuery }) => !String(currentQuery).startsWith("SHOW")).length;
};

describeNeo4j("a statement", () => {
  it("ends at the server when the time is over or the caller has left", async () => {
    const { uri, user, password, database } = neo4jAddress();
    const connection = new Connection(neo4j.driver(uri, neo4j.auth.basic(user, password)), {
      uri,
      user,
      database,
    });
    const limits = { rowBudget: 1, pathBudget: 1, deadlineMs: 1_500 };
    const leaving = new AbortController();
    try {
      const late = new Budget({ limits }).wait((signal) => connection.rows(ENDLESS, {}, { signal }));
      await expect(late).rejects.toMatchObject({ code: "DEADLINE_EXCEEDED" });
      await expect.poll(running, { timeout: 10_000 }).toBe(0);

      const left = new Budget({ limits: { ...limits, deadlineMs: 60_000 }, signal: leaving.signal }).wait(
        (signal) => connection.rows(ENDLESS, {}, { signal }),
      );
      const refused = expect(left).rejects.toMatchObject({ code: "DEADLINE_EXCEEDED" });
      await expect.poll(running, { timeout: 10_000 }).toBe(1);
      leaving.abort();
      await refused;
      await expect.poll(running, { timeout: 10_000 }).toBe(0);
    } finally {
      await connection.close();
    }
  });
});
