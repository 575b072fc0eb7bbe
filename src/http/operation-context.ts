import { randomUUID } from "node:crypto";
import type { EventEmitter } from "node:events";
import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { FormattedExecutionResult } from "graphql";
import type { Caller } from "../domain/access.js";
import { type Day, today } from "../domain/day.js";
import type { Limits } from "../domain/limits.js";
import type { Writing } from "../dossier/load/write-audited.js";
import { Budget, withinBudget } from "../graph/budget.js";
import type { Projection } from "../graph/projection.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import type { Admission } from "../graphql/admission/admission.js";
import type { OnFault } from "../graphql/apollo.js";
import { type ContextOptions, GraphContext } from "../graphql/context.js";
import type { OnRefused, Transport } from "../graphql/operate.js";
import type { WatchOperation } from "../graphql/watch-operations.js";
import type { ExposureChange } from "../questions/exposure-changed.js";
import { type Access, type CountRequest, partyOf, requestsPerMinuteOf } from "./access/access.js";
import type { FairScheduler } from "./fair-scheduler.js";
import type { EntityTags, ResponseCache } from "./response-cache.js";

/** Who asks, and through which request or connection. */
export interface Asking {
  readonly caller: Caller;
  readonly request: FastifyRequest;
}

type ContextParts = Pick<ServerParts, "graph" | "limits" | "scheduler" | "events" | "access" | "writer">;

/** What a caller may spend on an operation that begins now. */
export function budgetFor(
  { limits, scheduler }: Pick<ServerParts, "limits" | "scheduler">,
  { caller, request }: Asking,
  signal: AbortSignal,
): Budget {
  return new Budget({ limits, signal, slot: scheduler.slot(partyOf(request, caller)) });
}

/** What the resolvers of a request are given: one version of the graph, the day, who asks, and what that may take. */
export function graphContext(
  parts: ContextParts,
  request: FastifyRequest,
  asked: {
    readonly projection: Projection;
    readonly today: Day;
    readonly budget: Budget;
    readonly signal: AbortSignal;
  },
): GraphContext {
  return new GraphContext(parts.graph, asked.projection, {
    ...optionsFor(parts, { caller: request.caller, request }),
    requestId: request.id,
    cost: request.operation?.cost ?? null,
    budget: asked.budget,
    signal: asked.signal,
    today: asked.today,
  });
}

/** The same on a transport that stays open; an event is answered from the version that it tells of. */
export function contextsOf(
  parts: ContextParts,
  asking: Asking,
  open: AbortSignal,
): Pick<Transport, "begin" | "contextFor" | "answerTo"> {
  const { graph, events } = parts;
  const begin = (signal = open) => budgetFor(parts, asking, signal);
  return {
    begin,
    contextFor: async ({ signal = open, budget = begin(signal), cost }) =>
      new GraphContext(graph, await graph.current(), {
        requestId: randomUUID(),
        ...optionsFor(parts, asking),
        budget,
        signal,
        workOut: (work) => events.workOut(work),
        ...(cost !== undefined && { cost }),
      }),
    answerTo: async (change, { query, operationName, variables }, make) => {
      // Who listens for long may have lost the key meanwhile.
      parts.access.confirm(asking.caller);
      const options = optionsFor(parts, asking);
      const operation = JSON.stringify([query, operationName, variables, options.limits, options.today]);
      const client = partyOf(asking.request, asking.caller);
      return events.answer(change, { operation, client }, (budget) =>
        make(new GraphContext(graph, change.later, { requestId: randomUUID(), ...options, budget, change })),
      );
    },
  };
}

function optionsFor(
  { access, limits, writer }: ContextParts,
  { caller }: Asking,
): Omit<ContextOptions, "requestId" | "budget"> {
  const requestsPerMinute = requestsPerMinuteOf(caller, limits.requestsPerMinute);
  return {
    today: today(),
    caller,
    writer,
    limits: { ...limits, requestsPerMinute },
    require: (needed) => access.require(needed, caller),
  };
}

