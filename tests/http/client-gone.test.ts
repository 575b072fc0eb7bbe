import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Readable } from "node:stream";
import fastify from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFaultAnswers } from "../../src/http/app.js";
import { type EndedRequest, observers, watchRequests } from "../../src/http/observe/observer.js";
import { serve } from "./running.js";
import { smallStore } from "./small-store.js";

async function ask(url: string, path: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip\r\n\r\n`);
  return socket;
}

/** Sends a request and goes away at once. */
async function goAwayFrom(url: string, path: string): Promise<void> {
  (await ask(url, path)).resetAndDestroy();
}

describe("a client that goes away", () => {
  const app = fastify();
  const faults: unknown[] = [];
  const seen: string[] = [];
  let url = "";
  beforeAll(async () => {
    addFaultAnswers(app, { onFault: (_, fault) => void faults.push(fault) });
    app.get("/:code", async (request) => {
      await once(request.raw.socket, "close");
      const { code } = request.params as { code: string };
      seen.push(code);
      throw Object.assign(new Error("the stream ended"), { code });
    });
    url = await app.listen({ host: "127.0.0.1", port: 0 });
  });
  afterAll(() => app.close());

  it("is no fault, while what breaks by itself is one whoever waits", async () => {
    for (const code of ["ERR_STREAM_PREMATURE_CLOSE", "ERR_OTHER"]) await goAwayFrom(url, `/${code}`);
    await expect.poll(() => seen).toHaveLength(2);
    await expect.poll(() => faults.map((fault) => (fault as { code: string }).code)).toEqual(["ERR_OTHER"]);
  });

  it("leaves nothing behind at any route, even before anybody asked where it came from", async () => {
    const told: unknown[] = [];
    const server = await serve(await smallStore(), {
      limits: { requestsPerMinute: 10_000 },
      onFault: (_, fault) => void told.push(fault),
    });
    const paths = ["/graphql?query={graph{version}}", "/export/json?university=university:u", "/metrics"];
    const times = Array.from({ length: 20 }, () => paths).flat();
    await Promise.all(times.map((path) => goAwayFrom(server.url, path)));
    const answered = await fetch(`${server.url}/graphql?query={graph{version}}`);
    expect([answered.status, told]).toEqual([200, []]);
  });
});

describe("whoever watches", () => {
  it("is told of each request once: of one whose client left, whether anything was answered by then", async () => {
    const app = fastify();
    const told: EndedRequest[] = [];
    watchRequests(app, observers([{ request: (ended) => void told.push(ended) }]));
    let begun = () => {};
    const asked = () =>
      new Promise<void>((resolve) => {
        begun = resolve;
      });
    app.get("/waits", async (_, reply) => {
      begun();
      await once(reply.raw, "close");
      return reply.send("nobody reads this");
    });
    app.get("/streams", (_, reply) => {
      const stream = new Readable({ read() {} });
      stream.push("the first part");
      reply.send(stream);
    });
    app.get("/answers", async () => "all of it");
    const url = await app.listen({ host: "127.0.0.1", port: 0 });
    const comes = asked();
    const waiting = await ask(url, "/waits");
    await comes;
    waiting.resetAndDestroy();
    await expect.poll(() => told).toHaveLength(1);
    const streamed = await ask(url, "/streams");
    await once(streamed, "data");
    streamed.resetAndDestroy();
    await expect.poll(() => told).toHaveLength(2);
    await (await fetch(`${url}/answers`)).text();
    await expect.poll(() => told).toHaveLength(3);
    await app.close();
    expect(told.map(({ route, status, code, left }) => [route, status, code, left])).toEqual([
      ["/waits", 499, "DEADLINE_EXCEEDED", true],
      ["/streams", 200, null, true],
      ["/answers", 200, null, false],
    ]);
  });

  it("counts them in /metrics", async () => {
    const store = await smallStore();
    let looks = 0;
    Object.assign(store, {
      claims: () => {
        looks += 1;
        return new Promise(() => {});
      },
    });
    const { url } = await serve(store);
    const asked = await ask(
      url,
      `/graphql?query=${encodeURIComponent('{ node(id: "claim:rows/gift") { ... on Claim { text } } }')}`,
    );
    await expect.poll(() => looks).toBe(1);
    asked.resetAndDestroy();
    const metrics = async () => (await fetch(`${url}/metrics`)).text();
    await expect.poll(metrics).toMatch('exposure_http_clients_left_total{route="/graphql"} 1\n');
    const counted = await metrics();
    expect(counted).toMatch('exposure_http_requests_total{method="GET",route="/graphql",status="499"} 1\n');
    expect(counted).toMatch('exposure_operations_total{field="node",code="DEADLINE_EXCEEDED"} 1\n');
  });
});
