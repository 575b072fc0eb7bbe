import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Caller, Role } from "../../domain/access.js";
import type { Access } from "./access.js";
import type { CountRequest } from "./rate-limit.js";

/** What a route asks of its caller: a role, or nothing. */
export type Need = Role | "nothing";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; known before a route's own handlers run. */
    caller: Caller;
  }
  interface FastifyContextConfig {
    /** What the route asks of its caller; a route that does not say asks for a viewer. */
    needs?: Need | ((request: FastifyRequest) => Need);
  }
}

export interface AccessParts {
  readonly access: Access;
  readonly countRequest: CountRequest;
}

/**
 * Stands before every route, those that are added later too: finds out who asks, counts the request, and refuses
 * whoever may not come in. A request with a wrong key counts for its address. What needs nothing is not counted.
 */
export function addAccess(app: FastifyInstance, { access, countRequest }: AccessParts): void {
  app.decorateRequest("caller");
  app.addHook("onRequest", async (request) => {
    request.caller = access.anonymous;
    const needs = needOf(request);
    if (needs === "nothing") return;
    const [caller, fault] = await access.identify(request.headers.authorization).then(
      (known) => [known, null] as const,
      (refusal: unknown) => [access.anonymous, refusal] as const,
    );
    request.caller = caller;
    await countRequest(request, caller);
    if (fault !== null) throw fault;
    access.require(needs, caller);
  });
}

/** A browser asks beforehand with OPTIONS whether it may send its key at all; no route of ours answers that. */
function needOf(request: FastifyRequest): Need {
  if (request.is404 || request.method === "OPTIONS") return "nothing";
  const { needs } = request.routeOptions.config;
  return (typeof needs === "function" ? needs(request) : needs) ?? "viewer";
}
