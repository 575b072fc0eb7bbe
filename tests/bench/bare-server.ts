import { ApolloServer, HeaderMap } from "@apollo/server";
import fastify from "fastify";

/*
 * A bare Apollo on a bare Fastify, in a process of its own: what any server on these two costs. It answers
 * `{ constant }` with a text of so many bytes. Arguments: the bytes, the port. "ready" on standard output when it listens.
 */
const [bytes = 0, port = 0] = process.argv.slice(2).map(Number);
const constant = "x".repeat(bytes);

const apollo = new ApolloServer({
  typeDefs: "type Query { constant: String! }",
  resolvers: { Query: { constant: () => constant } },
});
await apollo.start();
const app = fastify();
app.post("/graphql", async (request, reply) => {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const httpGraphQLRequest = { method: request.method, headers, body: request.body, search: "" };
  const {
    status,
    headers: answered,
    body,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest,
    context: async () => ({}),
  });
  reply.code(status ?? 200).headers(Object.fromEntries(answered));
  return reply.send(body.kind === "complete" ? body.string : "");
});
await app.listen({ host: "127.0.0.1", port });
process.stdout.write("ready\n");
