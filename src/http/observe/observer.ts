import "@fastify/websocket";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { type Logger, pino } from "pino";
import { type ErrorCode, ExposureError } from "../../domain/errors.js";
import type { AnsweredOperation } from "../../graphql/watch-operations.js";
import type { GraphStore } from "../../store/graph-store.js";

/** A verb of the store that serving uses. */
export type StoreVerb =
  | "version"
  | "records"
  | "relations"
  | "changes"
  | "nouns"
  | "entities"
  | "claims"
  | "write";

/** A request of any route, when it has ended. */
export interface EndedRequest {
  readonly requestId: string;
  readonly method: string;
  /** The pattern of the route, such as /export/:format; null: there is none. */
  readonly route: string | null;
  readonly status: number;
  readonly durationMs: number;
  readonly caller: string;
  readonly role: string | null;
  /** Of a refusal before the request was worked on, or a fault; null: it was answered. */
  readonly code: ErrorCode | null;
  /** Whether the client had gone before its answer was written to the end; `status` is 499 where nothing of it was. */
  readonly left: boolean;
}

/** Who watches a server: counts, logs, traces. Every method may be called often and must be quick. */
export interface Observer {
  operation?(requestId: string): (answered: AnsweredOperation) => void;
  /** An operation that was refused before the engine saw it, on any transport. */
  refused?(refusal: { readonly requestId: string; readonly code: ErrorCode }): void;
  request?(ended: EndedRequest): void;
  statement?(verb: StoreVerb): (outcome: "done" | "failed", fault?: unknown) => void;
  /** An unforeseen fault, or a foreseen one of which callers are told less than it says. */
  fault?(requestId: string, fault: unknown): void;
}

/** A fault that says what its operator can do. */
export function isForeseen(fault: unknown): boolean {
  return fault instanceof ExposureError;
}

/** Tells of a foreseen fault once a minute, however many requests meet it. */
export function withoutRepeats(tell: Required<Observer>["fault"]): Required<Observer>["fault"] {
  const told = new LRUCache<string, true>({ max: 100, ttl: 60_000 });
  return (requestId, fault) => {
    if (isForeseen(fault)) {
      const { message } = fault as ExposureError;
      if (told.has(message)) return;
      told.set(message, true);
    }
    tell(requestId, fault);
  };
}

/** Tells several as if they were one. */
export function observers(all: readonly Observer[]): Required<Observer> {
  return {
    operation: (requestId) => {
      const told = all.map((each) => each.operation?.(requestId));
      return (answered) => {
        for (const tell of told) tell?.(answered);
      };
    },
    refused: (refusal) => {
      for (const each of all) each.refused?.(refusal);
    },
    request: (ended) => {
      for (const each of all) each.request?.(ended);
    },
    statement: (verb) => {
      const told = all.map((each) => each.statement?.(verb));
      return (outcome, fault) => {
        for (const tell of told) tell?.(outcome, fault);
      };
    },
    fault: (requestId, fault) => {
      for (const each of all) each.fault?.(requestId, fault);
    },
  };
}

declare module "fastify" {
  interface FastifyRequest {
    /** The code under which the request was refused or failed; null: neither. */
    faultCode: ErrorCode | null;
  }
}

/** As proxies write it down where a client has gone before anything was answered; it is never sent. */
const CLIENT_CLOSED = 499;

/**
 * Tells of every request of every route once, when it has ended: when its answer is written, or when its client has gone
 * before that; of a WebSocket, when the connection is gone.
 */
export function watchRequests(app: FastifyInstance, observer: Required<Observer>): void {
  const told = new WeakSet<FastifyRequest>();
  const tell = (request: FastifyRequest, reply: FastifyReply, left: boolean) => {
    if (told.has(request)) return;
    told.add(request);
    const route = request.is404 ? null : (request.routeOptions.url ?? null);
    const { id: requestId, method, faultCode } = request;
    const unanswered = left && !reply.raw.headersSent;
    if (faultCode !== null && route?.startsWith("/graphql")) observer.refused({ requestId, code: faultCode });
    observer.request({
      requestId,
      method,
      route,
      status: unanswered ? CLIENT_CLOSED : reply.statusCode,
      durationMs: reply.elapsedTime,
      caller: request.caller?.name ?? "anonymous",
      role: request.caller?.role ?? null,
      code: faultCode ?? (unanswered ? "DEADLINE_EXCEEDED" : null),
      left,
    });
  };
  app.decorateRequest("faultCode", null);
  app.addHook("onRequest", (request, reply, done) => {
    let isWritten = false;
    reply.raw.once("finish", () => {
      isWritten = true;
    });
    reply.raw.once("close", () => {
      if (!isWritten) tell(request, reply, !request.ws);
    });
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    tell(request, reply, false);
    done();
  });
}

