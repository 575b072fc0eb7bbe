import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { ErrorCode } from "../domain/errors.js";
import type { ParsedDocuments } from "./admission/documents.js";
import type { GraphContext } from "./context.js";
import { fieldOfPart } from "./end-in-time.js";
import { causeOf, codeOf, formatError } from "./format-error.js";
import { jsonInTurns } from "./json-in-turns.js";
import { graphSchema } from "./schema.js";

/** Told of every unforeseen fault, with the id that its answer carries. */
export type OnFault = (requestId: string, fault: unknown) => void;

export interface EngineOptions {
  readonly onFault: OnFault;
  /** Whether the schema may be asked for. */
  readonly introspection: boolean;
  /** The documents that admission parsed, by the hash of their text. */
  readonly documents: ParsedDocuments;
}

/** The GraphQL engine behind every transport. */
export function apolloServer(
  plugins: readonly ApolloServerPlugin<GraphContext>[],
  { onFault, introspection, documents }: EngineOptions,
) {
  return new ApolloServer<GraphContext>({
    schema: graphSchema(),
    fieldResolver: fieldOfPart,
    formatError,
    introspection,
    // A guess at what was meant tells of a schema that may not be asked for.
    hideSchemaDetailsFromClientErrors: !introspection,
    documentStore: documents.store,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: SILENT,
    stringifyResult: jsonInTurns,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would wrap every field, which costs more than answering most of them.
      ApolloServerPluginCacheControlDisabled(),
      faults(onFault),
      statusForOldClients,
      subscriptions,
      ...plugins,
    ],
  });
}

/** Faults go to `onFault`, not to Apollo's own log. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Reports unforeseen faults and writes the request's id into their answers. */
function faults(onFault: OnFault): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue }) => {
        contextValue.outcome.failed = true;
        for (const error of errors) {
          if (codeOf(error, error) === "INTERNAL") onFault(contextValue.requestId, causeOf(error));
        }
      },
      willSendResponse: async ({ response, contextValue }) => {
        if (response.body.kind !== "single") return;
        const { singleResult } = response.body;
        if (!singleResult.errors) return;
        singleResult.errors = onceForEachField(singleResult.errors).map((error) =>
          error.extensions?.code === "INTERNAL"
            ? { ...error, extensions: { ...error.extensions, requestId: contextValue.requestId } }
            : error,
        );
      },
    }),
  };
}

/** What ends an operation as a whole: hundreds of items that were not answered for it are told of in one error. */
const ENDS: readonly unknown[] = ["DEADLINE_EXCEEDED", "COST_LIMIT_EXCEEDED"] satisfies ErrorCode[];

function onceForEachField(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
  const told = new Set<string>();
  return errors.filter(({ extensions, path }) => {
    if (!ENDS.includes(extensions?.code)) return true;
    const key = `${extensions?.code} ${path?.[0]}`;
    return !told.has(key) && told.add(key);
  });
}

/**
 * GraphQL over HTTP: a client that does not know application/graphql-response+json gets 200 for a document that cannot
 * be read or is not valid.
 */
const statusForOldClients: ApolloServerPlugin<GraphContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, request, source }) => {
      if (source === undefined || response.body.kind !== "single") return;
      const { data, errors } = response.body.singleResult;
      const knows = request.http?.headers.get("accept")?.includes("application/graphql-response+json");
      const unreadable = errors?.every((error) => error.extensions?.code === "BAD_USER_INPUT");
      if (data === undefined && !knows && unreadable) response.http.status = 200;
    },
  }),
};

/**
 * What a transport that stays open needs of the engine. A subscription that passed every check is handed back to its
 * transport instead of being answered (see operate.ts); one that comes as a single request, which can be answered once only, is refused.
 */
const subscriptions: ApolloServerPlugin<GraphContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, request, contextValue }) => {
      if (operation?.operation === "mutation" && contextValue.changesNothing) {
        throw new GraphQLError("A GET changes nothing: send a mutation by POST", {
          extensions: { code: "BAD_USER_INPUT", http: { status: 405 } },
        });
      }
      if (operation?.operation !== "subscription" || request.http === undefined) return;
      throw new GraphQLError(
        "A subscription is told over time: ask over WebSocket (graphql-transport-ws) at /graphql, or over server-sent events at /graphql/stream",
        { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } },
      );
    },
    responseForOperation: async ({ operation, document, contextValue }) => {
      if (operation.operation !== "subscription" || contextValue.change !== null) return null;
      contextValue.admitted.subscription = document;
      return {
        http: { headers: new HeaderMap() },
        body: { kind: "single", singleResult: { data: null } },
      };
    },
  }),
};