/** What the transports of one server share. Each asks `access`, `countRequest` and `admission` before it answers. */
export interface ServerParts {
  readonly graph: ResidentGraph;
  readonly apollo: ApolloServer<GraphContext>;
  readonly access: Access;
  readonly countRequest: CountRequest;
  readonly admission: Admission;
  readonly limits: Limits;
  readonly scheduler: FairScheduler;
  readonly events: Events;
  readonly tags: EntityTags;
  readonly answers: ResponseCache;
  /** Where mutations write; null: no key may write. */
  readonly writer: Pick<Writing, "store" | "log"> | null;
  /** Origins of pages on other sites that may ask. */
  readonly corsOrigins: readonly string[];
  /** Of a request, or of a message where a connection stays open. */
  readonly maxBodyBytes: number;
  readonly onFault: OnFault;
  readonly onRefused: OnRefused;
  readonly watchOperation: WatchOperation;
  /** Tells log, metrics and spans of every request of an app. */
  readonly observeRequests: (app: FastifyInstance) => void;
}

/** A signal that is aborted when the connection closes before the answer is written. */
export function whileClientWaits(reply: FastifyReply): AbortSignal {
  const ending = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) ending.abort();
  });
  return ending.signal;
}

/** A signal that is aborted when a connection closes that several operations share. */
export function whileOpen(connection: EventEmitter): AbortSignal {
  const known = SIGNALS.get(connection);
  if (known) return known;
  const ending = new AbortController();
  connection.once("close", () => ending.abort());
  SIGNALS.set(connection, ending.signal);
  return ending.signal;
}

const SIGNALS = new WeakMap<EventEmitter, AbortSignal>();

/** The client of the scheduler for which is worked what all listeners share. */
const LISTENERS = "listeners";

/**
 * What the listeners of one server share, so that a load costs by what is asked of it and not by how many listen: a change
 * is worked out once, an answer to the same operation made once. Works of one client follow one another, and each has the
 * whole deadline from when it begins: a hundred subscriptions at one address make each other late, but do not end each
 * other.
 */
export class Events {
  private readonly limits: Limits;
  private readonly scheduler: FairScheduler;
  private readonly answers = new WeakMap<ExposureChange, Map<string, Promise<FormattedExecutionResult>>>();
  /** The last work of each client that has any. */
  private readonly last = new Map<string, Promise<void>>();
  /** Lets others work while thousands are told. */
  private readonly telling: Budget;

  constructor({ limits, scheduler }: { readonly limits: Limits; readonly scheduler: FairScheduler }) {
    this.limits = limits;
    this.scheduler = scheduler;
    this.telling = new Budget({
      limits: { ...limits, deadlineMs: Number.POSITIVE_INFINITY },
      slot: scheduler.slot(LISTENERS),
    });
  }

  /** Works out a change that any number of listeners wait for. */
  workOut<Change>(work: () => Promise<Change>): Promise<Change> {
    return this.inOrder(LISTENERS, () => withinBudget(this.budget(LISTENERS), work));
  }

  /** The answer to an operation (with all that its answer depends on, as a text) about a change, made when first asked for. */
  async answer(
    change: ExposureChange,
    { operation, client }: { readonly operation: string; readonly client: string },
    make: (budget: Budget) => Promise<FormattedExecutionResult>,
  ): Promise<FormattedExecutionResult> {
    const made = this.answers.get(change) ?? new Map<string, Promise<FormattedExecutionResult>>();
    this.answers.set(change, made);
    const answer = made.get(operation) ?? this.inOrder(client, () => make(this.budget(client)));
    made.set(operation, answer);
    const told = await answer;
    await this.telling.turn();
    return told;
  }

  /** No listener's own: work that is shared goes on when one of them leaves. */
  private budget(client: string): Budget {
    return new Budget({ limits: this.limits, slot: this.scheduler.slot(client) });
  }

  private inOrder<Result>(client: string, work: () => Promise<Result>): Promise<Result> {
    const result = (this.last.get(client) ?? Promise.resolve()).then(work);
    const settled = result.then(
      () => {},
      () => {},
    );
    this.last.set(client, settled);
    void settled.then(() => {
      if (this.last.get(client) === settled) this.last.delete(client);
    });
    return result;
  }
}
