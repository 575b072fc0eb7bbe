import type { Claim } from "../domain/record.js";

/** The order of claims that are kept as objects: by id, then by revision. */
export function byIdAndRevision(a: Claim, b: Claim): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : a.revision - b.revision;
}
