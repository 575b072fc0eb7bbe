import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import websocket, { type WebsocketHandler } from "@fastify/websocket";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  type DocumentNode,
  type ExecutionArgs,
  type FormattedExecutionResult,
  GraphQLError,
  parse,
} from "graphql";
import { createHandler, type OperationResult as StreamResult } from "graphql-sse";
import type { OperationResult } from "graphql-ws";
import { makeHandler } from "graphql-ws/use/@fastify/websocket";
import { LRUCache } from "lru-cache";
import type { WebSocket } from "ws";
import type { Caller } from "../domain/access.js";
import { badInput, ExposureError } from "../domain/errors.js";
import type { Admitted } from "../graphql/admission/admission.js";
import { type Answers, operate, refused } from "../graphql/operate.js";
import { graphSchema } from "../graphql/schema.js";
import { partyOf } from "./access/access.js";
import { contextsOf, type ServerParts, whileOpen } from "./operation-context.js";
import { checkJson, graphqlParameters, refuseChange } from "./request.js";

/** So many operations may be under way on one connection. */
const MOST_AT_ONCE = 100;

/** What the library needs to know of a document that is answered elsewhere: which sort of operation it holds. */
const ONE_ANSWER = parse("{ __typename }");
const MANY_ANSWERS = parse("subscription { exposureChanged }");

/**
 * GraphQL over WebSocket, protocol graphql-transport-ws, as the second handler of GET /graphql. The library speaks the
 * protocol; every operation is answered by the same engine as over HTTP.
 */
export async function addWebSocket(app: FastifyInstance, parts: ServerParts): Promise<WebsocketHandler> {
  // One message at a time: of a thousand that came together, others need not wait for the last.
  const options = { maxPayload: parts.maxBodyBytes, allowSynchronousEvents: false };
  await app.register(websocket, { options });
  app.addHook("onRequest", async (request) => {
    if (request.ws) refuseForeignPages(request, parts.corsOrigins);
  });
  const isTooMuch = countMessages();
  const believed = new WeakSet<WebSocket>();
  const handle = makeHandler({
    isProd: true,
    onConnect: async ({ connectionParams, extra: { socket, request } }) => {
      const caller = await parts.access.identify(keyOf(request, connectionParams)).catch(() => null);
      if (caller !== null && caller.role !== null) believed.add(socket);
    },
    onSubscribe: async ({ subscriptions, connectionParams, extra }, _id, operation) => {
      const result =
        Object.keys(subscriptions).length > MOST_AT_ONCE
          ? TOO_MANY
          : await callerOf(parts, extra.request, connectionParams).then(
              (caller) =>
                operate(
                  {
                    ...parts,
                    ...contextsOf(parts, { caller, request: extra.request }, whileOpen(extra.socket)),
                  },
                  operation,
                ),
              (fault: unknown) => refused(parts, fault),
            );
      if (isRefusal(result)) return result.errors.map((error) => new Refusal(error));
      return executionArgs(result);
    },
    execute: resultOf,
    subscribe: resultOf,
    // The errors have their final form already: the library would make them anew.
    onNext: (_context, _id, _operation, _args, result) => result as FormattedExecutionResult,
    onError: (_context, _id, _operation, errors) => errors.map((error) => error.toJSON()),
  });
  return function openSocket(socket, request) {
    refuseMessages(socket, (bytes) => isTooMuch(partyOf(request, undefined), socket, bytes));
    if (parts.access.anonymous.role === null) closeUnless(socket, () => believed.has(socket));
    return handle.call(this, socket, request);
  };
}

/** Messages and bytes of one connection, and of all connections of one address, in any ten seconds. */
const WINDOW_MS = 10_000;
const OF_CONNECTION = { messages: 1_000, bytes: 4_000_000 };
const OF_ADDRESS = { messages: 3_000, bytes: 12_000_000 };

interface Sum {
  readonly since: number;
  messages: number;
  bytes: number;
}