/** The same store, each of its statements told of: how long it took, and whether it failed. */
export function instrumentedStore(
  store: GraphStore,
  { statement }: Required<Pick<Observer, "statement">>,
): GraphStore {
  const once =
    <Parameters extends readonly unknown[], Value>(
      verb: StoreVerb,
      call: (...parameters: Parameters) => Promise<Value>,
    ) =>
    async (...parameters: Parameters): Promise<Value> => {
      const ended = statement(verb);
      try {
        const value = await call(...parameters);
        ended("done");
        return value;
      } catch (fault) {
        ended("failed", fault);
        throw fault;
      }
    };
  const pages = <Parameters extends readonly unknown[], Page>(
    verb: StoreVerb,
    call: (...parameters: Parameters) => AsyncIterable<Page>,
  ) =>
    async function* (...parameters: Parameters): AsyncGenerator<Page> {
      const ended = statement(verb);
      let outcome: "done" | "failed" = "failed";
      let failure: unknown;
      try {
        yield* call(...parameters);
        outcome = "done";
      } catch (fault) {
        failure = fault;
        throw fault;
      } finally {
        ended(outcome, failure);
      }
    };
  // Written out, verb by verb: a store keeps its own to itself, so that nothing can stand in for it by inheriting from it.
  return {
    engine: store.engine,
    idsAtOnce: store.idsAtOnce,
    version: once("version", () => store.version()),
    readRecords: pages("records", (options) => store.readRecords(options)),
    readRelations: pages("relations", (options) => store.readRelations(options)),
    readDossier: pages("records", (slug, options) => store.readDossier(slug, options)),
    changesSince: once("changes", (version, options) => store.changesSince(version, options)),
    nouns: once("nouns", (keys, options) => store.nouns(keys, options)),
    entities: once("entities", (ids, options) => store.entities(ids, options)),
    claims: once("claims", (ids, options) => store.claims(ids, options)),
    write: once("write", (changes, options) => store.write(changes, options)),
    unfinishedLoad: () => store.unfinishedLoad(),
    prepare: (options) => store.prepare(options),
    touch: () => store.touch(),
    close: () => store.close(),
  };
}

export type LogLevel = "debug" | "info" | "warn" | "error" | "off";

/** Routes that are called all the time: logged as `debug`. */
const QUIET_ROUTES = ["/health/live", "/health/ready", "/metrics"];

/**
 * Lines of JSON on standard error, one for each GraphQL operation and each request of another route. Neither what was
 * asked nor any key stands in them: operations by name and root field, callers by the name of their key.
 */
export function logger(level: LogLevel): Logger {
  return pino(
    {
      level: level === "off" ? "silent" : level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // Nothing logs them today; a mistake shall not tell a secret.
      redact: { paths: ["authorization", "*.authorization", "*.password", "password"], censor: "hidden" },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** Writes what a server does into a log. */
export function logObserver(log: Logger): Observer {
  return {
    operation:
      () =>
      ({ durationMs, ...answered }) => {
        const level = answered.code === "INTERNAL" ? "error" : "info";
        log[level]({ ...answered, durationMs: rounded(durationMs) }, "operation");
      },
    request: ({ durationMs, left, ...ended }) => {
      // GraphQL operations that were answered have a line of their own.
      if (ended.route?.startsWith("/graphql") && ended.code === null && ended.status < 500 && !left) return;
      const quiet = QUIET_ROUTES.includes(ended.route ?? "") && ended.status < 500;
      const level = ended.status >= 500 ? "warn" : quiet ? "debug" : "info";
      log[level]({ ...ended, ...(left && { left }), durationMs: rounded(durationMs) }, "request");
    },
    fault: (requestId, fault) => {
      if (isForeseen(fault)) log.warn({ requestId, err: fault }, "foreseen fault");
      else log.error({ requestId, err: fault }, "fault");
    },
  };
}

function rounded(durationMs: number): number {
  return Math.round(durationMs * 100) / 100;
}
