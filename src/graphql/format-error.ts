import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { type ErrorCode, ExposureError } from "../domain/errors.js";

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
