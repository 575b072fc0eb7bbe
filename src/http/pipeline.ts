import { HeaderMap } from "@apollo/server";
import type { WebsocketHandler } from "@fastify/websocket";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { today } from "../domain/day.js";
import { withinBudget } from "../graph/budget.js";
import type { Admitted } from "../graphql/admission/admission.js";
import type { GraphqlRequest } from "../graphql/admission/documents.js";
import type { GraphContext } from "../graphql/context.js";
import { rootField } from "../graphql/watch-operations.js";
import { addAccess, addHostAllowList, requestsPerMinuteOf } from "./access/access.js";
import { addCompression, addCors, addFaultAnswers, addSecurityHeaders, refuseWhileStopping } from "./app.js";
import { addWebSocket } from "./open-connections.js";
import { budgetFor, graphContext, type ServerParts, whileClientWaits } from "./operation-context.js";
import { sendQueryPage } from "./pages.js";
import {
  addBodyLimits,
  asEngineReads,
  graphqlParameters,
  isWellFormed,
  refuseChange,
  searchOf,
} from "./request.js";
import { type AskedHow, hasAnswer, keyOf, tagAnswer } from "./response-cache.js";

const PATH = "/graphql";

declare module "fastify" {
  interface FastifyRequest {
    /** The GraphQL operation that was let in; null: none, or it could not be read. */
    operation: Admitted | null;
  }
}

/*
 * The way of a request, from the socket to the resolvers and back.
 *
 *   socket      fastifyApp            bounds on slow and large requests, an id for each
 *   every route addPipeline           observe, headers, errors, other sites, host, access (identify, count, require), body
 *   /graphql    answerOperation       wait for a turn, read, admit, pin a version, entity tag, response cache, execute
 *   resolvers   Apollo (apollo.ts)    parse once (admission's documents), validate, resolve within the deadline
 *   answer      @fastify/compress     compressed; told to log, metrics and spans when it is written
 *
 * WebSocket and server-sent events take the same steps for each operation in `operate` (src/graphql/operate.ts).
 */

/**
 * Puts up what a request passes on every route, in this order; before any route is added. Gives the handler of
 * WebSockets, for the route at which they open.
 */
export async function addPipeline(app: FastifyInstance, parts: ServerParts): Promise<WebsocketHandler> {
  parts.observeRequests(app);
  addSecurityHeaders(app);
  addFaultAnswers(app, parts);
  refuseWhileStopping(app);
  await addCors(app, parts.corsOrigins);
  // Before access: only then a request is known to come over WebSocket.
  const wsHandler = await addWebSocket(app, parts);
  if (parts.access.isOpenHereOnly) addHostAllowList(app);
  addAccess(app, parts);
  addBodyLimits(app, parts.maxBodyBytes);
  await addCompression(app);
  return wsHandler;
}

/** GraphQL at /graphql: POST, GET for questions, WebSocket; a browser that opens the address gets the query page. */
export function addGraphqlRoute(app: FastifyInstance, parts: ServerParts, wsHandler: WebsocketHandler): void {
  const answer = (request: FastifyRequest, reply: FastifyReply) => answerOperation(parts, request, reply);
  app.decorateRequest("operation", null);
  app.post(PATH, answer);
  app.route({
    method: "GET",
    url: PATH,
    // The page holds no facts; over WebSocket the caller is known when an operation comes.
    config: { needs: (request) => (wantsPage(request) || request.ws ? "nothing" : "viewer") },
    handler: (request, reply) => (wantsPage(request) ? sendQueryPage(reply) : answer(request, reply)),
    wsHandler,
  });
}

function wantsPage(request: FastifyRequest): boolean {
  const search = new URLSearchParams(searchOf(request));
  const asks = search.has("query") || search.has("documentId") || search.has("extensions");
  return (request.headers.accept ?? "").includes("text/html") && !asks;
}

