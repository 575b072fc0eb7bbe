import type { Projection } from "../projection/projection.js";
import type { ResidentGraph } from "../projection/resident-graph.js";

/** The same graph, held at one projection: an operation never mixes two versions, whatever is loaded meanwhile. */
export function pinnedTo(graph: ResidentGraph, projection: Projection): ResidentGraph {
  return Object.create(graph, { current: { value: async () => projection } }) as ResidentGraph;
}
