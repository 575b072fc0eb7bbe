import type { CitedDates } from "../domain/claim-clock.js";
import type { Noun } from "../domain/record.js";
import type { GraphReader, StoredClaim } from "../store/graph-store.js";
import { nounKey } from "./nouns-difference.js";
import type { ReadDossier } from "./read-dossier.js";

/** What a store holds of the dossiers that are loaded. */
export interface StoredDossiers {
  /** By `nounKey`. Also the entities and flags that other dossiers of the store hold in common with them. */
  readonly nouns: ReadonlyMap<string, Noun>;
  /** All revisions of all claims, by slug. */
  readonly claims: ReadonlyMap<string, readonly StoredClaim[]>;
}

/** Reads what the store holds of some dossiers; `shared` are nouns that were read already. */
export async function storedDossiers(
  store: GraphReader,
  slugs: readonly string[],
  shared: Iterable<Noun>,
  signal?: AbortSignal,
): Promise<StoredDossiers> {
  const nouns = new Map<string, Noun>();
  const claims = new Map<string, StoredClaim[]>();
  for (const noun of shared) nouns.set(nounKey(noun), noun);
  for (const slug of slugs) {
    const own: StoredClaim[] = [];
    for await (const page of store.readDossier(slug, signal === undefined ? {} : { signal })) {
      if (page.kind === "nouns") for (const noun of page.nouns) nouns.set(nounKey(noun), noun);
      else for (const stored of page.claims) own.push(stored);
    }
    claims.set(slug, own);
  }
  return { nouns, claims };
}

/** The dates of a dossier's sources: as its folder has them, else as the store does. */
export function sourceDates(
  dossier: ReadDossier,
  stored: StoredDossiers,
): (source: string) => CitedDates | null {
  const fresh = new Map(dossier.sources.records.map((source) => [source.id, source]));
  return (id) => {
    const own = fresh.get(id);
    if (own !== undefined) return own;
    const noun = stored.nouns.get(`source ${id}`);
    return noun?.record === "source" ? noun.value : null;
  };
}
