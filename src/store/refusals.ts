import { ExposureError } from "../domain/errors.js";
import type { GraphVersion } from "./graph-store.js";

/** @throws CONFLICT where the graph has another version than the writer thinks. */
export function checkVersion(actual: GraphVersion, expected: number): void {
  if (actual.n === expected) return;
  const message = `the graph has moved from version ${expected} to ${actual.n} since it was read: run the load again`;
  throw new ExposureError("CONFLICT", message);
}

/** The store is not what the load was compared with. */
export function noSuchRevision(id: string, revision: number): ExposureError {
  const message = `the store holds no revision ${revision} of ${id}: run the load again`;
  return new ExposureError("CONFLICT", message);
}

/** What the store holds cannot be read any more. */
export function storeDamaged(where: string, cause: unknown): ExposureError {
  const message = (store: string) =>
    `${store} is damaged: restore a backup into a new store ("exposure-graph restore"), or load the dossiers into one, and use that`;
  return new ExposureError("STORE_DAMAGED", message(where), { cause, outside: message("the store") });
}

/** A claim speaks of an entity or a flag that is neither in the store nor in the load. */
export function danglingReference(claim: string, missing: string): ExposureError {
  const message = `${claim} speaks of ${missing}, which is not in the store: load the row of ${missing} with it`;
  return new ExposureError("DATA_INVALID", message);
}
