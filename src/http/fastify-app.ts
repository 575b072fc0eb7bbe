import { randomUUID } from "node:crypto";
import type { ApolloServerPlugin } from "@apollo/server";
import fastify, { type FastifyInstance } from "fastify";
import { ExposureError } from "../domain/errors.js";
import type { GraphContext } from "../graphql/context.js";
import { answerUnreadableAddress, answerUnreadableBytes } from "./answer-fault.js";
import { largestBody } from "./bodies.js";

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
    bodyLimit: largestBody(maxBodyBytes),
    genReqId: () => randomUUID(),
    logger: false,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    requestTimeout: REQUEST_MS,
    frameworkErrors: answerUnreadableAddress,
    clientErrorHandler: answerUnreadableBytes,
    connectionTimeout: Math.max(SILENCE_MS, 2 * deadlineMs),
    // `refuseWhileStopping` answers in the form of other errors.
    return503OnClosing: false,
    http: { headersTimeout: REQUEST_MS, connectionsCheckingInterval: 5_000 },
  });
}

/** How long a server that stops lets its last requests go on. */
const GRACE_MS = 10_000;

/**
 * Stops a server in order, when Apollo is stopped: no new connections, subscriptions end, what was asked is answered;
 * then every connection is closed, idle ones at once (browsers keep some ready), busy ones when the grace is over.
 */
export function drains(app: FastifyInstance, graceMs = GRACE_MS): ApolloServerPlugin<GraphContext> {
  const underWay = requestsUnderWay(app);
  return {
    serverWillStart: async () => ({
      drainServer: async () => {
        const closed = app.close();
        const grace = new AbortController();
        const timer = setTimeout(() => grace.abort(), graceMs);
        await underWay.none(grace.signal);
        clearTimeout(timer);
        for (const client of app.websocketServer?.clients ?? []) client.terminate();
        app.server.closeAllConnections();
        await closed;
      },
    }),
  };
}

/** What comes on a connection that is still busy while the server stops is for the next server to answer. */
export function refuseWhileStopping(app: FastifyInstance): void {
  let stopping = false;
  app.addHook("preClose", async () => {
    stopping = true;
  });
  app.addHook("onRequest", (_, __, done) => {
    if (!stopping) done();
    else
      done(new ExposureError("SERVER_STOPPING", "the server is stopping: ask again in a few seconds", RETRY));
  });
}

const RETRY = { details: { retryAfterSeconds: 5 } };

/** Counts requests that have no answer yet. */
function requestsUnderWay(app: FastifyInstance): { none(signal: AbortSignal): Promise<void> } {
  let count = 0;
  let wake = () => {};
  app.addHook("onRequest", async (_, reply) => {
    count += 1;
    reply.raw.once("close", () => {
      count -= 1;
      if (count === 0) wake();
    });
  });
  return {
    none: (signal) =>
      new Promise((resolve) => {
        wake = resolve;
        signal.addEventListener("abort", () => resolve());
        if (count === 0) resolve();
      }),
  };
}
