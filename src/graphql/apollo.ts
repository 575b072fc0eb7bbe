import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { ErrorCode } from "../domain/errors.js";
import { MOST_MISTAKES, type ParsedDocuments } from "./admission/documents.js";
import type { GraphContext } from "./context.js";
import { fieldOfPart } from "./end-in-time.js";
import { causeOf, formatError, isOperators } from "./format-error.js";
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
    validationOptions: { maxErrors: MOST_MISTAKES },
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
      withoutExecution({ documents, introspection }),
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
          if (isOperators(error)) onFault(contextValue.requestId, causeOf(error));
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
      if (source === undefined || response.body.kind !== "single" || response.http.status === 405) return;
      const { data, errors } = response.body.singleResult;
      const knows = request.http?.headers.get("accept")?.includes("application/graphql-response+json");
      const unreadable = errors?.every((error) => error.extensions?.code === "BAD_USER_INPUT");
      if (data === undefined && !knows && unreadable) response.http.status = 200;
    },
  }),
};

/**
 * Operations that are not executed. A document with mistakes is answered with them: it was validated when it was looked up.
 * A subscription that passed every check is handed back to its transport, which stays open, instead of being answered (see
 * operate.ts); one that comes as a single request, which can be answered once only, is refused.
 */
function withoutExecution({
  documents,
  introspection,
}: Pick<EngineOptions, "documents" | "introspection">): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, request, queryHash }) => {
        if (documents.mistakesIn(queryHash).length > 0) return;
        if (operation?.operation !== "subscription" || request.http === undefined) return;
        throw new GraphQLError(
          "A subscription is told over time: ask over WebSocket (graphql-transport-ws) at /graphql, or over server-sent events at /graphql/stream",
          { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } },
        );
      },
      responseForOperation: async ({ operation, document, contextValue, queryHash }) => {
        const mistakes = documents.mistakesIn(queryHash);
        if (mistakes.length > 0) {
          Object.assign(contextValue.outcome, { failed: true, isValid: false });
          const errors = mistakes.map((mistake) =>
            withoutGuess(formatError(mistake.toJSON(), mistake), introspection),
          );
          return {
            http: { status: 400, headers: new HeaderMap() },
            body: { kind: "single", singleResult: { errors } },
          };
        }
        if (operation.operation !== "subscription" || contextValue.change !== null) return null;
        contextValue.admitted.subscription = document;
        return {
          http: { headers: new HeaderMap() },
          body: { kind: "single", singleResult: { data: null } },
        };
      },
    }),
  };
}

/** A guess at what was meant tells of a schema that may not be asked for. */
function withoutGuess(error: GraphQLFormattedError, introspection: boolean): GraphQLFormattedError {
  return introspection ? error : { ...error, message: error.message.replace(/ ?Did you mean(.+?)\?$/, "") };
}
