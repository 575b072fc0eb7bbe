import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Caller } from "../domain/access.js";
import { today } from "../domain/day.js";
import type { Limits } from "../domain/limits.js";
import { type ContextOptions, GraphContext } from "../graphql/context.js";
import type { OperationDoor } from "../graphql/operate.js";
import { requestsPerMinuteOf } from "./access/rate-limit.js";
import type { ServerParts } from "./server-parts.js";

type ContextParts = Pick<ServerParts, "graph" | "limits">;

/** What the resolvers of a request are given: the graph as it is now, and who asks. */
export async function graphContext(
  { graph, limits }: ContextParts,
  request: FastifyRequest,
): Promise<GraphContext> {
  return new GraphContext(graph, await graph.current(), {
    requestId: request.id,
    ...optionsFor(request.caller, limits),
  });
}

/** The same for each answer through a door that keeps open; an event is answered from the version that it tells of. */
export function contextsOf({ graph, limits }: ContextParts, caller: Caller): OperationDoor["contextFor"] {
  return async ({ change, signal }) =>
    new GraphContext(graph, change?.later ?? (await graph.current()), {
      requestId: randomUUID(),
      ...optionsFor(caller, limits),
      ...(change && { change }),
      ...(signal && { signal }),
    });
}

function optionsFor(caller: Caller, limits: Limits): Omit<ContextOptions, "requestId"> {
  const requestsPerMinute = requestsPerMinuteOf(caller, limits.requestsPerMinute);
  return { today: today(), caller, limits: { ...limits, requestsPerMinute } };
}
