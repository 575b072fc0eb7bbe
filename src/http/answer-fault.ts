import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
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
    if (code === "INTERNAL" || (fault instanceof ExposureError && fault.isOperators))
      onFault(request.id, fault);
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

/** A client that goes away while it is sent something ends the stream: that is no fault of the server. */
const GONE = new ExposureError("DEADLINE_EXCEEDED", "the caller has left before the answer");

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
    const { code, told: message, extensions } = fault;
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

const HEADERS = {
  "content-type": "application/json; charset=utf-8",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
};

/** Answers an address that leads nowhere because it cannot be read: no route and none of their hooks has seen it. */
export function answerUnreadableAddress(
  { statusCode = 400 }: FastifyError,
  _: FastifyRequest,
  reply: FastifyReply,
): void {
  const message =
    statusCode === 414
      ? "A part of the address is longer than anything that is here: shorten it"
      : "The address cannot be read: write % and what else has a meaning in addresses as %25 and so on";
  reply.code(statusCode).headers(HEADERS).serializer(String).send(bodyOf(message));
}

/** What is wrong with bytes that are no HTTP request, by the code of Node's parser. */
const FAULTS: Readonly<Record<string, { readonly status: number; readonly message: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    message: "The request came too slowly: send all of it within 15 seconds",
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    message: "Address and headers are too long together: send long documents and variables by POST",
  },
};
const NO_HTTP = { status: 400, message: "The request is no HTTP: send one that is" };

/** Answers bytes that are no HTTP request, or one that does not end, and closes the connection. */
export function answerUnreadableBytes(fault: Error & { readonly code?: string }, socket: Socket): void {
  if (fault.code === "ECONNRESET" || socket.destroyed) return;
  const { status, message } = FAULTS[fault.code ?? ""] ?? NO_HTTP;
  const body = bodyOf(message);
  const headers = { ...HEADERS, "content-length": Buffer.byteLength(body), connection: "close" };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  if (socket.writable) {
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join("\r\n")}\r\n\r\n${body}`);
  }
  socket.destroy(fault);
}

function bodyOf(message: string): string {
  return JSON.stringify({ errors: [{ message, extensions: { code: "BAD_USER_INPUT" } }] });
}
