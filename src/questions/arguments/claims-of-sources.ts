import type { ClaimId } from "../../domain/claim.js";
import type { Day } from "../../domain/day.js";
import { currentBudget } from "../../graph/budget.js";
import type { Projection } from "../../graph/projection.js";
import type { GraphReader } from "../../store/graph-store.js";
import { RelationIndex } from "../resident/relation-index.js";
import { type ActOrFlagClaim, actsAndFlagClaims } from "../resident/resident-claim.js";

/** Claims that rest on some sources alone: relations (numbers) and all others. */
export interface ClaimsOfSources {
  readonly relations: readonly number[];
  readonly acts: readonly ActOrFlagClaim[];
}

/**
 * The claims of which every cited source is among some. Sources belong to a dossier, so only the dossiers of these are
 * looked through: a relation's citations stand in the store only, and are memoised for the projection.
 */
export async function claimsOfSources(
  store: GraphReader,
  projection: Projection,
  sources: readonly string[],
): Promise<ClaimsOfSources> {
  const those = new Set(sources);
  const falls = (cited: readonly string[]) => cited.length > 0 && cited.every((source) => those.has(source));
  const slugs = new Set(sources.flatMap((id) => projection.sources.get(id)?.dossier ?? []));
  const relations: number[] = [];
  for (const slug of slugs) {
    for (const { id, recorded, cited } of await citationsOf(store, projection, slug)) {
      if (!falls(cited)) continue;
      for (const relation of RelationIndex.of(projection).revisions(id)) {
        if (projection.relations.recorded[relation] === recorded) relations.push(relation);
      }
    }
  }
  const acts = slugs.size === 0 ? [] : actsAndFlagClaims(projection).filter((claim) => falls(claim.sources));
  return { relations, acts };
}

/** What one revision of a relation cites. */
interface CitedRelation {
  readonly id: ClaimId;
  readonly recorded: Day;
  readonly cited: readonly string[];
}

function citationsOf(
  store: GraphReader,
  projection: Projection,
  slug: string,
): Promise<readonly CitedRelation[]> {
  const known = CITATIONS.get(projection) ?? new Map<string, Promise<readonly CitedRelation[]>>();
  CITATIONS.set(projection, known);
  const citations = known.get(slug) ?? readCitations(store, slug);
  known.set(slug, citations);
  citations.catch(() => known.delete(slug));
  // Others may wait for the same reading: it goes on when one of them has no more time.
  return currentBudget().wait(() => citations);
}

async function readCitations(store: GraphReader, slug: string): Promise<readonly CitedRelation[]> {
  const found: CitedRelation[] = [];
  for await (const page of store.readDossier(slug)) {
    if (page.kind !== "claims") continue;
    for (const { claim } of page.claims) {
      if (claim.record === "relation")
        found.push({ id: claim.id, recorded: claim.clock.recorded, cited: claim.sources });
    }
  }
  return found;
}

const CITATIONS = new WeakMap<Projection, Map<string, Promise<readonly CitedRelation[]>>>();
