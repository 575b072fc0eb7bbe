import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { WebsocketHandler } from "@fastify/websocket";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphContext } from "../graphql/context.js";
import type { ResidentGraph } from "../projection/resident-graph.js";
import { graphContext } from "./graph-context.js";
import { sendQueryPage } from "./query-page.js";

const PATH = "/graphql";

/** GraphQL at /graphql: POST, GET for questions, WebSocket; a browser that opens the address gets the query page. */
export function addGraphqlRoute(
  app: FastifyInstance,
  apollo: ApolloServer<GraphContext>,
  graph: ResidentGraph,
  wsHandler: WebsocketHandler,
): void {
  const answer = (request: FastifyRequest, reply: FastifyReply) =>
    answerRequest(apollo, graph, request, reply);
  app.post(PATH, answer);
  app.route({
    method: "GET",
    url: PATH,
    handler: (request, reply) => (wantsPage(request) ? sendQueryPage(reply) : answer(request, reply)),
    wsHandler,
  });
}

function wantsPage(request: FastifyRequest): boolean {
  const accepts = request.headers.accept ?? "";
  return accepts.includes("text/html") && !new URLSearchParams(searchOf(request)).has("query");
}

async function answerRequest(
  apollo: ApolloServer<GraphContext>,
  graph: ResidentGraph,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method,
      headers: headersOf(request),
      body: request.body,
      search: searchOf(request),
    },
    context: () => graphContext(graph, request),
  });
  reply.code(status ?? 200).headers(Object.fromEntries(headers));
  if (body.kind === "complete") return reply.send(body.string);
  throw new Error("an answer in parts was never asked for");
}

function searchOf(request: FastifyRequest): string {
  const question = request.url.indexOf("?");
  return question < 0 ? "" : request.url.slice(question);
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
  if (request.method === "GET") headers.set("apollo-require-preflight", "1");
  return headers;
}
