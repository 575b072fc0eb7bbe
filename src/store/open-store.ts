import type { GraphStore } from "./graph-store.js";
import type { Migrated } from "./sqlite/migrate.js";
import { openSqliteStore } from "./sqlite/open-sqlite-store.js";
import type { StoreAddress } from "./store-address.js";

export type { Migrated };

export interface OpenOptions {
  /** Refuse to write: a file is opened read-only, a Neo4j session is routed to readers. */
  readonly readOnly?: boolean;
  /** Of a SQLite file only: told where it was of an older layout and is not any more. */
  readonly onMigrated?: (migrated: Migrated) => void;
  /** Of a Neo4j only. */
  readonly user?: string;
  readonly password?: string;
  /** Of a Neo4j only; the server's default database where absent. */
  readonly database?: string;
}

/**
 * Opens the store at an address. A SQLite file (and its folder) that is not there yet is created, unless
 * `readOnly`; one that an earlier program made is brought to this program's layout. A Neo4j is reached and its password
 * checked, nothing is written into it.
 * @throws STORE_UNAVAILABLE where it cannot be reached or opened, DATA_INVALID where a file is no store of ours.
 */
export async function openStore(address: StoreAddress, options: OpenOptions = {}): Promise<GraphStore> {
  const readOnly = options.readOnly ?? false;
  if (address.engine === "memory") return openSqliteStore(null, { readOnly: false });
  if (address.engine === "sqlite")
    return openSqliteStore(address.path, { readOnly, onMigrated: options.onMigrated });
  // The driver is loaded only where it is needed.
  const { openNeo4jStore } = await import("./neo4j/open-neo4j-store.js");
  return openNeo4jStore(address.uri, { ...options, readOnly });
}
