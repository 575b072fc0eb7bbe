import { openAuditLog } from "../dossier/load/audit-log.js";
import { Admission } from "../graphql/admission/admission.js";
import { apolloServer } from "../graphql/apollo.js";
import { graphSchema } from "../graphql/schema.js";
import { watchOperations } from "../graphql/watch-operations.js";
import { ResidentGraph } from "../projection/resident-graph.js";
import { Access, isLoopback, OPEN_FOR_READING } from "./access/access.js";
import { addAccess } from "./access/add-access.js";
import { onlyByOwnNames } from "./access/own-names.js";
import { addRateLimit } from "./access/rate-limit.js";
import { addFaultAnswers } from "./answer-fault.js";
import { addCompression } from "./compression.js";
import { addCors } from "./cors.js";
import { addDocsPage } from "./docs-page.js";
import { drains } from "./drain.js";
import { effectiveLimits } from "./effective-limits.js";
import { EntityTags } from "./entity-tag.js";
import { addEventStreamDoor } from "./event-stream-door.js";
import { addExplorerPages } from "./explorer-pages.js";
import { addExportRoute } from "./export-route.js";
import { fastifyApp } from "./fastify-app.js";
import { addGraphqlRoute } from "./graphql-route.js";
import { addHealth } from "./health.js";
import { KeptAnswers } from "./kept-answers.js";
import { readKnownDocuments } from "./known-documents-folder.js";
import { listen } from "./listen.js";
import { addMetrics } from "./observe/metrics.js";
import { startWatching } from "./observe/start-watching.js";
import { watchedStore } from "./observe/watched-store.js";
import { addQueryPage } from "./query-page.js";
import { routesOf } from "./routes-of.js";
import { addSecurityHeaders } from "./security-headers.js";
import type { ServeOptions } from "./serve-options.js";
import type { ServerParts } from "./server-parts.js";
import { prepareLookUps, watchVersion } from "./watch-version.js";
import { addWebSocketDoor } from "./websocket-door.js";

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

/** Where writes are told unless somebody says otherwise. */
const DEFAULT_AUDIT_LOG = "data/audit.jsonl";

/**
 * Builds the graph and serves it. Resolves when it can answer.
 * @throws STORE_UNAVAILABLE; CONFLICT where the port is in use or may not be used; BAD_USER_INPUT for settings that
 * cannot be followed.
 */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const access = new Access(options.access ?? OPEN_FOR_READING, options.host, (fault) =>
    watch.onFault("keys", fault),
  );
  const exposed = access.knowsAnybody || !isLoopback(options.host);
  const limits = effectiveLimits(options.limits ?? {}, { exposed });
  const introspection = options.introspection ?? true;
  const documents = readKnownDocuments(options.documents ?? { folder: null, nothingElse: false });
  const { corsOrigins = [], maxBodyBytes = 1_000_000 } = options;
  const watch = await startWatching(options, () => graph);
  const graph: ResidentGraph = new ResidentGraph(watchedStore(options.store, watch));
  prepareLookUps(await graph.current());
  const app = fastifyApp({
    maxBodyBytes,
    trustedProxies: options.trustedProxies ?? [],
    deadlineMs: limits.deadlineMs,
  });
  const routes = routesOf(app);
  watch.follow(app);
  const { onFault, refused: onRefused } = watch;
  const apollo = apolloServer([drains(app), watchOperations(watch.operation)], { onFault, introspection });
  await apollo.start();
  const parts: ServerParts = {
    graph,
    apollo,
    access,
    countRequest: await addRateLimit(app, limits.requestsPerMinute),
    admission: new Admission(graphSchema(), { limits, documents, introspection }),
    limits,
    writer: access.hasWriters
      ? { store: options.store, log: await openAuditLog(options.access?.auditLog ?? DEFAULT_AUDIT_LOG) }
      : null,
    answers: new KeptAnswers(),
    tags: new EntityTags({ limits, versionsMayDiffer: options.refreshEveryMs !== null }),
    corsOrigins,
    maxBodyBytes,
    onFault,
    onRefused,
    watchOperation: watch.operation,
  };
  addSecurityHeaders(app);
  addFaultAnswers(app, parts);
  await addCors(app, corsOrigins);
  // Before access: only then a request is known to come over WebSocket.
  const wsHandler = await addWebSocketDoor(app, parts);
  if (access.isOpenHereOnly) onlyByOwnNames(app);
  addAccess(app, parts);
  await addCompression(app);
  await addQueryPage(app);
  await addDocsPage(app, introspection);
  addGraphqlRoute(app, parts, wsHandler);
  addEventStreamDoor(app, parts);
  addExportRoute(app, parts);
  addHealth(app, parts);
  addMetrics(app, watch.metrics, exposed ? "admin" : "viewer");
  await addExplorerPages(app);
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
