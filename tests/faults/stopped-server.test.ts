import { createClient as createStreamClient } from "graphql-sse";
import { createClient as createSocketClient } from "graphql-ws";
import { expect, test } from "vitest";
import WebSocket from "ws";
import { REPETITIONS } from "./repetitions.js";
import { ask, serving } from "./serving.js";

const QUESTION = `{ exposure(university: "university:mit") { findings { nodes { target { name } explanation } } } }`;
const LISTENING = `subscription { exposureChanged(university: "university:mit") { added { because { id } } } }`;

interface Outcome {
  answered: number;
  refused: number;
  broken: string[];
}

/** Asks without a pause until the server is gone. */
async function client(url: string, outcome: Outcome): Promise<void> {
  for (;;) {
    try {
      const { status, body } = await ask(url, QUESTION);
      if (status === 200 && body.data.exposure?.findings.nodes.length > 0) outcome.answered += 1;
      // Stopping, or cut short by the deadline on a busy machine.
      else if (status === 503 || body.errors?.[0].extensions.code === "DEADLINE_EXCEEDED")
        outcome.refused += 1;
      else outcome.broken.push(`${status} ${JSON.stringify(body).slice(0, 200)}`);
    } catch (fault) {
      // A connection that was closed before anything of an answer came: whoever sent it may ask elsewhere.
      if (fault instanceof TypeError && fault.message === "fetch failed") {
        outcome.refused += 1;
        return;
      }
      outcome.broken.push(String(fault));
      return;
    }
  }
}

test.each(Array.from({ length: REPETITIONS }, (_, at) => at + 1))(
  "SIGTERM under load, time %i: what was asked is answered whole, listeners are let go, and it ends with 0 within the deadline",
  async () => {
    const server = await serving(["--store", "memory:"]);
    const outcome: Outcome = { answered: 0, refused: 0, broken: [] };
    const socket = createSocketClient({
      url: `${server.url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const stream = createStreamClient({ url: `${server.url}/graphql/stream`, retryAttempts: 0 });
    const listeners = [socket, stream].map((each) =>
      (each as typeof socket)
        .iterate({ query: LISTENING })
        .next()
        .catch(() => null),
    );
    const clients = Array.from({ length: 8 }, () => client(server.url, outcome));
    await expect.poll(() => outcome.answered, { timeout: 60_000 }).toBeGreaterThan(8);
    const before = outcome.answered;
    const began = performance.now();
    server.kill("SIGTERM");
    const { code, err } = await server.end;
    expect(performance.now() - began).toBeLessThan(10_000);
    await Promise.all([...clients, ...listeners]);
    expect(outcome.broken).toEqual([]);
    expect(outcome.answered).toBeGreaterThanOrEqual(before);
    expect([code, err.split("\n").filter((line) => line.includes('"error"'))]).toEqual([0, []]);
  },
  120_000,
);
