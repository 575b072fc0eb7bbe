import "@fastify/websocket";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ErrorCode } from "../../domain/errors.js";
import type { Observer } from "./observer.js";

declare module "fastify" {
  interface FastifyRequest {
    /** The code under which the request was refused or failed; null: neither. */
    faultCode: ErrorCode | null;
  }
}

/** As proxies write it down where a client has gone before anything was answered; nobody is ever sent it. */
const CLIENT_CLOSED = 499;

/**
 * Tells of every request of every route once, when it has ended: when its answer is written, or when its client has gone
 * before that; of a WebSocket, when the connection is gone.
 */
export function watchRequests(app: FastifyInstance, observer: Required<Observer>): void {
  const told = new WeakSet<FastifyRequest>();
  const tell = (request: FastifyRequest, reply: FastifyReply, left: boolean) => {
    if (told.has(request)) return;
    told.add(request);
    const route = request.is404 ? null : (request.routeOptions.url ?? null);
    const { id: requestId, method, faultCode } = request;
    const unanswered = left && !reply.raw.headersSent;
    if (faultCode !== null && route?.startsWith("/graphql")) observer.refused({ requestId, code: faultCode });
    observer.request({
      requestId,
      method,
      route,
      status: unanswered ? CLIENT_CLOSED : reply.statusCode,
      durationMs: reply.elapsedTime,
      caller: request.caller?.name ?? "anonymous",
      role: request.caller?.role ?? null,
      code: faultCode ?? (unanswered ? "DEADLINE_EXCEEDED" : null),
      left,
    });
  };
  app.decorateRequest("faultCode", null);
  app.addHook("onRequest", (request, reply, done) => {
    let isWritten = false;
    reply.raw.once("finish", () => {
      isWritten = true;
    });
    reply.raw.once("close", () => {
      if (!isWritten) tell(request, reply, !request.ws);
    });
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    tell(request, reply, false);
    done();
  });
}
