import type { ClaimId } from "../../domain/claim.js";
import type { ListScope } from "./list-scope.js";

/** So many claims are asked of the store at once. */
const BATCH = 2000;

/** The forms of some Fundings (relation numbers): not resident, so the store is asked for the claims. */
export async function formsOf(
  scope: ListScope,
  fundings: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { relations } = scope.projection;
  const numbers = new Map<string, number>();
  for (const funding of fundings)
    numbers.set(revisionKey(relations.id(funding), relations.recorded[funding] as number), funding);
  const ids = [...new Set(fundings.map((funding) => relations.id(funding)))];
  const forms = new Map<number, string>();
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const { claim } of await scope.store.claims(ids.slice(at, at + BATCH))) {
      if (claim.record !== "relation" || claim.form === null) continue;
      const funding = numbers.get(revisionKey(claim.id, claim.clock.recorded));
      if (funding !== undefined) forms.set(funding, claim.form);
    }
  }
  return forms;
}

/** A revision of a claim: at most one is recorded on a day and not taken back on it. */
function revisionKey(id: ClaimId, recorded: number): string {
  return `${recorded} ${id}`;
}
