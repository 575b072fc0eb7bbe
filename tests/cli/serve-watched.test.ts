import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { KEYS, sha256 } from "../http/access-settings.js";
import { ended, type RunOptions, start, temporaryFolder } from "./run.js";

const SECRET = "nobody-reads-this-4711";

/** Starts the server over the seed; answers when it listens. */
async function serving(options: RunOptions) {
  const child = start(["serve", "--port", "0", "--store", "memory:"], options);
  const end = ended(child);
  const url = await new Promise<string>((resolve, reject) => {
    let out = "";
    child.stdout?.on("data", (text) => {
      out += text;
      const found = /answers at (http:\S+)\/graphql/.exec(out)?.[1];
      if (found) resolve(found);
    });
    end.then(({ err }) => reject(new Error(err)));
  });
  const stop = () => {
    child.kill("SIGTERM");
    return end;
  };
  return { url, stop };
}

async function ask(url: string, query: string, headers: Record<string, string> = {}) {
  return fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
}

describe("the log of serve", () => {
  test("has a line for each operation with its request's id, and neither keys nor what was asked", async () => {
    const folder = temporaryFolder();
    const keys = join(folder, "keys");
    writeFileSync(keys, `dashboard viewer ${sha256(KEYS.viewer)}\n`, { mode: 0o600 });
    const { url, stop } = await serving({ environment: { EXPOSURE_KEYS_FILE: keys } });
    const key = { authorization: `Bearer ${KEYS.viewer}` };
    const answered = await ask(url, `query Mine { search(text: "${SECRET}") { totalCount } }`, key);
    const refused = await ask(url, `{ graph { version } }`, { authorization: `Bearer ${SECRET}` });
    const exported = await fetch(`${url}/export/csv?university=university:${SECRET}`, { headers: key });
    expect([answered.status, refused.status, exported.status]).toEqual([200, 401, 404]);
    const { code, err } = await stop();
    expect(code).toBe(0);
    expect(err).not.toMatch(SECRET);
    for (const secret of Object.values(KEYS)) expect(err).not.toMatch(secret);
    const lines = err
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([
      expect.objectContaining({
        msg: "operation",
        requestId: answered.headers.get("x-request-id"),
        caller: "dashboard",
        role: "viewer",
        name: "Mine",
        field: "search",
        code: "OK",
        cost: expect.any(Number),
        rows: expect.any(Number),
        durationMs: expect.any(Number),
      }),
      expect.objectContaining({ msg: "request", status: 401, code: "UNAUTHENTICATED", caller: "anonymous" }),
      expect.objectContaining({ msg: "request", status: 404, route: "/export/:format", code: "NOT_FOUND" }),
    ]);
  });

  test("is silent where it is off", async () => {
    const { url, stop } = await serving({ environment: { EXPOSURE_LOG: "off" } });
    await ask(url, "{ graph { version } }");
    expect((await stop()).err).not.toMatch(/^\{/m);
  });
});

describe("OpenTelemetry", () => {
  interface SentSpan {
    readonly name: string;
    readonly traceId: string;
    readonly spanId: string;
    readonly parentSpanId?: string;
  }

  /** A collector that keeps what it is sent. */
  async function collector() {
    const spans: SentSpan[] = [];
    const services: string[] = [];
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        for (const { resource, scopeSpans } of JSON.parse(body).resourceSpans) {
          services.push(JSON.stringify(resource));
          for (const { spans: sent } of scopeSpans) spans.push(...sent);
        }
        response.writeHead(200, { "content-type": "application/json" }).end("{}");
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { endpoint, spans, services, close: () => server.close() };
  }

  test("gets a span for the request, the operation and the statement, under the caller's own", async () => {
    const { endpoint, spans, services, close } = await collector();
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: "exposure-here" };
    const { url, stop } = await serving({ environment });
    const [trace, parent] = ["0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"];
    await ask(url, `{ university(id: "university:mit") { website } }`, {
      traceparent: `00-${trace}-${parent}-01`,
    });
    expect((await stop()).code).toBe(0);
    close();
    const ours = spans.filter(({ traceId }) => traceId === trace);
    const request = ours.find(({ name }) => name === "POST /graphql");
    expect(request?.parentSpanId).toBe(parent);
    for (const name of ["query university", "store entities"])
      expect(ours.find((span) => span.name === name)?.parentSpanId).toBe(request?.spanId);
    expect(services[0]).toMatch("exposure-here");
  });

  test("that cannot be reached costs no answer", async () => {
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9" };
    const { url, stop } = await serving({ environment });
    expect((await ask(url, "{ graph { version } }")).status).toBe(200);
    expect((await stop()).code).toBe(0);
  });
});
