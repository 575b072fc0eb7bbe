import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createHandler, type OperationResult } from "graphql-sse";
import { badInput } from "../domain/errors.js";
import type { Admitted } from "../graphql/admission/admission.js";
import { operate } from "../graphql/operate.js";
import { graphqlParameters, refuseChange } from "./graphql-parameters.js";
import { contextsOf, type ServerParts, whileOpen } from "./operation-context.js";

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
      return ("errors" in result ? { data: undefined, ...result } : result) as OperationResult;
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
