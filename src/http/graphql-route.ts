import { HeaderMap } from "@apollo/server";
import type { WebsocketHandler } from "@fastify/websocket";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Admitted } from "../graphql/admission/admission.js";
import type { GraphContext } from "../graphql/context.js";
import { withinBudget } from "../projection/budget.js";
import { hasAnswer, tagAnswer } from "./entity-tag.js";
import { graphContext } from "./graph-context.js";
import { graphqlParameters, searchOf, withDocument } from "./graphql-parameters.js";
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
  const asked = graphqlParameters(request);
  const admitted = parts.admission.admit(asked);
  request.operation = admitted;
  const context = await graphContext(parts, request, whileSomebodyWaits(reply));
  const tag = tagOf(parts, request, context);
  if (tag !== null && hasAnswer(request, tag)) {
    tagAnswer(request, reply, tag);
    return reply.code(304).send();
  }
  const text = admitted?.text ?? parts.admission.documentOf(asked);
  const { status, headers, body } = await withinBudget(context.budget, () =>
    parts.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: isPost(request) ? request.method : "GET",
        headers: headersOf(request),
        ...withDocument(request, asked, text),
      },
      context: async () => context,
    }),
  );
  reply.code(status ?? 200).headers(Object.fromEntries(headers));
  if (tag !== null && !context.outcome.failed) tagAnswer(request, reply, tag);
  if (body.kind === "complete") return reply.send(body.string);
  throw new Error("an answer in parts was never asked for");
}

/** The tag of the answer that a question by GET will have; null for anything else. */
function tagOf({ tags }: ServerParts, request: FastifyRequest, context: GraphContext): string | null {
  const admitted = request.operation;
  if (isPost(request) || admitted?.operation.operation !== "query") return null;
  const accept = request.headers.accept ?? "";
  return tags.of(context.projection, admitted, { today: context.today, accept });
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
