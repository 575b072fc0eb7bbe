import type { FastifyInstance } from "fastify";
import type { AccessSettings } from "../domain/access.js";
import { ExposureError } from "../domain/errors.js";
import { DEFAULT_LIMITS, type Limits } from "../domain/limits.js";
import { openAuditLog } from "../dossier/load/audit-log.js";
import type { Projection } from "../graph/projection.js";
import { ResidentGraph } from "../graph/resident-graph.js";
import { Admission } from "../graphql/admission/admission.js";
import { type DocumentsFolder, readKnownDocuments } from "../graphql/admission/documents.js";
import { apolloServer, type OnFault } from "../graphql/apollo.js";
import { graphSchema } from "../graphql/schema.js";
import { watchOperations } from "../graphql/watch-operations.js";
import { RelationIndex } from "../questions/resident/relation-index.js";
import type { GraphStore } from "../store/graph-store.js";
import { Access, addRateLimit, isLoopback, OPEN_FOR_READING } from "./access/access.js";
import { drains, fastifyApp } from "./app.js";
import { addExportRoute } from "./exports.js";
import { FairScheduler } from "./fair-scheduler.js";
import { addHealth, StoreDamage } from "./health.js";
import { addMetrics, Metrics } from "./observe/metrics.js";
import {
  instrumentedStore,
  type LogLevel,
  logger,
  logObserver,
  type Observer,
  observers,
  watchRequests,
  withoutRepeats,
} from "./observe/observer.js";
import { startTracing } from "./observe/tracing.js";
import { addEventStream } from "./open-connections.js";
import type { ServerParts } from "./operation-context.js";
import { Events } from "./operation-context.js";
import { addDocsPage, addExplorerPages, addQueryPage } from "./pages.js";
import { addGraphqlRoute, addPipeline } from "./pipeline.js";
import { EntityTags, ResponseCache } from "./response-cache.js";

export interface RunningServer {
  /** For example http://127.0.0.1:4000. */
  readonly url: string;
  /** Every route, as "GET /graphql". */
  readonly routes: readonly string[];
  /** Looks at once whether the store has moved. */
  refresh(): Promise<void>;
  /** How many subscriptions wait for something to tell. */
  subscriptions(): number;
  /** Answers what was asked, then stops. The store stays open: it belongs to the caller. */
  close(): Promise<void>;
}

/** Where writes are logged by default. */
const DEFAULT_AUDIT_LOG = "data/audit.jsonl";

/**
 * Builds the graph and serves it. Resolves when it can answer.
 * @throws STORE_UNAVAILABLE; CONFLICT where the port is in use or may not be used; BAD_USER_INPUT for settings that
 * cannot be followed.
 */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const access = new Access(options.access ?? OPEN_FOR_READING, options.host, (fault) =>
    watch.onFault("access", fault),
  );
  const exposed = access.knowsCallers || !isLoopback(options.host);
  const limits = effectiveLimits(options.limits ?? {}, { exposed });
  const introspection = options.introspection ?? true;
  const documents = readKnownDocuments(options.documents ?? { folder: null, nothingElse: false });
  const { corsOrigins = [], maxBodyBytes = 256_000 } = options;
  const watch = await startWatching(options, () => graph);
  const store = instrumentedStore(options.store, watch);
  const graph: ResidentGraph = new ResidentGraph(store);
  prepareLookUps(await graph.current());
  const app = fastifyApp({
    maxBodyBytes,
    trustedProxies: options.trustedProxies ?? [],
    deadlineMs: limits.deadlineMs,
  });
  const routes = routesOf(app);
  const { onFault, refused: onRefused } = watch;
  const admission = new Admission(graphSchema(), { limits, documents, introspection });
  const apollo = apolloServer([drains(app), watchOperations(watch.operation)], {
    onFault,
    introspection,
    documents: admission.parsed,
  });
  await apollo.start();
  const scheduler = new FairScheduler();
  const parts: ServerParts = {
    graph,
    apollo,
    access,
    countRequest: await addRateLimit(app, limits.requestsPerMinute),
    admission,
    limits,
    scheduler,
    events: new Events({ limits, scheduler }),
    writer: access.hasWriters
      ? { store, log: await openAuditLog(options.access?.auditLog ?? DEFAULT_AUDIT_LOG) }
      : null,
    answers: new ResponseCache(),
    tags: new EntityTags({ limits, versionsMayDiffer: options.refreshEveryMs !== null }),
    corsOrigins,
    maxBodyBytes,
    onFault,
    onRefused,
    watchOperation: watch.operation,
    observeRequests: watch.follow,
  };
  const wsHandler = await addPipeline(app, parts);
  await addQueryPage(app);
  await addDocsPage(app, introspection);
  addGraphqlRoute(app, parts, wsHandler);
  addEventStream(app, parts);
  addExportRoute(app, parts);
  addHealth(app, { graph, damage: watch.damage });
  addMetrics(app, watch.metrics, exposed ? "admin" : "viewer");
  await addExplorerPages(app, options.publicOrigins ?? []);
  const url = await listen(app, options.host, options.port);
  const versions = watchVersion(graph, options.refreshEveryMs);
  return {
    url,
    routes,
    refresh: async () => {
      await graph.refresh();
    },
    subscriptions: () => graph.watchers,
    close: async () => {
      versions.stop();
      await apollo.stop();
      await watch.stop();
    },
  };
}

