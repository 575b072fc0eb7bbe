import neo4j from "neo4j-driver";
import type { TestProject } from "vitest/node";
import { type Neo4jAddress, startNeo4j, whyNoNeo4j } from "./start.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the tests' Neo4j is; null: there is none and its tests are skipped. */
    neo4j: Neo4jAddress | null;
  }
}

/**
 * Finds a Neo4j for the tests: the one that NEO4J_URI names, else one that is started here. Without either the tests
 * that need it are skipped, loudly; with CI=true that is a failure.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = givenAddress();
  if (given) {
    await checkEmpty(given);
    project.provide("neo4j", given);
    return undefined;
  }
  const reason = await whyNoNeo4j();
  if (reason !== null) {
    announceSkip(reason);
    project.provide("neo4j", null);
    return undefined;
  }
  const server = await startNeo4j();
  const { uri, user, password, database } = server;
  project.provide("neo4j", { uri, user, password, database });
  return () => server.stop();
}

function givenAddress(): Neo4jAddress | null {
  const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE } = process.env;
  if (!NEO4J_URI) return null;
  return {
    uri: NEO4J_URI,
    user: NEO4J_USER ?? "neo4j",
    password: NEO4J_PASSWORD ?? "",
    database: NEO4J_DATABASE ?? null,
  };
}

/** The tests wipe the database over and over: they take none that holds anything. */
async function checkEmpty({ uri, user, password, database }: Neo4jAddress): Promise<void> {
  if (process.env.NEO4J_WIPE === "yes") return;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    const { records } = await driver.executeQuery(
      "RETURN EXISTS { (n) }",
      {},
      database === null ? {} : { database },
    );
    if (records[0]?.get(0) !== true) return;
    throw new Error(
      `NEO4J_URI names a database that is not empty, and the tests wipe it: name another, or set NEO4J_WIPE=yes`,
    );
  } finally {
    await driver.close();
  }
}

function announceSkip(reason: string): void {
  const how = "install Java 17 or newer and Maven, or set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD";
  if (process.env.CI === "true") throw new Error(`The Neo4j tests must run here, but ${reason}: ${how}`);
  const line = "=".repeat(100);
  console.warn(`${line}\nTHE NEO4J TESTS ARE SKIPPED: ${reason}. To run them, ${how}.\n${line}`);
}
