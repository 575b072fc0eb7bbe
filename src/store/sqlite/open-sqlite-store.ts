import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { ExposureError } from "../../domain/errors.js";
import { LAYOUT } from "../records.js";
import { EDITOR_RETRACTIONS } from "./claims.js";
import { Connection, liesOnReadOnlyMedium } from "./connection.js";
import { layoutOf, type Migrated, migrate } from "./migrate.js";
import { READABLE_VIEWS } from "./readable-views.js";
import { SqliteStore } from "./sqlite-store.js";
import { CLAIM_TABLES, NOUN_TABLES } from "./tables.js";
import { GRAPH_VERSION, RECENT_CHANGES } from "./versions.js";

/** "XGRA": by this number `file` and this program know a store from any other SQLite database. */
const APPLICATION_ID = 0x58475241;

const DEFINITIONS = [
  GRAPH_VERSION,
  RECENT_CHANGES,
  EDITOR_RETRACTIONS,
  ...Object.values(NOUN_TABLES).map((table) => table.definition),
  ...Object.values(CLAIM_TABLES).map((table) => table.definition),
  ...READABLE_VIEWS,
  `pragma application_id = ${APPLICATION_ID}`,
  `pragma user_version = ${LAYOUT}`,
].join(";\n");

export interface OpenDatabaseOptions {
  readonly readOnly: boolean;
  readonly onMigrated?: ((migrated: Migrated) => void) | undefined;
}

/**
 * Opens the store in a SQLite file; null is one in memory that ends with the process. One on a read-only medium is only
 * read, whatever was asked for.
 * @throws as `openDatabase`.
 */
export function openSqliteStore(path: string | null, options: OpenDatabaseOptions): SqliteStore {
  const readOnly = options.readOnly || (path !== null && liesOnReadOnlyMedium(path));
  return new SqliteStore(openDatabase(path, { ...options, readOnly }), { readOnly });
}

/**
 * Opens the connection that a store lives by, and creates file, folder and tables where nothing is there yet. A file of an
 * older layout is brought to this program's. Path null is a database in memory.
 * @throws DATA_INVALID where the file is no store of ours, STORE_UNAVAILABLE where it cannot be opened or created.
 */
export function openDatabase(path: string | null, { readOnly, onMigrated }: OpenDatabaseOptions): Connection {
  if (path !== null) makeWay(path, readOnly);
  const connection = new Connection(path, { readOnly });
  try {
    if (isEmpty(connection)) create(connection, readOnly);
    checkIsOurs(connection);
    if (layoutOf(connection) < LAYOUT) {
      if (readOnly) throw tooOld(connection);
      const migrated = migrate(connection);
      if (migrated) onMigrated?.(migrated);
    }
    if (!readOnly && path !== null) connection.execute("pragma journal_mode = wal");
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function makeWay(path: string, readOnly: boolean): void {
  if (readOnly && !existsSync(path)) {
    throw new ExposureError(
      "STORE_UNAVAILABLE",
      `there is no store at ${path}: load a dossier into it first`,
    );
  }
  try {
    if (!readOnly) mkdirSync(dirname(path), { recursive: true });
  } catch (cause) {
    const message = `the folder ${dirname(path)} cannot be created: give a path in a folder that you may write`;
    throw new ExposureError("STORE_UNAVAILABLE", message, { cause });
  }
}

function isEmpty(connection: Connection): boolean {
  const row = connection.first<{ tables: number }>("select count(*) as tables from sqlite_schema");
  return row?.tables === 0 && applicationId(connection) === 0;
}

/** Two processes may find the same empty file: the second one sees the tables of the first. */
function create(connection: Connection, readOnly: boolean): void {
  if (readOnly) {
    const message = `${connection.path} is empty: load a dossier into it first`;
    throw new ExposureError("STORE_UNAVAILABLE", message);
  }
  try {
    connection.begin("immediate");
    if (isEmpty(connection)) connection.execute(DEFINITIONS);
    connection.commit();
  } finally {
    connection.rollback();
  }
}

function checkIsOurs(connection: Connection): void {
  if (applicationId(connection) !== APPLICATION_ID) {
    const message = `${connection.path} is a SQLite database of another program: give the path of a store or of a new file`;
    throw new ExposureError("DATA_INVALID", message);
  }
  const layout = layoutOf(connection);
  if (layout < 1 || layout > LAYOUT) {
    const message = `${connection.path} is of layout ${layout} and this program reads layouts 1 to ${LAYOUT}: use the newer program that made it`;
    throw new ExposureError("DATA_INVALID", message);
  }
}

function tooOld(connection: Connection): ExposureError {
  const message = `${connection.path} is of layout ${layoutOf(connection)}, which an earlier program made, and is opened for reading only: load or serve once, which bring it to layout ${LAYOUT} and keep a copy beside it`;
  return new ExposureError("STORE_UNAVAILABLE", message);
}

function applicationId(connection: Connection): number | undefined {
  return connection.first<{ application_id: number }>("pragma application_id")?.application_id;
}
