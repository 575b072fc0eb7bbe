import type { ApolloServerPlugin } from "@apollo/server";
import { HeaderMap } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { GraphContext } from "./context.js";

/**
 * What a door that keeps open needs of the engine. A subscription that passed every check is handed back to its door instead of being answered (see operate.ts); one that
 * comes as a single request, which can be answered once only, is refused.
 */
export const subscriptions: ApolloServerPlugin<GraphContext> = {
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
