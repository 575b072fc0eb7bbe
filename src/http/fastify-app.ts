import { randomUUID } from "node:crypto";
import fastify, { type FastifyInstance } from "fastify";
import { answerUnreadableAddress, answerUnreadableBytes } from "./unreadable-request.js";

/** A client that has not sent its whole request by then is cut off: it would hold a connection for nothing. */
const REQUEST_MS = 15_000;
/** So does one that takes nothing of its answer. */
const SILENCE_MS = 60_000;

export interface AppOptions {
  readonly maxBodyBytes: number;
  readonly trustedProxies: readonly string[];
  readonly deadlineMs: number;
}

/** The bare server: no routes, bounds on slow and large requests, an id for each. */
export function fastifyApp({ maxBodyBytes, trustedProxies, deadlineMs }: AppOptions): FastifyInstance {
  return fastify({
    bodyLimit: maxBodyBytes,
    genReqId: () => randomUUID(),
    logger: false,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    requestTimeout: REQUEST_MS,
    frameworkErrors: answerUnreadableAddress,
    clientErrorHandler: answerUnreadableBytes,
    connectionTimeout: Math.max(SILENCE_MS, 2 * deadlineMs),
    http: { headersTimeout: REQUEST_MS, connectionsCheckingInterval: 5_000 },
  });
}
