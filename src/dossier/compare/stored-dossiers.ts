import type { CitedDates } from "../../domain/claim-clock.js";
import type { Claim, Noun } from "../../domain/record.js";
import type { GraphReader, StoredClaim } from "../../store/graph-store.js";
import type { FreshRow } from "../read/packed-relations.js";
import { freshRows, type ReadDossier } from "../read/read-dossier.js";
import { holdsExactly, type StoredClaims } from "./claims-difference.js";
import { nounKey } from "./nouns-difference.js";

/** What a store holds of the dossiers that are loaded. */
export interface StoredDossiers {
  /** By `nounKey`. Also the entities and flags that other dossiers of the store hold in common with them. */
  readonly nouns: ReadonlyMap<string, Noun>;
  /** By slug. */
  readonly claims: ReadonlyMap<string, StoredClaims>;
}

/**
 * Reads what the store holds of some dossiers; `shared` are nouns that were read already. Claims are compared as they
 * arrive, so that loading the same folder again does not keep two of everything.
 */
export async function storedDossiers(
  store: GraphReader,
  dossiers: readonly ReadDossier[],
  shared: Iterable<Noun>,
  signal?: AbortSignal,
): Promise<StoredDossiers> {
  const nouns = new Map<string, Noun>();
  const claims = new Map<string, StoredClaims>();
  for (const noun of shared) nouns.set(nounKey(noun), noun);
  for (const dossier of dossiers) {
    const fresh = new Map<string, FreshRow<Claim>>();
    for (const row of freshRows(dossier)) fresh.set(row.id, row);
    const settled = new Set<string>();
    const others: StoredClaim[] = [];
    for await (const page of store.readDossier(dossier.slug, signal === undefined ? {} : { signal })) {
      if (page.kind === "nouns") for (const noun of page.nouns) nouns.set(nounKey(noun), noun);
      else {
        for (const stored of page.claims) {
          const row = fresh.get(stored.claim.id);
          if (row !== undefined && holdsExactly(stored, row.claim)) settled.add(stored.claim.id);
          else others.push(stored);
        }
      }
    }
    claims.set(dossier.slug, { settled, others });
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
