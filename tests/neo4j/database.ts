import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, describe, inject } from "vitest";
import type { GraphStore } from "../../src/store/graph-store.js";
import { type OpenOptions, openStore } from "../../src/store/open-store.js";
import { parseStoreAddress } from "../../src/store/store-address.js";
import type { Neo4jAddress } from "./start.js";
import "./global-setup.js";

/**
 * What a test file needs that runs on Neo4j. Name such a file `*.neo4j.test.ts`: these run one after the other in
 * the project "neo4j" (there is one database), and are skipped where there is no Neo4j.
 *
 *     describeNeo4j("the examples on Neo4j", () => {
 *       it("…", async () => {
 *         const store = await neo4jStore(); // empty and prepared
 *         …
 *         await store.close();
 */
export const describeNeo4j: typeof describe.skip = describe.skipIf(inject("neo4j") === null);

/** Where the tests' Neo4j is. @throws Error where there is none: use it inside `describeNeo4j`. */
export function neo4jAddress(): Neo4jAddress {
  const address = inject("neo4j");
  if (address === null) throw new Error("there is no Neo4j for the tests here");
  return address;
}

/** A store in the emptied database, prepared for loading. The test closes it. */
export async function neo4jStore(): Promise<GraphStore> {
  await emptyNeo4j();
  const store = await openNeo4j();
  await store.prepare({ intoExisting: false });
  return store;
}

/** Another door to the same database, as it is. */
export async function openNeo4j(options: OpenOptions = {}): Promise<GraphStore> {
  const { uri, user, password, database } = neo4jAddress();
  const access = { user, password, ...(database === null ? {} : { database }) };
  return openStore(parseStoreAddress(uri), { ...access, ...options });
}

/** Takes every node away; constraints and indexes stay. */
export async function emptyNeo4j(): Promise<void> {
  await cypher("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS");
}

/** Runs a statement of a test as a person would in Neo4j Browser; the answer is its rows. */
export async function cypher(text: string, parameters = {}): Promise<Record<string, unknown>[]> {
  const session = driver().session(sessionOptions());
  try {
    const { records } = await session.run(text, parameters);
    return records.map((record) => record.toObject());
  } finally {
    await session.close();
  }
}

let opened: Driver | null = null;

function driver(): Driver {
  const { uri, user, password } = neo4jAddress();
  opened ??= neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  return opened;
}

function sessionOptions(): { database?: string } {
  const { database } = neo4jAddress();
  return database === null ? {} : { database };
}

afterAll(async () => {
  await opened?.close();
  opened = null;
});
