import { randomUUID } from "node:crypto";
import { IncomingMessage, ServerResponse, STATUS_CODES } from "node:http";
import { Socket } from "node:net";
import { constants } from "node:zlib";
import type { ApolloServerPlugin } from "@apollo/server";
import compress from "@fastify/compress";
import cors from "@fastify/cors";
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import helmet from "helmet";
import { ERRORS, type ErrorCode, ExposureError } from "../domain/errors.js";
import { EXPORT_FORMATS } from "../exchange/export-formats.js";
import type { OnFault } from "../graphql/apollo.js";
import type { GraphContext } from "../graphql/context.js";
import { largestBody } from "./request.js";

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

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether pages of other sites may show the route in a frame; default: none may. */
    framedElsewhere?: boolean;
  }
}

/**
 * The headers of every answer: nothing may be loaded, framed or guessed. A page of this server says for itself what it
 * needs beside (see pages.ts). Each answer also names its request, for readers of the log.
 */
export function addSecurityHeaders(app: FastifyInstance): void {
  const usual = headersBy(helmet(STRICT));
  const framed = headersBy(helmet({ ...STRICT, frameguard: false }));
  app.addHook("onRequest", (request, reply, done) => {
    const headers = request.routeOptions.config.framedElsewhere ? framed : usual;
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    reply.header("x-request-id", request.id);
    done();
  });
}

const STRICT = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
    },
  },
  referrerPolicy: { policy: "no-referrer" },
  // Only a proxy knows whether the world sees HTTPS here.
  strictTransportSecurity: false,
} as const;

/** What Helmet says, once for all answers: it would put the same together for each. */
function headersBy(say: ReturnType<typeof helmet>): readonly (readonly [name: string, value: string])[] {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  say(answer.req, answer, () => {});
  return Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)] as const);
}

/** Lets pages of these origins ask; without any, no page of another site may. Cookies are never sent: there are none. */
export async function addCors(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: origins.includes("*") ? "*" : [...origins],
    methods: ["GET", "POST", "OPTIONS"],
    exposedHeaders: ["etag", "x-request-id", "retry-after", "content-disposition"],
    maxAge: 86_400,
    strictPreflight: false,
  });
}

/** Smaller answers fit into one packet anyway. */
const SMALLEST_BYTES = 1400;
/** The highest quality takes a hundred times as long for a tenth less. */
const BROTLI_QUALITY = 4;

/** Compresses answers for those who accept it. Bodies that come in are never unpacked: a small one may hold gigabytes. */
export async function addCompression(app: FastifyInstance): Promise<void> {
  // The plugin looks whether an answer is one of these, which Node loads when first asked for: for the first client's answer.
  void globalThis.Response;
  await app.register(compress, {
    threshold: SMALLEST_BYTES,
    encodings: ["br", "gzip"],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
    // An event is sent when it happens, not when enough have come together to be packed.
    customTypes: /^(text\/(?!event-stream)|application\/(?!octet-stream|zip|gzip)|image\/svg)/,
    globalDecompression: false,
  });
}

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