/** What /graphql does with a request that passed `addPipeline`. */
async function answerOperation(
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  // The deadline runs from here, and ends with the connection.
  const signal = whileClientWaits(reply);
  const budget = budgetFor(parts, { caller: request.caller, request }, signal);
  await budget.rest();

  const asked = graphqlParameters(request);
  const admitted = parts.admission.admit(asked);
  request.operation = admitted;
  refuseChange(request, reply, admitted);

  const projection = await parts.graph.current();
  const how = howAsked(parts, request);
  const isTagged = !isPost(request) && admitted?.operation.operation === "query";
  const tag = isTagged ? parts.tags.of(projection, admitted, how) : null;
  if (tag !== null && hasAnswer(request, tag)) {
    tagAnswer(request, reply, tag);
    return reply.code(304).send();
  }

  const key = isWellFormed(request, asked) ? keyOf(admitted, how) : null;
  const cached = key === null ? null : parts.answers.find(projection, key);
  if (cached !== null) {
    tellOfCached(parts, request, { field: cached.field, durationMs: reply.elapsedTime });
    if (tag !== null) tagAnswer(request, reply, tag);
    return reply.headers(cached.headers).send(cached.body);
  }

  await budget.rest();
  const context = graphContext(parts, request, { projection, today: how.today, budget, signal });
  const { status, ...answer } = await execute(parts, request, { asked, admitted, context });

  reply.code(status).headers(answer.headers);
  if (tag !== null && !context.outcome.failed) tagAnswer(request, reply, tag);
  const isWhole = status === 200 && !context.outcome.failed;
  if (key !== null && admitted !== null && isWhole) {
    const field = rootField(admitted.operation, admitted.document);
    parts.answers.keep(projection, key, { ...answer, field });
  }
  return reply.send(answer.body);
}

/** Apollo's answer, worked out within the operation's deadline. */
async function execute(
  { apollo, admission }: ServerParts,
  request: FastifyRequest,
  operation: {
    readonly asked: GraphqlRequest;
    readonly admitted: Admitted | null;
    readonly context: GraphContext;
  },
): Promise<{ status: number; headers: Readonly<Record<string, string>>; body: string }> {
  const { asked, admitted, context } = operation;
  const text = admitted?.text ?? admission.documentOf(asked);
  const { status, headers, body } = await withinBudget(context.budget, () =>
    apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: isPost(request) ? request.method : "GET",
        headers: headersOf(request),
        ...asEngineReads(request, asked, text),
      },
      context: async () => context,
    }),
  );
  if (body.kind !== "complete") throw new Error("an answer in parts was never asked for");
  return { status: status ?? 200, headers: Object.fromEntries(headers), body: body.string };
}

function howAsked({ limits }: ServerParts, { headers, caller }: FastifyRequest): AskedHow {
  return {
    today: today(),
    accept: headers.accept ?? "",
    requestsPerMinute: requestsPerMinuteOf(caller, limits.requestsPerMinute),
  };
}

/** Log, metrics and spans are told of a cached answer as of any other. */
function tellOfCached(
  { watchOperation }: ServerParts,
  { id: requestId, caller, operation }: FastifyRequest,
  told: { readonly field: string; readonly durationMs: number },
): void {
  watchOperation(requestId)({
    ...{ requestId, caller: caller.name, role: caller.role, code: "OK", rows: 0 },
    ...{ name: operation?.name ?? null, type: "query", cost: operation?.cost ?? null },
    ...told,
  });
}

/** HEAD is a GET without the body. */
function isPost({ method }: FastifyRequest): boolean {
  return method === "POST";
}

/**
 * The headers as Apollo reads them. Apollo's guard against forged requests would refuse a plain GET; a GET changes
 * nothing here (`refuseChange`), so it is told that the request may pass. POST stays guarded.
 */
function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  if (!isPost(request)) headers.set("apollo-require-preflight", "1");
  return headers;
}
