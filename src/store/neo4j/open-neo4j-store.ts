import neo4j from "neo4j-driver";
import { Connection } from "./connection.js";
import { Neo4jStore } from "./neo4j-store.js";
import { checkLayout } from "./schema.js";

export interface Neo4jOptions {
  readonly readOnly: boolean;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly database?: string | undefined;
}

/**
 * Reaches a Neo4j and checks its password; writes nothing. The user is `neo4j` where only a password is given;
 * where neither is, none is named.
 * @throws STORE_UNAVAILABLE, or DATA_INVALID where a newer program has written into it, in one sentence.
 */
export async function openNeo4jStore(uri: string, options: Neo4jOptions): Promise<Neo4jStore> {
  const { readOnly, user, password, database } = options;
  const name = user ?? (password === undefined ? null : "neo4j");
  const driver = neo4j.driver(uri, name === null ? undefined : neo4j.auth.basic(name, password ?? ""), {
    disableLosslessIntegers: true,
    connectionTimeout: 5_000,
    connectionAcquisitionTimeout: 10_000,
    maxTransactionRetryTime: 3_000,
    userAgent: "exposure-graph",
  });
  const connection = new Connection(driver, { uri, user: name, database: database ?? null });
  try {
    const engine = await connection.greet();
    await checkLayout(connection);
    return new Neo4jStore(connection, engine, { readOnly });
  } catch (error) {
    await connection.close();
    throw error;
  }
}
