import type { Config } from "../config.js";
import type { Day } from "../domain/day.js";
import type { EntityKind } from "../domain/entity.js";
import { ExposureError } from "../domain/errors.js";
import type { Claim } from "../domain/record.js";
import { nearest, suggestion } from "../dossier/read/nearest.js";
import type { Projection } from "../projection/projection.js";
import { ResidentGraph } from "../projection/resident-graph.js";
import { didYouMean, entitiesAlike } from "../questions/names/alike.js";
import type { LoadClaims } from "../questions/report/exposure-report.js";
import type { GraphStore } from "../store/graph-store.js";
import { openForReading, type StoreOptions } from "./store-option.js";
import { named } from "./words.js";

/** A graph that questions are asked of, and the projection that all of one command's answers come from. */
export interface AskedGraph {
  readonly store: GraphStore;
  readonly graph: ResidentGraph;
  readonly projection: Projection;
}

/** Opens the store, builds its graph, asks and closes. */
export async function withGraph<T>(
  options: StoreOptions,
  config: Config,
  ask: (asked: AskedGraph) => Promise<T>,
): Promise<T> {
  const store = await openForReading(options, config);
  try {
    const graph = new ResidentGraph(store);
    return await ask({ store, graph, projection: await graph.current() });
  } finally {
    await store.close();
  }
}

/** Claims with all that the store holds of them, in the version that is known on a day. */
export function claimsKnownOn(store: GraphStore, knownAt: Day): LoadClaims {
  return async (ids) => {
    if (ids.length === 0) return [];
    const known = new Map<string, Claim>();
    for (const { claim } of await store.claims([...new Set(ids)])) {
      const isKnown = claim.clock.recorded <= knownAt && knownAt < claim.clock.retracted;
      if (isKnown || !known.has(claim.id)) known.set(claim.id, claim);
    }
    return ids.flatMap((id) => known.get(id) ?? []);
  };
}

/**
 * The fault of an id that the graph has not: with those whose names hold its words, else with the one that differs in a
 * letter or two.
 */
export function unknownId(projection: Projection, id: string, kinds?: readonly EntityKind[]): ExposureError {
  const alike = entitiesAlike(projection, id, kinds);
  const misspelt = alike.length > 0 ? null : nearest(id, idsOf(projection));
  const told = didYouMean(misspelt === null ? alike : [named(projection, misspelt)]);
  const others = `, and no ${kinds?.join(" or ") ?? "entity"} in it has a name like that`;
  const remedy =
    told || `${others}: ids look like "university:mit"; "exposure-graph stats" says what is loaded`;
  return new ExposureError("NOT_FOUND", `"${id}" is not in the graph${remedy}`);
}

/** The fault of a dossier that the graph has not, with those that it has. */
export function unknownDossier({ dossiers }: Projection, slug: string): ExposureError {
  const slugs = dossiers.map((dossier) => dossier.slug);
  const remedy = suggestion(slug, slugs) || ': "exposure-graph stats" lists those that are';
  return new ExposureError("NOT_FOUND", `there is no dossier "${slug}" in the graph${remedy}`);
}

function* idsOf({ entities }: Projection): Generator<string> {
  for (let index = 0; index < entities.count; index++) yield entities.id(index);
}
