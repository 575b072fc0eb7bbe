import type { FastifyInstance } from "fastify";
import type { OnFault } from "../../graphql/apollo.js";
import type { ResidentGraph } from "../../projection/resident-graph.js";
import type { ServeOptions } from "../serve-options.js";
import { logger, logObserver } from "./log.js";
import { Metrics } from "./metrics.js";
import { type Observer, observers } from "./observer.js";
import { startTracing } from "./tracing.js";
import { watchRequests } from "./watch-requests.js";

/** Everybody who watches one server. */
export interface Watching extends Required<Observer> {
  readonly metrics: Metrics;
  readonly onFault: OnFault;
  /** Watches the requests of a server; before its routes are added. */
  follow(app: FastifyInstance): void;
  stop(): Promise<void>;
}

/** Counts always; logs and traces as the options say. */
export async function startWatching(
  { log = "off", tracing = false, onFault }: Pick<ServeOptions, "log" | "tracing" | "onFault">,
  graph: () => ResidentGraph,
): Promise<Watching> {
  const metrics = new Metrics(graph);
  const traces = tracing ? await startTracing() : null;
  const told = observers([
    ...(traces === null ? [] : [traces]),
    metrics,
    ...(log === "off" ? [] : [logObserver(logger(log))]),
    ...(onFault === undefined ? [] : [{ fault: onFault }]),
  ]);
  return {
    ...told,
    metrics,
    onFault: told.fault,
    follow: (app) => {
      traces?.follow(app);
      watchRequests(app, told);
    },
    stop: async () => traces?.stop(),
  };
}
