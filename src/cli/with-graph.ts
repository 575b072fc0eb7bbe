import type { Config } from "../config.js";
import type { Projection } from "../graph/projection.js";
import { ResidentGraph } from "../graph/resident-graph.js";
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
