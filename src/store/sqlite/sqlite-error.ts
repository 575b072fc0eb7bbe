import { statSync } from "node:fs";
import { ExposureError } from "../../domain/errors.js";
import { storeDamaged } from "../refusals.js";

const SQL_ERROR = 1;
const BUSY = 5;
const LOCKED = 6;
const READ_ONLY = 8;
const DISK_FAILURE = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const CONSTRAINT = 19;
const NOT_A_DATABASE = 26;
/** The first is told of a statement of ours that is wrong for the tables, or a cell that is no JSON. */
const DAMAGED: readonly (number | null)[] = [SQL_ERROR, CORRUPT, NOT_A_DATABASE];

/** Whether another connection holds the lock that a statement needed. */
export function isBusy(error: unknown): boolean {
  const code = primaryCode(error);
  return code === BUSY || code === LOCKED;
}

/** Whether a row broke a rule of its table: a key that is there already, a cell that must not be empty. */
export function breaksConstraint(error: unknown): boolean {
  return primaryCode(error) === CONSTRAINT;
}

/** What callers of a server are told: where the store is, is for its operator to know. */
const AWAY = "the store cannot be used now: try again later, or tell the server's operator";

/**
 * Says in one sentence what SQLite's error means for the person who runs the program. An error that is none of
 * these is a fault of this program and comes back as it is.
 */
export function sqliteError(error: unknown, path: string): unknown {
  const unavailable = (message: string) =>
    new ExposureError("STORE_UNAVAILABLE", message, { cause: error, outside: AWAY });
  switch (primaryCode(error)) {
    case BUSY:
    case LOCKED:
      return new ExposureError(
        "CONFLICT",
        `another process is writing to ${path}: try again when it has finished`,
        { cause: error, outside: "another process is writing to the store: try again when it has finished" },
      );
    case READ_ONLY:
      return unavailable(`${path} cannot be written: make the file and its folder writable`);
    case DISK_FAILURE:
      return unavailable(
        folderGiven(path) ?? `reading or writing ${path} failed: look at the disk and its free space`,
      );
    case FULL:
      return unavailable(`the disk that holds ${path} is full: free some space and try again`);
    case CANNOT_OPEN:
      return unavailable(
        folderGiven(path) ??
          `${path} cannot be opened: give the path of a file in a folder that you may write`,
      );
    case CORRUPT:
      return storeDamaged(path, error);
    case NOT_A_DATABASE:
      return new ExposureError(
        "DATA_INVALID",
        `${path} is not a SQLite database: give the path of a store or of a new file`,
        { cause: error, outside: AWAY },
      );
    default:
      return error;
  }
}

/**
 * The same of a store that is open and whose tables and cells were sound when it was opened: what SQLite, or the reader of
 * the JSON in a cell, cannot make sense of now is damage.
 */
export function readingError(error: unknown, path: string): unknown {
  const cause = error instanceof ExposureError ? error.cause : error;
  const isDamage = cause instanceof SyntaxError || DAMAGED.includes(primaryCode(cause));
  return isDamage ? storeDamaged(path, cause) : error;
}

/** What is wrong where the path is a folder's; null where it is not. */
function folderGiven(path: string): string | null {
  const isOne = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  return isOne ? `${path} is a folder: give the path of a store or of a new file` : null;
}

/** SQLite's own words for a code: the drop-in for Node's SQLite gives no code where it takes several rows. */
const CODES: Readonly<Record<string, number>> = {
  "database is locked": BUSY,
  "database table is locked": LOCKED,
  "attempt to write a readonly database": READ_ONLY,
  "disk I/O error": DISK_FAILURE,
  "database disk image is malformed": CORRUPT,
  "database or disk is full": FULL,
  "unable to open database file": CANNOT_OPEN,
  "file is not a database": NOT_A_DATABASE,
};

/** SQLite's code without the details in its upper bits; null where the error is none of SQLite's. */
function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "ERR_SQLITE_ERROR") return null;
  const code = (error as { errcode?: unknown }).errcode;
  return typeof code === "number" ? code & 0xff : (CODES[error.message] ?? SQL_ERROR);
}
