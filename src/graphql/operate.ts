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
import type { ExposureChange } from "../questions/exposure-changed.js";
import type { Admission, Admitted } from "./admission/admission.js";
import type { OnFault } from "./apollo.js";
import type { GraphContext } from "./context.js";
import { causeOf, formatError } from "./format-error.js";
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
  /** A context of its own for each answer; a subscription's later ones carry what they tell. */
  contextFor(options: {
    readonly budget?: Budget;
    readonly change?: ExposureChange;
    readonly signal?: AbortSignal;
    readonly cost?: number;
  }): Promise<GraphContext>;
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
  const error = new GraphQLError(String(fault), { originalError: fault as Error });
  const requestId = randomUUID();
  const formatted = leaving(transport, requestId, error);
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
  const contextValue = await transport.contextFor({ signal });
  const { budget } = contextValue;
  try {
    const events = await withinBudget(budget, () =>
      createSourceEventStream({
        schema: graphSchema(),
        document,
        contextValue,
        variableValues: operation.variables,
        operationName: operation.operationName,
      }),
    );
    if (!(Symbol.asyncIterator in events)) {
      yield {
        errors: (events.errors ?? []).map((error) => leaving(transport, contextValue.requestId, error)),
      };
      return;
    }
    for await (const change of workedOutWithin(budget, events as AsyncIterable<ExposureChange>)) {
      yield await answerOnce(transport, operation, await transport.contextFor({ change, signal }));
    }
  } catch (fault) {
    const error = new GraphQLError(String(fault), { originalError: fault as Error });
    yield { errors: [leaving(transport, contextValue.requestId, error)] };
  }
}

/** The same events; what it takes to work each of them out is spent from a budget. */
function workedOutWithin<Event>(budget: Budget, events: AsyncIterable<Event>): AsyncIterable<Event> {
  return {
    [Symbol.asyncIterator]: () => {
      const iterator = events[Symbol.asyncIterator]();
      return {
        next: () => withinBudget(budget, () => iterator.next()),
        return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
      };
    },
  };
}

/** An error as it is sent; an unforeseen one is reported, and names its request. */
function leaving(
  { onFault }: Pick<Transport, "onFault">,
  requestId: string,
  error: GraphQLError,
): GraphQLFormattedError {
  const formatted = formatError(error.toJSON(), error);
  if (formatted.extensions?.code !== "INTERNAL") return formatted;
  onFault(requestId, causeOf(error));
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
