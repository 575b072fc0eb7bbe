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
import type { Caller } from "../domain/access.js";
import { ExposureError } from "../domain/errors.js";
import { type Answers, operate, refused } from "../graphql/operate.js";
import { graphSchema } from "../graphql/schema.js";
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
  await app.register(websocket, { options: { maxPayload: parts.maxBodyBytes } });
  app.addHook("onRequest", async (request) => {
    if (request.ws) refuseForeignPages(request, parts.corsOrigins);
  });
  return makeHandler({
    isProd: true,
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
  const given = params?.authorization ?? params?.Authorization;
  const caller = await access
    .identify(typeof given === "string" ? given : request.headers.authorization)
    .catch(async (fault: unknown) => {
      await countRequest(request, access.anonymous);
      throw fault;
    });
  await countRequest(request, caller);
  access.require("viewer", caller);
  return caller;
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
