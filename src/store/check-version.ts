import { ExposureError } from "../domain/errors.js";
import type { GraphVersion } from "./graph-store.js";

/** @throws CONFLICT where the graph has another version than the writer thinks. */
export function checkVersion(actual: GraphVersion, expected: number): void {
  if (actual.n === expected) return;
  const message = `the graph has moved from version ${expected} to ${actual.n} since it was read: run the load again`;
  throw new ExposureError("CONFLICT", message);
}
