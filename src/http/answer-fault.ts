import type { FastifyError, FastifyInstance } from "fastify";
import { type ErrorCode, ExposureError } from "../domain/errors.js";
import type { OnFault } from "../graphql/apollo.js";

const STATUS: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  STORE_UNAVAILABLE: 503,
};

const REMEDIES: Readonly<Record<number, string>> = {
  400: "The request cannot be read: send JSON with a `query`",
  413: "The request is too large: ask for less at a time",
  415: "The request's content type is not known: send application/json",
};

/** Faults outside GraphQL's own execution, in the same shape as its errors. */
export function addFaultAnswers(app: FastifyInstance, onFault: OnFault): void {
  app.setErrorHandler((fault: FastifyError | ExposureError, request, reply) => {
    const { status, code, message } = describe(fault);
    if (code === "INTERNAL") onFault(request.id, fault);
    const extensions = code === "INTERNAL" ? { code, requestId: request.id } : { code };
    return reply.code(status).send({ errors: [{ message, extensions }] });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      errors: [
        {
          message: `There is nothing at ${request.method} ${request.url}: GraphQL is at /graphql`,
          extensions: { code: "NOT_FOUND" },
        },
      ],
    }),
  );
}

function describe(fault: FastifyError | ExposureError): {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
} {
  if (fault instanceof ExposureError) {
    return { status: STATUS[fault.code] ?? 500, code: fault.code, message: fault.message };
  }
  const status = fault.statusCode ?? 500;
  if (status < 500) return { status, code: "BAD_USER_INPUT", message: REMEDIES[status] ?? fault.message };
  return {
    status: 500,
    code: "INTERNAL",
    message: "Something went wrong inside: ask the operator, who finds it by requestId",
  };
}