/** What a server is started with. Everything that may be left out has the default of the environment's variable. */
export interface ServeOptions {
  readonly store: GraphStore;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Rebuild so often whatever the store's version says; null: only when it moves. */
  readonly refreshEveryMs: number | null;
  /** Default: reading is open on this machine, writing is not. */
  readonly access?: AccessSettings;
  /** Those that differ from the default. */
  readonly limits?: Partial<Limits>;
  /** Of a request; an editor may send four times as much. */
  readonly maxBodyBytes?: number;
  /** Addresses whose word on the client's address is taken. */
  readonly trustedProxies?: readonly string[];
  /** Whether the schema may be asked for. */
  readonly introspection?: boolean;
  readonly documents?: DocumentsFolder;
  /** Origins of pages on other sites that may ask; default: none. */
  readonly corsOrigins?: readonly string[];
  /** Where readers find the server, for links in snapshots; default: the names that this machine has for itself only. */
  readonly publicOrigins?: readonly string[];
  /** What is logged on standard error; default: off. */
  readonly log?: LogLevel;
  /** Whether spans go to the collector that the OTEL_ variables name; default: no. */
  readonly tracing?: boolean;
  /** Told of unforeseen faults, beside the log. */
  readonly onFault?: OnFault;
}

/** Log, metrics and spans of one server. */
interface Watching extends Required<Observer> {
  readonly metrics: Metrics;
  readonly damage: StoreDamage;
  readonly onFault: OnFault;
  /** Watches the requests of a server; before its routes are added. */
  follow(app: FastifyInstance): void;
  stop(): Promise<void>;
}

/** Counts always; logs and traces as the options say. */
async function startWatching(
  { log = "off", tracing = false, onFault }: Pick<ServeOptions, "log" | "tracing" | "onFault">,
  graph: () => ResidentGraph,
): Promise<Watching> {
  const metrics = new Metrics(graph);
  const traces = tracing ? await startTracing() : null;
  const damage = new StoreDamage((fault) => tellFault("store", fault));
  const told: Required<Observer> = observers([
    ...(traces === null ? [] : [traces]),
    metrics,
    damage,
    ...(log === "off" ? [] : [logObserver(logger(log))]),
    ...(onFault === undefined ? [] : [{ fault: onFault }]),
  ]);
  const tellFault = withoutRepeats(told.fault);
  return {
    ...told,
    metrics,
    damage,
    onFault: tellFault,
    follow: (app) => {
      traces?.follow(app);
      watchRequests(app, told);
    },
    stop: async () => traces?.stop(),
  };
}

/** Every route that is added to an app from here on, as "GET /graphql"; HEAD goes with GET and is left out. */
function routesOf(app: FastifyInstance): readonly string[] {
  const routes: string[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    for (const each of [method].flat()) if (each !== "HEAD") routes.push(`${each} ${url}`);
  });
  return routes;
}

/**
 * Listens, and answers with the address, for example http://127.0.0.1:4000. Port 0: any free one.
 * @throws CONFLICT where the port is in use or may not be used, or the host is none of this machine's.
 */
async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (fault) {
    throw cannotListen(fault, host, port);
  }
}

function cannotListen(fault: unknown, host: string, port: number): unknown {
  const code = fault instanceof Error && "code" in fault ? fault.code : null;
  const message =
    code === "EADDRINUSE"
      ? `Port ${port} is in use: stop what listens there, or choose another port`
      : code === "EACCES"
        ? `Port ${port} may not be used by this account: choose one above 1023`
        : code === "EADDRNOTAVAIL" || code === "ENOTFOUND"
          ? `"${host}" is no address of this machine: listen on 127.0.0.1 or 0.0.0.0`
          : null;
  return message === null ? fault : new ExposureError("CONFLICT", message, { cause: fault });
}

/** Ten a second: more than a page of charts needs, and little for a server. */
const REQUESTS_PER_MINUTE = 600;

/**
 * The limits of a server: those that its operator set, else the defaults. Requests are counted where others than the
 * people of this machine may come: where other machines are served, or keys are known.
 */
function effectiveLimits(set: Partial<Limits>, { exposed }: { readonly exposed: boolean }): Limits {
  return { ...DEFAULT_LIMITS, requestsPerMinute: exposed ? REQUESTS_PER_MINUTE : null, ...set };
}

/** How often a store is asked for its version: a load beside the server shows within this time. */
const ASK_EVERY_MS = 1000;

/**
 * Keeps a resident graph up with its store: it follows when the version moves, and is built anew every `refreshEveryMs`
 * (if any) whatever the version says, for edits by other tools. A store that fails is asked again; what is resident stays.
 */
function watchVersion(graph: ResidentGraph, refreshEveryMs: number | null): { stop(): void } {
  const ask = (evenIfSame: boolean) => () => {
    graph.refresh({ evenIfSame }).then(prepareLookUps, () => {});
  };
  const timers = [setInterval(ask(false), ASK_EVERY_MS)];
  if (refreshEveryMs !== null) timers.push(setInterval(ask(true), refreshEveryMs));
  for (const timer of timers) timer.unref();
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

/** Makes what every look-up of a claim needs before the first one asks for it. */
function prepareLookUps(projection: Projection): void {
  RelationIndex.of(projection);
}
