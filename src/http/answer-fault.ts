import type { FastifyError, FastifyInstance, FastifyRequest } from "fastify";
import { ERRORS, type ErrorCode, ExposureError } from "../domain/errors.js";
import { EXPORT_FORMATS } from "../exchange/export-formats.js";
import type { OnFault } from "../graphql/apollo.js";

const GRAPHQL_RESPONSE = "application/graphql-response+json";

const REMEDIES: Readonly<Record<number, string>> = {
  400: "The request cannot be read: send JSON with a `query`",
  403: "The address leads out of what is here: leave .. out of it",
  413: "The request is too large: ask for less at a time",
  415: "The request's content type is not known: send application/json",
};

const EXPORTS = Object.keys(EXPORT_FORMATS)
  .map((format) => `/export/${format}`)
  .join(", ");

/** Faults outside GraphQL's own execution, in the same shape as its errors. */
export function addFaultAnswers(app: FastifyInstance, { onFault }: { readonly onFault: OnFault }): void {
  app.setErrorHandler((fault: FastifyError | ExposureError, request, reply) => {
    const { status, code, message, extensions: fields } = describe(isLeft(request, fault) ? GONE : fault);
    request.faultCode = code;
    if (code === "INTERNAL") onFault(request.id, fault);
    const extensions = code === "INTERNAL" ? { code, requestId: request.id } : { code, ...fields };
    if (code === "UNAUTHENTICATED") reply.header("www-authenticate", "Bearer");
    if (fields?.retryAfterSeconds !== undefined) reply.header("retry-after", fields.retryAfterSeconds);
    const type = request.headers.accept?.includes(GRAPHQL_RESPONSE) ? GRAPHQL_RESPONSE : "application/json";
    return reply
      .code(status)
      .type(`${type}; charset=utf-8`)
      .serializer(JSON.stringify)
      .send({ errors: [{ message, extensions }] });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      errors: [
        {
          message: `There is nothing at ${request.method} ${request.url}: GraphQL is at /graphql, exports are at ${EXPORTS}`,
          extensions: { code: "NOT_FOUND" },
        },
      ],
    }),
  );
}

/** A client that goes away while it is sent something ends the stream: that is nobody's fault. */
const GONE = new ExposureError("DEADLINE_EXCEEDED", "nobody waits for the answer any more");

function isLeft({ raw }: FastifyRequest, fault: Error): boolean {
  return raw.socket.destroyed && "code" in fault && STREAM_ENDS.includes(fault.code);
}

const STREAM_ENDS: readonly unknown[] = ["ERR_STREAM_PREMATURE_CLOSE", "ECONNRESET", "EPIPE"];

function describe(fault: FastifyError | ExposureError): {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
  readonly extensions?: ExposureError["extensions"];
} {
  if (fault instanceof ExposureError) {
    const { code, message, extensions } = fault;
    return { status: ERRORS[code].status, code, message, extensions };
  }
  const status = fault.statusCode ?? 500;
  if (status < 500) return { status, code: "BAD_USER_INPUT", message: REMEDIES[status] ?? fault.message };
  return {
    status: 500,
    code: "INTERNAL",
    message: "Something went wrong inside: ask the operator, who finds it by requestId",
  };
}
