import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Role } from "../../domain/access.js";
import type { ResidentGraph } from "../../graph/resident-graph.js";
import { type EndedRequest, isForeseen, type Observer } from "./observer.js";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const COSTS = [10, 100, 1_000, 10_000, 100_000, 500_000, 1_000_000];

/** What a server counts, for Prometheus. Labels come from closed lists: the schema, the routes, the codes. */
export class Metrics implements Observer {
  readonly registry = new Registry();
  private readonly operations = this.counter("operations_total", "GraphQL operations answered.", [
    "field",
    "code",
  ]);
  private readonly seconds = this.histogram(
    "operation_seconds",
    "Time to answer an operation.",
    ["field"],
    SECONDS,
  );
  private readonly costs = this.histogram(
    "operation_cost",
    "Cost of operations, counted before they are worked on.",
    ["field"],
    COSTS,
  );
  private readonly rows = this.counter(
    "operation_rows_total",
    "Records that operations read from the store.",
    ["field"],
  );
  private readonly requests = this.counter("http_requests_total", "HTTP requests by route.", [
    "method",
    "route",
    "status",
  ]);
  private readonly left = this.counter(
    "http_clients_left_total",
    "HTTP requests whose client had gone before the answer was written to the end.",
    ["route"],
  );
  private readonly requestSeconds = this.histogram(
    "http_request_seconds",
    "Time to answer an HTTP request.",
    ["route"],
    SECONDS,
  );
  private readonly statements = this.histogram(
    "store_seconds",
    "Time of the store's statements.",
    ["verb", "outcome"],
    SECONDS,
  );
  private readonly faults = this.counter("faults_total", "Unforeseen faults.", []);

  constructor(graph: () => ResidentGraph) {
    collectDefaultMetrics({ register: this.registry });
    this.gauge(
      "projection_age_seconds",
      "Time since the store last said that its version is the resident one.",
      () => {
        const { confirmedAt } = graph();
        return confirmedAt === null ? null : (Date.now() - confirmedAt) / 1000;
      },
    );
    this.gauge("projection_version", "The version of the resident graph.", () =>
      Number(graph().resident?.version ?? 0),
    );
    this.gauge("projection_entities", "Resident entities.", () => graph().resident?.entities.count ?? 0);
    this.gauge(
      "projection_relations",
      "Resident relations, every revision.",
      () => graph().resident?.relations.count ?? 0,
    );
    this.gauge("projection_bytes", "Size of the resident entities and relations.", () => {
      const projection = graph().resident;
      return projection === null ? 0 : projection.entities.byteLength + projection.relations.byteLength;
    });
    this.gauge(
      "projection_build_seconds",
      "Time that the last building of the resident graph took.",
      () => graph().buildSeconds,
    );
    this.gauge("subscriptions", "Subscriptions that wait for something to tell.", () => graph().watchers);
  }

  operation(): ReturnType<NonNullable<Observer["operation"]>> {
    return ({ field, code, durationMs, cost, rows }) => {
      this.operations.inc({ field, code });
      this.seconds.observe({ field }, durationMs / 1000);
      this.rows.inc({ field }, rows);
      if (cost !== null) this.costs.observe({ field }, cost);
    };
  }

  refused({ code }: Parameters<NonNullable<Observer["refused"]>>[0]): void {
    this.operations.inc({ field: "none", code });
  }

  request({ method, route, status, durationMs, left }: EndedRequest): void {
    this.requests.inc({ method, route: route ?? "none", status: String(status) });
    this.requestSeconds.observe({ route: route ?? "none" }, durationMs / 1000);
    if (left) this.left.inc({ route: route ?? "none" });
  }

  statement(verb: Parameters<NonNullable<Observer["statement"]>>[0]) {
    const began = performance.now();
    return (outcome: "done" | "failed") =>
      this.statements.observe({ verb, outcome }, (performance.now() - began) / 1000);
  }

  fault(_requestId: string, fault: unknown): void {
    if (!isForeseen(fault)) this.faults.inc();
  }

  private counter<Label extends string>(name: string, help: string, labelNames: readonly Label[]) {
    return new Counter({
      name: `exposure_${name}`,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
    });
  }

  private histogram<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    buckets: readonly number[],
  ) {
    const settings = { name: `exposure_${name}`, help, labelNames: [...labelNames], buckets: [...buckets] };
    return new Histogram({ ...settings, registers: [this.registry] });
  }

  /** A value that is read when the metrics are; null: there is none yet. */
  private gauge(name: string, help: string, read: () => number | null): void {
    new Gauge({
      name: `exposure_${name}`,
      help,
      registers: [this.registry],
      collect() {
        const value = read();
        if (value !== null) this.set(value);
      },
    });
  }
}

/** `/metrics`, in the text format of Prometheus. `needs`: whose it is. */
export function addMetrics(app: FastifyInstance, { registry }: Metrics, needs: Role): void {
  app.get("/metrics", { config: { needs } }, async (_, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
