import type { ClaimId } from "../../domain/claim.js";
import type { Day } from "../../domain/day.js";
import type { Claim } from "../../domain/record.js";
import { isKnownOn } from "../../graph/view.js";
import type { GraphReader } from "../../store/graph-store.js";

/**
 * Claims by id with everything that the store holds of them, in one statement: the revision known on a day, else the
 * last one. Ids that are not there are left out.
 */
export async function claimsAsKnown(
  store: GraphReader,
  ids: readonly ClaimId[],
  knownAt: Day,
): Promise<ReadonlyMap<ClaimId, Claim>> {
  const claims = new Map<ClaimId, Claim>();
  if (ids.length === 0) return claims;
  for (const { claim } of await store.claims([...new Set(ids)])) {
    const before = claims.get(claim.id);
    if (before === undefined || !isKnownOn(before, knownAt)) claims.set(claim.id, claim);
  }
  return claims;
}
