import type { Budget } from "../projection/budget.js";
import type { Projection } from "../projection/projection.js";
import type { ResidentGraph } from "../projection/resident-graph.js";
import { boundedBy } from "./bounded-store.js";

/** The same graph, held at one projection: an operation never mixes two versions, whatever is loaded meanwhile. */
export function pinnedTo(graph: ResidentGraph, projection: Projection): ResidentGraph {
  return Object.create(graph, { current: { value: async () => projection } }) as ResidentGraph;
}

/**
 * The same, within an operation's budget: each question waits for its turn before it begins (it asks for the projection
 * then), and a look-up in the store ends with the operation.
 */
export function pinnedWithin(budget: Budget, graph: ResidentGraph, projection: Projection): ResidentGraph {
  const current = async () => {
    await budget.turn();
    return projection;
  };
  const store = boundedBy(budget, graph.store);
  return Object.create(graph, { current: { value: current }, store: { value: store } }) as ResidentGraph;
}
