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

/** What somebody may spend on an operation that begins now. */
export function budgetFor(
  { limits }: Pick<ServerParts, "limits">,
  { caller, request }: Asking,
  signal: AbortSignal,
): Budget {
  return new Budget({ limits, signal, party: partyOf(request, caller) });
}

/** What the resolvers of a request are given: one version of the graph, the day, who asks, and what that may take. */
export function graphContext(
  parts: ContextParts,
  request: FastifyRequest,
  asked: {
    readonly projection: Projection;
    readonly today: Day;
    readonly budget: Budget;
    readonly signal: AbortSignal;
  },
): GraphContext {
  return new GraphContext(parts.graph, asked.projection, {
    ...optionsFor(parts, { caller: request.caller, request }),
    requestId: request.id,
    cost: request.operation?.cost ?? null,
    budget: asked.budget,
    signal: asked.signal,
    today: asked.today,
  });
}

/** The same for each answer through a door that keeps open; an event is answered from the version that it tells of. */
export function contextsOf(
  parts: ContextParts,
  asking: Asking,
  open: AbortSignal,
): Pick<OperationDoor, "begin" | "contextFor"> {
  const begin = (signal = open) => budgetFor(parts, asking, signal);
  return {
    begin,
    contextFor: async ({ change, signal = open, budget = begin(signal), cost }) => {
      // Whoever listens for long may have lost their key meanwhile.
      if (change !== undefined) parts.access.confirm(asking.caller);
      return new GraphContext(parts.graph, change?.later ?? (await parts.graph.current()), {
        requestId: randomUUID(),
        ...optionsFor(parts, asking),
        ...(change && { change }),
        budget,
        signal,
        ...(cost !== undefined && { cost }),
      });
    },
  };
}

function optionsFor(
  { access, limits, writer }: ContextParts,
  { caller }: Asking,
): Omit<ContextOptions, "requestId" | "budget"> {
  const requestsPerMinute = requestsPerMinuteOf(caller, limits.requestsPerMinute);
  return {
    today: today(),
    caller,
    writer,
    limits: { ...limits, requestsPerMinute },
    require: (needed) => access.require(needed, caller),
  };
}
