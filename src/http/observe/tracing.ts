import type { Span } from "@opentelemetry/api";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ErrorCode } from "../../domain/errors.js";
import type { Observer } from "./observer.js";

/** A collector that has not answered by then is away. */
const PATIENCE_MS = 3_000;

/** Codes that only a fault on the server's side explains. */
const FAILED: readonly string[] = ["INTERNAL", "STORE_UNAVAILABLE", "STORE_DAMAGED"] satisfies ErrorCode[];

/** A server's spans on their way to a collector. */
export interface Tracing extends Observer {
  /** Makes each request a span, the child of the one that its `traceparent` names. */
  follow(app: FastifyInstance): void;
  /** Sends what is left. */
  stop(): Promise<void>;
}

/**
 * OpenTelemetry: a span for each request, each operation and each statement of the store, sent to the collector that
 * the standard variables name (OTEL_EXPORTER_OTLP_ENDPOINT and its kin; OTEL_SERVICE_NAME). Loaded only where one is
 * named: without it nothing of this costs anything.
 */
export async function startTracing(): Promise<Tracing> {
  const [api, sdk, { OTLPTraceExporter }, resources] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace-node"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
  ]);
  const { context, propagation, SpanKind, SpanStatusCode, trace } = api;
  const named = resources.detectResources({ detectors: [resources.envDetector] });
  const provider = new sdk.NodeTracerProvider({
    resource: resources
      .defaultResource()
      .merge(resources.resourceFromAttributes({ "service.name": "exposure-graph" }))
      .merge(named),
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter({ timeoutMillis: PATIENCE_MS }))],
  });
  provider.register();
  const tracer = trace.getTracer("exposure-graph");
  const end = (span: Span, failed: boolean) => {
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  };
  const spans = new WeakMap<FastifyRequest, Span>();
  const ended = (request: FastifyRequest, { statusCode, raw }: FastifyReply) => {
    const span = spans.get(request);
    if (span === undefined) return;
    spans.delete(request);
    if (raw.headersSent) span.setAttribute("http.response.status_code", statusCode);
    end(span, statusCode >= 500);
  };
  return {
    follow: (app) => {
      app.addHook("onRequest", (request, reply, done) => {
        const parent = propagation.extract(context.active(), request.headers);
        const name = `${request.method} ${request.routeOptions.url ?? "none"}`;
        const attributes = { "http.request.method": request.method, "exposure.request_id": request.id };
        const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent);
        spans.set(request, span);
        // Of a client that has gone Fastify tells nothing more.
        reply.raw.once("close", () => ended(request, reply));
        context.with(trace.setSpan(parent, span), done);
      });
      app.addHook("onResponse", async (request, reply) => ended(request, reply));
    },
    operation: () => {
      const span = tracer.startSpan("graphql operation");
      return ({ name, field, type, code, cost, rows }) => {
        span.updateName(`${type ?? "graphql"} ${field}`);
        span.setAttributes({
          ...(name !== null && { "graphql.operation.name": name }),
          ...(type !== null && { "graphql.operation.type": type }),
          ...(cost !== null && { "exposure.cost": cost }),
          "exposure.rows": rows,
          "exposure.code": code,
        });
        end(span, FAILED.includes(code));
      };
    },
    statement: (verb) => {
      const span = tracer.startSpan(`store ${verb}`, { kind: SpanKind.CLIENT });
      return (outcome) => end(span, outcome === "failed");
    },
    fault: (requestId, fault) => {
      const span = trace.getActiveSpan();
      if (fault instanceof Error) span?.recordException(fault);
      span?.setAttribute("exposure.request_id", requestId);
    },
    // A collector that is away is no reason to fail.
    stop: () => provider.shutdown().catch(() => {}),
  };
}
