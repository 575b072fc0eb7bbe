import type { Config } from "../config.js";
import type { Day } from "../domain/day.js";
import type { Claim } from "../domain/record.js";
import type { Projection } from "../graph/projection.js";
import { ResidentGraph } from "../graph/resident-graph.js";
import type { LoadClaims } from "../questions/report/exposure-report.js";
import type { GraphStore } from "../store/graph-store.js";
import { openForReading, type StoreOptions } from "./store-option.js";

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
