import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { type ErrorCode, ExposureError } from "../domain/errors.js";
import { MOST_MISTAKES, type ParsedDocuments } from "./admission/documents.js";
import type { GraphContext } from "./context.js";
import { fieldOfPart } from "./end-in-time.js";
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

/** What Apollo calls a request that it cannot read: all of them are for the client to mend. */
const UNREADABLE = [
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
];

/**
 * An error as the client gets it: its code is one of the closed list. An unforeseen fault is INTERNAL, and its message
 * says nothing of what went wrong inside.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = codeOf(formatted, error);
  const { locations, path } = formatted;
  const cause = causeOf(error);
  return {
    message:
      code === "INTERNAL"
        ? "Something went wrong inside: ask the operator, who finds it by requestId"
        : cause instanceof ExposureError && cause.isOperators
          ? cause.told
          : formatted.message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code, ...fieldsOf(error) },
  };
}

function fieldsOf(error: unknown): ExposureError["extensions"] {
  const cause = causeOf(error);
  return cause instanceof ExposureError ? cause.extensions : {};
}

/** Whether the operator is to be told of an error: it is no foreseen one, or its callers are told less than it says. */
export function isOperators(error: unknown): boolean {
  const cause = causeOf(error);
  return cause instanceof ExposureError
    ? cause.isOperators
    : codeOf(error as GraphQLFormattedError, error) === "INTERNAL";
}

/** The code with which an error is sent. */
export function codeOf(formatted: Pick<GraphQLFormattedError, "extensions">, error: unknown): ErrorCode {
  const cause = causeOf(error);
  if (cause instanceof ExposureError) return cause.code;
  // GraphQL's own refusal to begin: the schema has no such operation.
  if (cause instanceof GraphQLError && cause.path === undefined) return "BAD_USER_INPUT";
  const code = formatted.extensions?.code;
  return typeof code === "string" && UNREADABLE.includes(code) ? "BAD_USER_INPUT" : "INTERNAL";
}

/** What was thrown, behind the layers that GraphQL puts round it. */
export function causeOf(error: unknown): unknown {
  const cause = unwrapResolverError(error);
  if (cause instanceof GraphQLError && cause.originalError) return causeOf(cause.originalError);
  return cause;
}