/** Counts each message; whether it is one too many for its connection or address. */
function countMessages(): (address: string, connection: WebSocket, bytes: number) => boolean {
  const addresses = new LRUCache<string, Sum>({ max: 10_000 });
  const connections = new WeakMap<WebSocket, Sum>();
  return (address, connection, bytes) => {
    const now = performance.now();
    const ofConnection = current(connections.get(connection), now);
    const ofAddress = current(addresses.get(address), now);
    connections.set(connection, ofConnection);
    addresses.set(address, ofAddress);
    for (const sum of [ofConnection, ofAddress]) {
      sum.messages += 1;
      sum.bytes += bytes;
    }
    return isAbove(ofConnection, OF_CONNECTION) || isAbove(ofAddress, OF_ADDRESS);
  };
}

function current(sum: Sum | undefined, now: number): Sum {
  return sum !== undefined && now - sum.since < WINDOW_MS ? sum : { since: now, messages: 0, bytes: 0 };
}

function isAbove(sum: Sum, most: { readonly messages: number; readonly bytes: number }): boolean {
  return sum.messages > most.messages || sum.bytes > most.bytes;
}

/**
 * Closes a connection at a message that is one too many, or that holds too much, before anything reads it. The protocol's
 * library listens to the socket itself and offers no step before it parses.
 */
function refuseMessages(socket: WebSocket, isTooMuch: (bytes: number) => boolean): void {
  const emit = socket.emit.bind(socket);
  const close = (code: number, reason: string) => {
    socket.emit = (event: string | symbol, ...told: unknown[]) =>
      !COUNTED.includes(event) && emit(event, ...told);
    socket.close(code, reason);
    // The other end may go on sending instead of closing.
    setImmediate(() => socket.terminate());
  };
  socket.emit = (event: string | symbol, ...told: unknown[]) => {
    if (!COUNTED.includes(event)) return emit(event, ...told);
    const message = told[0] as Buffer;
    if (isTooMuch(message.byteLength)) {
      close(4429, "Too many messages: send at most 1,000 and 4 MB in ten seconds");
      return false;
    }
    try {
      if (event === "message") checkJson(String(message));
    } catch (fault) {
      close(4400, (fault as ExposureError).message.slice(0, 120));
      return false;
    }
    return emit(event, ...told);
  };
}

const COUNTED: readonly (string | symbol)[] = ["message", "ping", "pong"];

/** So long a connection may take to send a key that is known, where one is needed. */
const KEY_MS = 3_000;

function closeUnless(socket: WebSocket, isBelieved: () => boolean): void {
  const timer = setTimeout(() => {
    if (!isBelieved()) socket.close(4403, "This server needs a key: send it as authorization");
  }, KEY_MS);
  socket.once("close", () => clearTimeout(timer));
}

/**
 * Who asks: a browser cannot send headers here, so the key may stand in the connection's first message as
 * `authorization`. Asked for each operation, which counts as a request.
 */
async function callerOf(
  { access, countRequest }: ServerParts,
  request: FastifyRequest,
  params: Readonly<Record<string, unknown>> | undefined,
): Promise<Caller> {
  const caller = await access.identify(keyOf(request, params)).catch(async (fault: unknown) => {
    await countRequest(request, access.anonymous);
    throw fault;
  });
  await countRequest(request, caller);
  access.require("viewer", caller);
  return caller;
}

function keyOf(
  request: FastifyRequest,
  params: Readonly<Record<string, unknown>> | undefined,
): string | undefined {
  const given = params?.authorization ?? params?.Authorization;
  return typeof given === "string" ? given : request.headers.authorization;
}

const TOO_MANY: FormattedExecutionResult = {
  errors: [
    {
      message: `${MOST_AT_ONCE} operations are under way on this connection: complete some, or open another one`,
      extensions: { code: "COST_LIMIT_EXCEEDED" },
    },
  ],
};

/** An error that has its final form. */
class Refusal extends GraphQLError {
  private readonly formatted: FormattedError;

  constructor(formatted: FormattedError) {
    super(formatted.message);
    this.formatted = formatted;
  }

  override toJSON() {
    return this.formatted;
  }
}

type FormattedError = NonNullable<FormattedExecutionResult["errors"]>[number];

function isRefusal(
  result: FormattedExecutionResult | Answers,
): result is FormattedExecutionResult & { errors: readonly FormattedError[] } {
  return "errors" in result && result.errors !== undefined && result.data === undefined;
}

