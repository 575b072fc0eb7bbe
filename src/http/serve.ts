import { randomUUID } from "node:crypto";
import fastify from "fastify";
import { apolloServer, type OnFault } from "../graphql/apollo.js";
import { ResidentGraph } from "../projection/resident-graph.js";
import type { GraphStore } from "../store/graph-store.js";
import { addFaultAnswers } from "./answer-fault.js";
import { addCors } from "./cors.js";
import { drains } from "./drain.js";
import { addEventStreamDoor } from "./event-stream-door.js";
import { addExplorerPages } from "./explorer-pages.js";
import { addGraphqlRoute } from "./graphql-route.js";
import { addHealth } from "./health.js";
import { listen } from "./listen.js";
import { addQueryPage } from "./query-page.js";
import { addSecurityHeaders } from "./security-headers.js";
import { prepareLookUps, watchVersion } from "./watch-version.js";
import { addWebSocketDoor } from "./websocket-door.js";

export interface ServeOptions {
  readonly store: GraphStore;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Rebuild so often whatever the store's version says; null: only when it moves. */
  readonly refreshEveryMs: number | null;
  /** Origins of pages on other sites that may ask; default: none. */
  readonly corsOrigins?: readonly string[];
  /** Default: written to stderr. */
  readonly onFault?: OnFault;
}

export interface RunningServer {
  /** For example http://127.0.0.1:4000. */
  readonly url: string;
  /** Looks at once whether the store has moved. */
  refresh(): Promise<void>;
  /** How many subscriptions wait for something to tell. */
  subscriptions(): number;
  /** Answers what was asked, then stops. The store stays open: it belongs to the caller. */
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 1_000_000;

/**
 * Builds the graph and serves it. Resolves when it can answer.
 * @throws STORE_UNAVAILABLE; CONFLICT where the port is in use or may not be used.
 */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const { onFault = printFault, corsOrigins = [] } = options;
  const graph = new ResidentGraph(options.store);
  prepareLookUps(await graph.current());
  const app = fastify({ bodyLimit: MAX_BODY_BYTES, genReqId: () => randomUUID(), logger: false });
  const apollo = apolloServer([drains(app)], onFault);
  await apollo.start();
  await addSecurityHeaders(app);
  addFaultAnswers(app, onFault);
  await addQueryPage(app);
  await addCors(app, corsOrigins);
  const live = { apollo, onFault, corsOrigins, maxMessageBytes: MAX_BODY_BYTES };
  addGraphqlRoute(app, apollo, graph, await addWebSocketDoor(app, graph, live));
  addEventStreamDoor(app, graph, live);
  addHealth(app, graph);
  await addExplorerPages(app);
  const url = await listen(app, options.host, options.port);
  const watch = watchVersion(graph, options.refreshEveryMs);
  return {
    url,
    refresh: async () => {
      await graph.refresh();
    },
    subscriptions: () => graph.watchers,
    close: async () => {
      watch.stop();
      await apollo.stop();
    },
  };
}

function printFault(requestId: string, fault: unknown): void {
  process.stderr.write(`request ${requestId}: ${fault instanceof Error ? fault.stack : String(fault)}\n`);
}
