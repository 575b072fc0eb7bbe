import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Caller } from "../domain/access.js";
import { type Day, today } from "../domain/day.js";
import { type ContextOptions, GraphContext } from "../graphql/context.js";
import type { OperationDoor } from "../graphql/operate.js";
import { Budget } from "../projection/budget.js";
import type { Projection } from "../projection/projection.js";
import { partyOf, requestsPerMinuteOf } from "./access/rate-limit.js";
import type { ServerParts } from "./server-parts.js";

/** Who asks, and through which request or connection. */
export interface Asking {
  readonly caller: Caller;
  readonly request: FastifyRequest;
}

type ContextParts = Pick<ServerParts, "graph" | "limits" | "access" | "writer">;

/** What the resolvers of a request are given: one version of the graph, the day, who asks, and what that may take. */
export function graphContext(
  parts: ContextParts,
  request: FastifyRequest,
  asked: { readonly projection: Projection; readonly today: Day; readonly signal: AbortSignal },
): GraphContext {
  return new GraphContext(parts.graph, asked.projection, {
    ...optionsFor(parts, { caller: request.caller, request }, asked.signal),
    requestId: request.id,
    cost: request.operation?.cost ?? null,
    signal: asked.signal,
    today: asked.today,
  });
}

/** The same for each answer through a door that keeps open; an event is answered from the version that it tells of. */
export function contextsOf(
  parts: ContextParts,
  asking: Asking,
  open: AbortSignal,
): OperationDoor["contextFor"] {
  return async ({ change, signal = open, cost }) => {
    // Whoever listens for long may have lost their key meanwhile.
    if (change !== undefined) parts.access.confirm(asking.caller);
    return new GraphContext(parts.graph, change?.later ?? (await parts.graph.current()), {
      requestId: randomUUID(),
      ...optionsFor(parts, asking, signal),
      ...(change && { change }),
      signal,
      ...(cost !== undefined && { cost }),
    });
  };
}

function optionsFor(
  { access, limits, writer }: ContextParts,
  { caller, request }: Asking,
  signal: AbortSignal,
): Omit<ContextOptions, "requestId"> {
  const requestsPerMinute = requestsPerMinuteOf(caller, limits.requestsPerMinute);
  return {
    today: today(),
    caller,
    writer,
    limits: { ...limits, requestsPerMinute },
    budget: new Budget({ limits, signal, party: partyOf(request, caller) }),
    require: (needed) => access.require(needed, caller),
  };
}
