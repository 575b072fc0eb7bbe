import websocket, { type WebsocketHandler } from "@fastify/websocket";
import type { FastifyInstance, FastifyRequest } from "fastify";
import {
  type DocumentNode,
  type ExecutionArgs,
  type FormattedExecutionResult,
  GraphQLError,
  parse,
} from "graphql";
import type { OperationResult } from "graphql-ws";
import { makeHandler } from "graphql-ws/use/@fastify/websocket";
import { LRUCache } from "lru-cache";
import type { WebSocket } from "ws";
import type { Caller } from "../domain/access.js";
import { ExposureError } from "../domain/errors.js";
import { type Answers, operate, refused } from "../graphql/operate.js";
import { graphSchema } from "../graphql/schema.js";
import { partyOf } from "./access/rate-limit.js";
import { checkJson } from "./bodies.js";
import { contextsOf, type ServerParts, whileOpen } from "./operation-context.js";

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