/** Hands a result through the library, which would execute a document itself. */
function executionArgs(result: FormattedExecutionResult | Answers): ExecutionArgs {
  const document: DocumentNode = Symbol.asyncIterator in result ? MANY_ANSWERS : ONE_ANSWER;
  return { schema: graphSchema(), document, contextValue: result };
}

function resultOf(args: ExecutionArgs): OperationResult {
  return args.contextValue as OperationResult;
}

/**
 * Refuses a WebSocket that a page of another site opens: browsers let any page do so, whatever CORS says, and would thus
 * show it what only this machine may read. Programs send no Origin and may pass.
 * @throws FORBIDDEN.
 */
function refuseForeignPages(request: FastifyRequest, allowed: readonly string[]): void {
  const { origin, host } = request.headers;
  if (origin === undefined || allowed.includes(origin) || allowed.includes("*")) return;
  if (URL.canParse(origin) && new URL(origin).host === host) return;
  throw new ExposureError(
    "FORBIDDEN",
    `Pages of ${JSON.stringify(origin).slice(0, 200)} may not connect here: the operator names those that may in EXPOSURE_CORS_ORIGINS`,
  );
}

export const EVENT_STREAM_PATH = "/graphql/stream";

/** A listener that takes nothing for so long is gone; every 12 seconds something is sent. */
const SILENT_MS = 60_000;

/**
 * GraphQL over server-sent events, a connection for each operation ("distinct connections mode" of the protocol of
 * graphql-sse). The library speaks the protocol; every operation is answered by the same engine as over HTTP.
 */
export function addEventStream(app: FastifyInstance, parts: ServerParts): void {
  const open = new Set<ServerResponse>();
  const handle = createHandler<FastifyRequest, null>({
    // No token, and so no stream that several operations share.
    authenticate: () => undefined,
    onSubscribe: async ({ raw }, operation) => {
      const transport = {
        ...parts,
        ...contextsOf(parts, { caller: raw.caller, request: raw }, whileOpen(raw.raw.socket)),
      };
      const result = await operate(transport, operation);
      // The library knows a result by its data; a refusal has none.
      return ("errors" in result ? { data: undefined, ...result } : result) as StreamResult;
    },
  });
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.method === "GET") refuseChange(request, reply, admittedOrNull(parts, request));
    const [body, { status, headers }] = await handle({
      method: request.method,
      url: request.url,
      headers: { get: (name) => headerOf(request, name) },
      body: request.body as Record<string, unknown> | null,
      raw: request,
      context: null,
    });
    if (body === null || typeof body === "string") throw badInput(unreadable(status));
    reply.raw.setTimeout(SILENT_MS, () => reply.raw.destroy());
    open.add(reply.raw);
    reply.raw.once("close", () => open.delete(reply.raw));
    return (
      reply
        .code(status)
        // A connection that has streamed is not asked again.
        .headers({ ...headers, connection: "close" })
        .send(Readable.from(body))
    );
  };
  app.post(EVENT_STREAM_PATH, answer);
  app.get(EVENT_STREAM_PATH, answer);
  app.addHook("preClose", async () => {
    for (const response of open) response.destroy();
  });
}

/**
 * What an address asks; null where admission refuses it, which is told in the stream.
 * @throws DEPTH_LIMIT_EXCEEDED, COST_LIMIT_EXCEEDED where the JSON in the address holds too much.
 */
function admittedOrNull({ admission }: ServerParts, request: FastifyRequest): Admitted | null {
  const asked = graphqlParameters(request);
  try {
    return admission.admit(asked);
  } catch {
    return null;
  }
}

/** The protocol asks for this very value; a browser's or a proxy's longer list may name it too. */
function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  if (name === "accept" && String(value).includes("text/event-stream")) return "text/event-stream";
  return Array.isArray(value) ? value.join(", ") : value;
}

function unreadable(status: number): string {
  return status === 404 || status === 406
    ? `This address streams: send the header "accept: text/event-stream", or ask /graphql`
    : `The request cannot be read: send \`query\` (and \`variables\`) as JSON, or in the address`;
}
