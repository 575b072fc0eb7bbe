import { once } from "node:events";
import { connect } from "node:net";
import fastify from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFaultAnswers } from "../../src/http/answer-fault.js";
import { serve } from "./running.js";
import { smallStore } from "./small-store.js";

/** Sends a request and goes away at once. */
async function goAwayFrom(url: string, path: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip\r\n\r\n`);
  socket.resetAndDestroy();
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
