import { HeaderMap } from "@apollo/server";
import type { WebsocketHandler } from "@fastify/websocket";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { today } from "../domain/day.js";
import type { Admitted } from "../graphql/admission/admission.js";
import { rootField } from "../graphql/watch-operations.js";
import { withinBudget } from "../projection/budget.js";
import { requestsPerMinuteOf } from "./access/rate-limit.js";
import { hasAnswer, tagAnswer } from "./entity-tag.js";
import { budgetFor, graphContext } from "./graph-context.js";
import { graphqlParameters, isWellFormed, searchOf, withDocument } from "./graphql-parameters.js";
import { type AskedHow, keyOf } from "./kept-answers.js";
import { sendQueryPage } from "./query-page.js";
import type { ServerParts } from "./server-parts.js";
import { whileSomebodyWaits } from "./while-somebody-waits.js";

const PATH = "/graphql";

declare module "fastify" {
  interface FastifyRequest {
    /** The GraphQL operation that was let in; null: none, or it could not be read. */
    operation: Admitted | null;
  }
}

/** GraphQL at /graphql: POST, GET for questions, WebSocket; a browser that opens the address gets the query page. */
export function addGraphqlRoute(app: FastifyInstance, parts: ServerParts, wsHandler: WebsocketHandler): void {
  const answer = (request: FastifyRequest, reply: FastifyReply) => answerRequest(parts, request, reply);
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

async function answerRequest(
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const signal = whileSomebodyWaits(reply);
  const budget = budgetFor(parts, { caller: request.caller, request }, signal);
  await budget.rest();
  const asked = graphqlParameters(request);
  const admitted = parts.admission.admit(asked);
  request.operation = admitted;
  const projection = await parts.graph.current();
  const how = howAsked(parts, request);
  const tag =
    isPost(request) || admitted?.operation.operation !== "query"
      ? null
      : parts.tags.of(projection, admitted, how);
  if (tag !== null && hasAnswer(request, tag)) {
    tagAnswer(request, reply, tag);
    return reply.code(304).send();
  }
  const key = isWellFormed(request, asked) ? keyOf(admitted, how) : null;
  const kept = key === null ? null : parts.answers.find(projection, key);
  if (kept !== null) {
    tellOfKept(parts, request, { field: kept.field, durationMs: reply.elapsedTime });
    if (tag !== null) tagAnswer(request, reply, tag);
    return reply.headers(kept.headers).send(kept.body);
  }
  await budget.rest();
  const context = graphContext(parts, request, { projection, today: how.today, budget, signal });
  const text = admitted?.text ?? parts.admission.documentOf(asked);
  const { status, headers, body } = await withinBudget(budget, () =>
    parts.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: isPost(request) ? request.method : "GET",
        headers: headersOf(request),
        ...withDocument(request, asked, text),
      },
      context: async () => context,
    }),
  );
  if (body.kind !== "complete") throw new Error("an answer in parts was never asked for");
  const answer = { headers: Object.fromEntries(headers), body: body.string };
  reply.code(status ?? 200).headers(answer.headers);
  if (tag !== null && !context.outcome.failed) tagAnswer(request, reply, tag);
  const isWhole = (status ?? 200) === 200 && !context.outcome.failed;
  if (key !== null && admitted !== null && isWhole) {
    const field = rootField(admitted.operation, admitted.document);
    parts.answers.keep(projection, key, { ...answer, field });
  }
  return reply.send(answer.body);
}

function howAsked({ limits }: ServerParts, { headers, caller }: FastifyRequest): AskedHow {
  return {
    today: today(),
    accept: headers.accept ?? "",
    requestsPerMinute: requestsPerMinuteOf(caller, limits.requestsPerMinute),
  };
}

/** Those who watch are told of an answer that was kept as of any other. */
function tellOfKept(
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

/** HEAD is a GET whose body nobody wants. */
function isPost({ method }: FastifyRequest): boolean {
  return method === "POST";
}

/**
 * The headers as Apollo reads them. Apollo's guard against forged requests would refuse a plain GET; a GET changes
 * nothing here (Apollo answers 405 to a mutation by GET), so it is told that the request may pass. POST stays guarded.
 */
function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  if (!isPost(request)) headers.set("apollo-require-preflight", "1");
  return headers;
}
