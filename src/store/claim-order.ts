import type { StoredClaim } from "./graph-store.js";

/** The order in which a store gives claims by id: the same on every engine. */
export function byIdAndRevision({ claim: a }: StoredClaim, { claim: b }: StoredClaim): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : a.revision - b.revision;
}
