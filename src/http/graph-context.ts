import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { today } from "../domain/day.js";
import { GraphContext } from "../graphql/context.js";
import type { OperationDoor } from "../graphql/operate.js";
import type { ResidentGraph } from "../projection/resident-graph.js";

/** What the resolvers of a request are given: the graph as it is now, and who asks. */
export async function graphContext(graph: ResidentGraph, request: FastifyRequest): Promise<GraphContext> {
  return new GraphContext(graph, await graph.current(), { today: today(), requestId: request.id });
}

/** The same for each answer through a door that keeps open; an event is answered from the version that it tells of. */
export function contextsOf(graph: ResidentGraph): OperationDoor["contextFor"] {
  return async ({ change, signal }) =>
    new GraphContext(graph, change?.later ?? (await graph.current()), {
      today: today(),
      requestId: randomUUID(),
      ...(change && { change }),
      ...(signal && { signal }),
    });
}
