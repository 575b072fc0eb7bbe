import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Caller, Role } from "../../domain/access.js";
import { ExposureError } from "../../domain/errors.js";
import { type Access, isLoopback } from "./access.js";
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
 * callers without the role. A request with a wrong key counts for its address. What needs nothing is not counted.
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

/** Marks every route that is added to an app from here on as one that needs no key: files of a page, without any facts. */
export function openToAll(app: FastifyInstance): void {
  app.addHook("onRoute", (route) => {
    route.config = { ...route.config, needs: "nothing" };
  });
}

/**
 * Refuses requests that came by another name than this machine's own, where reading is open on this machine and only
 * there. A page of another site can have its name point at this machine and would then read as its own what is open here
 * (DNS rebinding); the browser still sends that name.
 */
export function addHostAllowList(app: FastifyInstance): void {
  // Nearly all requests come by the same one.
  let lastOwn: string | undefined;
  app.addHook("onRequest", ({ headers: { host } }, _, done) => {
    if (host === lastOwn || host === undefined || isOwnName(host)) {
      lastOwn = host;
      done();
    } else done(foreign(host));
  });
}

function foreign(host: string): ExposureError {
  return new ExposureError(
    "FORBIDDEN",
    `${JSON.stringify(host.slice(0, 200))} is no name of this machine's own, and reading is open on this machine only: ask http://127.0.0.1 instead, or set EXPOSURE_ALLOW_ANONYMOUS=read if everybody may read`,
  );
}

/** Whether a Host header names this machine to itself; the port does not matter. */
export function isOwnName(host: string): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  const name = hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
  return isLoopback(name) || name.endsWith(".localhost");
}
