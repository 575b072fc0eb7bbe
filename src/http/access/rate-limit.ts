import rateLimit, { normalizeIP } from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Caller } from "../../domain/access.js";
import { ExposureError } from "../../domain/errors.js";

/** Counts a request of a caller. @throws RATE_LIMITED with the seconds to wait. */
export type CountRequest = (request: FastifyRequest, caller: Caller) => Promise<void>;

const MINUTE_MS = 60_000;

/**
 * Counts requests in minutes, each key by its name and callers without one by their address (an IPv6 network counts as
 * one). A key may have a limit of its own; `usual` is that of the others, null: none.
 */
export async function addRateLimit(app: FastifyInstance, usual: number | null): Promise<CountRequest> {
  const callers = new WeakMap<FastifyRequest, Caller>();
  const allowed = (caller: Caller | undefined) => requestsPerMinuteOf(caller, usual);
  await app.register(rateLimit, { global: false });
  const count = app.createRateLimit({
    timeWindow: MINUTE_MS,
    keyGenerator: (request) => partyOf(request, callers.get(request)),
    max: (request) => allowed(callers.get(request)) ?? Number.POSITIVE_INFINITY,
  });
  return async (request, caller) => {
    if (allowed(caller) === null) return;
    callers.set(request, caller);
    const limit = await count(request);
    if (limit.isAllowed || !limit.isExceeded) return;
    throw new ExposureError(
      "RATE_LIMITED",
      `requestsPerMinute: ${limit.max} requests in a minute are allowed and more came from ${caller.known ? `"${caller.name}"` : "this address"}: wait ${limit.ttlInSeconds} seconds`,
      {
        details: { limit: "requestsPerMinute", allowed: limit.max, retryAfterSeconds: limit.ttlInSeconds },
      },
    );
  };
}

/** How many requests a caller may send in a minute; null: as many as it likes. */
export function requestsPerMinuteOf(caller: Caller | undefined, usual: number | null): number | null {
  return caller?.requestsPerMinute === undefined ? usual : caller.requestsPerMinute;
}

/** For whom a request counts: a key, or the address of callers without one (an IPv6 network counts as one). */
export function partyOf({ ip }: { readonly ip: string | undefined }, caller: Caller | undefined): string {
  if (caller?.known) return `key ${caller.name}`;
  // A connection that has gone meanwhile has no address any more.
  return ip === undefined ? "" : normalizeIP(ip, 64);
}
