import { afterEach } from "vitest";
import type { ServeOptions } from "../../src/http/serve.js";
import { type RunningServer, startServer } from "../../src/http/serve.js";
import type { GraphStore } from "../../src/store/graph-store.js";

const running: RunningServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

/** Starts a server on a free port, for the length of a test. */
export async function serve(store: GraphStore, options: Partial<ServeOptions> = {}): Promise<RunningServer> {
  const server = await startServer({ store, host: "127.0.0.1", port: 0, refreshEveryMs: null, ...options });
  running.push(server);
  return server;
}

/** An answer as a test reads it: loosely. */
// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not trusted
type Body = any;

/** Asks by POST. */
export async function post(
  url: string,
  query: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Body }> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: await response.json() };
}
