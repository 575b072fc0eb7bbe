import type { ApolloServerPlugin } from "@apollo/server";
import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import type { ErrorCode } from "../domain/errors.js";
import type { GraphContext } from "./context.js";

/** What those who watch a server learn of an operation; nothing of what was asked in it, and no key. */
export interface AnsweredOperation {
  readonly requestId: string;
  /** The caller's name; "anonymous" where no key was sent. */
  readonly caller: string;
  readonly role: string | null;
  /** As the client calls it; null: it does not. */
  readonly name: string | null;
  /** The one field of Query, Mutation or Subscription that it asks for; "several"; "none" where it could not be read. */
  readonly field: string;
  /** Null: it could not be read. */
  readonly type: "query" | "mutation" | "subscription" | null;
  /** OK, or the code of its first error. */
  readonly code: ErrorCode | "OK";
  readonly durationMs: number;
  /** Null: it was not counted. */
  readonly cost: number | null;
  /** Records that were read from the store for it. */
  readonly rows: number;
}

/** Told when an operation begins; gives what is to be told when it ends. */
export type WatchOperation = (requestId: string) => (answered: AnsweredOperation) => void;

/** Tells of every operation that the engine answers, on any transport. */
export function watchOperations(watch: WatchOperation): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: async ({ contextValue }) => {
      const began = performance.now();
      const ended = watch(contextValue.requestId);
      return {
        willSendResponse: async ({ response, operation, document }) => {
          // A subscription that is being taken out: its answers are told of.
          if (contextValue.admitted.subscription !== null && contextValue.change === null) {
            ended(answered(contextValue, { operation, document, code: "OK", began }));
            return;
          }
          const errors = response.body.kind === "single" ? response.body.singleResult.errors : undefined;
          const code = (errors?.[0]?.extensions?.code as ErrorCode | undefined) ?? "OK";
          ended(answered(contextValue, { operation, document, code, began }));
        },
      };
    },
  };
}

function answered(
  { requestId, caller, cost, outcome }: GraphContext,
  of: {
    readonly operation: OperationDefinitionNode | undefined;
    readonly document: DocumentNode | undefined;
    readonly code: AnsweredOperation["code"];
    readonly began: number;
  },
): AnsweredOperation {
  const { operation, document, code, began } = of;
  return {
    requestId,
    caller: caller.name,
    role: caller.role,
    name: operation?.name?.value ?? null,
    // What a document with mistakes asks for may be no field of the schema.
    field: operation && document && outcome.isValid ? rootField(operation, document) : "none",
    type: operation?.operation ?? null,
    code,
    durationMs: performance.now() - began,
    cost,
    rows: outcome.rows,
  };
}

/**
 * The one field that an operation asks for at its root; "several"; "none". Root fields are few and the schema's own; what a
 * client calls its operations is neither.
 */
export function rootField({ selectionSet }: OperationDefinitionNode, document: DocumentNode): string {
  const names = new Set(fieldNames(selectionSet, document, 0));
  const [first] = names;
  return names.size === 1 && first !== undefined ? first : names.size === 0 ? "none" : "several";
}

const DEEPEST = 10;

function* fieldNames(selections: SelectionSetNode, document: DocumentNode, depth: number): Iterable<string> {
  if (depth > DEEPEST) return;
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) yield selection.name.value;
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      yield* fieldNames(selection.selectionSet, document, depth + 1);
    else {
      const fragment = document.definitions.find(
        (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value,
      );
      if (fragment?.kind === Kind.FRAGMENT_DEFINITION)
        yield* fieldNames(fragment.selectionSet, document, depth + 1);
    }
  }
}
