import { statSync } from "node:fs";
import { ExposureError } from "../../domain/errors.js";

const BUSY = 5;
const LOCKED = 6;
const READ_ONLY = 8;
const DISK_FAILURE = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const CONSTRAINT = 19;
const NOT_A_DATABASE = 26;

/** Whether another connection holds the lock that a statement needed. */
export function isBusy(error: unknown): boolean {
  const code = primaryCode(error);
  return code === BUSY || code === LOCKED;
}

/** Whether a row broke a rule of its table: a key that is there already, a cell that must not be empty. */
export function breaksConstraint(error: unknown): boolean {
  return primaryCode(error) === CONSTRAINT;
}

/**
 * Says in one sentence what SQLite's error means for the person who runs the program. An error that is none of
 * these is a fault of this program and comes back as it is.
 */
export function sqliteError(error: unknown, path: string): unknown {
  const unavailable = (message: string) => new ExposureError("STORE_UNAVAILABLE", message, { cause: error });
  const invalid = (message: string) => new ExposureError("DATA_INVALID", message, { cause: error });
  switch (primaryCode(error)) {
    case BUSY:
    case LOCKED:
      return new ExposureError(
        "CONFLICT",
        `another process is writing to ${path}: try again when it has finished`,
        { cause: error },
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
      return invalid(`${path} is damaged: restore a copy, or load the dossiers into a new file`);
    case NOT_A_DATABASE:
      return invalid(`${path} is not a SQLite database: give the path of a store or of a new file`);
    default:
      return error;
  }
}

/** What is wrong where the path is a folder's; null where it is not. */
function folderGiven(path: string): string | null {
  const isOne = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  return isOne ? `${path} is a folder: give the path of a store or of a new file` : null;
}

/** SQLite's code without the details in its upper bits; null where the error is none of SQLite's. */
function primaryCode(error: unknown): number | null {
  const code = error instanceof Error ? (error as { errcode?: unknown }).errcode : undefined;
  return typeof code === "number" ? code & 0xff : null;
}
