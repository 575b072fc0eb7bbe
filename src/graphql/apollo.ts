import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLFormattedError } from "graphql";
import type { ErrorCode } from "../domain/errors.js";
import type { GraphContext } from "./context.js";
import { propertyResolver } from "./end-in-time.js";
import { causeOf, codeOf, formatError } from "./format-error.js";
import { jsonInTurns } from "./json-in-turns.js";
import { graphSchema } from "./schema.js";
import { subscriptions } from "./subscriptions.js";

/** Told of every fault that nobody foresaw, with the id that its answer carries. */
export type OnFault = (requestId: string, fault: unknown) => void;

export interface EngineOptions {
  readonly onFault: OnFault;
  /** Whether the schema may be asked for. */
  readonly introspection: boolean;
}

/** The GraphQL engine behind every door. */
export function apolloServer(
  plugins: readonly ApolloServerPlugin<GraphContext>[],
  { onFault, introspection }: EngineOptions,
) {
  return new ApolloServer<GraphContext>({
    schema: graphSchema(),
    fieldResolver: propertyResolver,
    formatError,
    introspection,
    // A guess at what was meant tells of a schema that may not be asked for.
    hideSchemaDetailsFromClientErrors: !introspection,
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
