import { randomUUID } from "node:crypto";
import type { ApolloServer } from "@apollo/server";
import {
  createSourceEventStream,
  type DocumentNode,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
} from "graphql";
import type { ErrorCode } from "../domain/errors.js";
import { type Budget, withinBudget } from "../graph/budget.js";
import type { ExposureChange, ExposureMissed } from "../questions/exposure-changed.js";
import type { Admission, Admitted } from "./admission/admission.js";
import { causeOf, formatError, isOperators, type OnFault } from "./apollo.js";
import type { GraphContext } from "./context.js";
import { graphSchema } from "./schema.js";

/** An operation as it comes on a transport that stays open. */
export interface Operation {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly extensions?: Record<string, unknown> | null | undefined;
}

/** What an operation needs of the transport on which it came. */
export interface Transport {
  readonly apollo: ApolloServer<GraphContext>;
  readonly admission: Admission;
  readonly onFault: OnFault;
  /** Told of an operation that is not let in. */
  readonly onRefused?: OnRefused;
  /** What an operation that begins now may spend. */
  begin(): Budget;
  /** The context of an operation's answer, and of a subscription while it is taken out. */
  contextFor(options: {
    readonly budget?: Budget;
    readonly signal?: AbortSignal;
    readonly cost?: number;
  }): Promise<GraphContext>;
  /**
   * The answer to an operation about a change: made in the context that is given, or by another listener who asked the
   * same. @throws UNAUTHENTICATED where the listener's key holds no longer.
   */
  answerTo(
    change: ExposureChange,
    operation: Operation,
    make: (context: GraphContext) => Promise<FormattedExecutionResult>,
  ): Promise<FormattedExecutionResult>;
}

/** Told of a refusal before an operation was worked on. */
export type OnRefused = (refusal: { readonly requestId: string; readonly code: ErrorCode }) => void;

export type Answers = AsyncGenerator<FormattedExecutionResult, void>;

/**
 * Answers an operation that did not come as one HTTP request: a question or a mutation once, a subscription as often as
 * there is something to tell. All answers come out of the same engine as over HTTP, so that limits, access and the form of
 * errors are the same; a subscription passes them when it is taken out, before anything is watched.
 */
export async function operate(
  transport: Transport,
  asked: Operation,
): Promise<FormattedExecutionResult | Answers> {
  const budget = transport.begin();
  let operation: Operation;
  let admitted: Admitted | null;
  try {
    // A hundred may have come with one packet.
    await budget.rest();
    admitted = transport.admission.admit(asked);
    const text = admitted?.text ?? transport.admission.documentOf(asked);
    operation = { ...asked, query: text ?? asked.query };
    await budget.rest();
  } catch (fault) {
    return refused(transport, fault);
  }
  const context = await transport.contextFor({ budget, ...(admitted !== null && { cost: admitted.cost }) });
  const answer = await answerOnce(transport, operation, context);
  const { subscription } = context.admitted;
  return subscription === null
    ? answer
    : endable((signal) => tell(transport, operation, subscription, signal));
}

/** An operation that is not let in: its one error, as it is sent. */
export async function refused(
  transport: Pick<Transport, "onFault" | "onRefused">,
  fault: unknown,
): Promise<FormattedExecutionResult> {
  const requestId = randomUUID();
  const formatted = leaving(transport, requestId, asGraphqlError(fault));
  transport.onRefused?.({ requestId, code: formatted.extensions?.code as ErrorCode });
  return { errors: [formatted] };
}

async function answerOnce(
  { apollo }: Transport,
  { query, variables, operationName }: Operation,
  contextValue: GraphContext,
): Promise<FormattedExecutionResult> {
  const request = {
    query,
    ...(variables && { variables }),
    ...(operationName != null && { operationName }),
  };
  const { body } = await withinBudget(contextValue.budget, () =>
    apollo.executeOperation(request, { contextValue }),
  );
  if (body.kind === "single") return body.singleResult;
  throw new Error("an answer in parts was never asked for");
}

/** Watches what a subscription asks for, and answers each event as an operation of its own. */
async function* tell(
  transport: Transport,
  operation: Operation,
  document: DocumentNode,
  signal: AbortSignal,
): Answers {
  let requestId = "";
  const refusal = (error: GraphQLError) => ({ errors: [leaving(transport, requestId, error)] });
  try {
    const contextValue = await transport.contextFor({ signal });
    requestId = contextValue.requestId;
    const events = await withinBudget(contextValue.budget, () =>
      createSourceEventStream({
        schema: graphSchema(),
        document,
        contextValue,
        variableValues: operation.variables,
        operationName: operation.operationName,
      }),
    );
    if (!(Symbol.asyncIterator in events)) {
      yield { errors: (events.errors ?? []).map((error) => leaving(transport, requestId, error)) };
      return;
    }
    for await (const event of events as AsyncIterable<ExposureChange | ExposureMissed>) {
      yield "missed" in event
        ? refusal(asGraphqlError(event.missed))
        : await transport.answerTo(event, operation, (context) => answerOnce(transport, operation, context));
    }
  } catch (fault) {
    yield refusal(asGraphqlError(fault));
  }
}

function asGraphqlError(fault: unknown): GraphQLError {
  const { message } = fault as Error;
  return new GraphQLError(message, { originalError: fault as Error });
}

/** An error as it is sent; an unforeseen one is reported, and names its request. */
function leaving(
  { onFault }: Pick<Transport, "onFault">,
  requestId: string,
  error: GraphQLError,
): GraphQLFormattedError {
  const formatted = formatError(error.toJSON(), error);
  if (isOperators(error)) onFault(requestId, causeOf(error));
  if (formatted.extensions?.code !== "INTERNAL") return formatted;
  return { ...formatted, extensions: { ...formatted.extensions, requestId } };
}

/** Answers that can be ended while the next one is waited for: a generator alone would wait for it first. */
function endable(make: (signal: AbortSignal) => Answers): Answers {
  const ending = new AbortController();
  const answers = make(ending.signal);
  return {
    next: () => answers.next(),
    return: (value) => {
      ending.abort();
      return answers.return(value);
    },
    throw: (fault) => {
      ending.abort();
      return answers.throw(fault);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
