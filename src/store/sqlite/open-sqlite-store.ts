import { type OpenDatabaseOptions, openDatabase } from "./schema.js";
import { SqliteStore } from "./sqlite-store.js";

/**
 * Opens the store in a SQLite file; null is one in memory that ends with the process.
 * @throws DATA_INVALID where the file is no store of ours, STORE_UNAVAILABLE where it cannot be opened or created.
 */
export function openSqliteStore(path: string | null, options: OpenDatabaseOptions): SqliteStore {
  return new SqliteStore(openDatabase(path, options), options);
}
