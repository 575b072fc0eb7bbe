import type { FastifyInstance } from "fastify";
import type { ErrorCode } from "../../domain/errors.js";
import type { Observer } from "./observer.js";

declare module "fastify" {
  interface FastifyRequest {
    /** The code under which the request was refused or failed; null: neither. */
    faultCode: ErrorCode | null;
  }
}

/** Tells of every request of every route when it has ended; of a WebSocket, when the connection is gone. */
export function watchRequests(app: FastifyInstance, observer: Required<Observer>): void {
  app.decorateRequest("faultCode", null);
  app.addHook("onResponse", async (request, reply) => {
    const route = request.is404 ? null : (request.routeOptions.url ?? null);
    const { id: requestId, method, faultCode } = request;
    if (faultCode !== null && route?.startsWith("/graphql")) observer.refused({ requestId, code: faultCode });
    observer.request({
      requestId,
      method,
      route,
      status: reply.statusCode,
      durationMs: reply.elapsedTime,
      caller: request.caller?.name ?? "anonymous",
      role: request.caller?.role ?? null,
      code: faultCode,
    });
  });
}
