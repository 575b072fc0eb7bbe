import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { StoreAt } from "./jobs/open.js";
import { newForm } from "./new-form.js";
import { ROOT } from "./root.js";

/** The server as users start it, in a process of its own. */
export interface Server {
  /** From the start of the process to the first "ready". */
  readonly readyMs: number;
  /** Where it answers. */
  readonly url: string;
  /** Asks a GraphQL question over one connection that stays open; the answer is `data`, worked out anew. @throws on errors. */
  ask<Data>(query: string, variables: Readonly<Record<string, unknown>>): Promise<Data>;
  /** How long an answer that takes no work is waited for, in milliseconds, over a connection of its own. */
  wait(): Promise<number>;
  /** Processor time of all threads until now, in milliseconds; null where the system does not tell. */
  processorMs(): number | null;
  /** Memory resident now, in bytes; null where the system does not tell. */
  resident(): number | null;
  stop(): Promise<void>;
}

const PATIENCE_MS = 300_000;
const LOOK_EVERY_MS = 5;
/** Ports below the range that systems hand out by themselves. */
const FIRST_PORT = 21_000;
let port = FIRST_PORT + (process.pid % 5_000);

/** Starts `serve` on a store and waits until it can answer. */
export async function startServer({ address, user, password }: StoreAt): Promise<Server> {
  port += 1;
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [join(ROOT, "dist/main.js"), "serve", "--store", address, "--port", String(port)],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        EXPOSURE_LOG: "warn",
        NEO4J_USER: user ?? "",
        NEO4J_PASSWORD: password ?? "",
      },
    },
  );
  const ended = once(child, "exit");
  const connection = new Agent({ keepAlive: true, maxSockets: 1 });
  const second = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (path: string, body?: string) => answerOf(connection, { port, path }, body);
  while ((await send("/health/ready").catch(() => null))?.status !== 200) {
    if (child.exitCode !== null) throw new Error(`the server ended with exit code ${child.exitCode}`);
    if (performance.now() - start > PATIENCE_MS) throw new Error("the server does not become ready");
    await wait(LOOK_EVERY_MS);
  }
  const readyMs = performance.now() - start;
  return {
    readyMs,
    url: `http://127.0.0.1:${port}`,
    async ask(query, variables) {
      const { text } = await send("/graphql", JSON.stringify({ query, variables }));
      const { data, errors } = JSON.parse(text);
      if (errors) throw new Error(JSON.stringify(errors[0]));
      return data;
    },
    async wait() {
      const before = performance.now();
      await answerOf(second, { port, path: "/health/live" });
      return performance.now() - before;
    },
    processorMs: () => processorOf(child.pid),
    resident: () => residentOf(child.pid),
    async stop() {
      connection.destroy();
      second.destroy();
      child.kill("SIGTERM");
      await ended;
    },
  };
}

interface HttpAnswer {
  readonly status: number | undefined;
  readonly text: string;
}

function answerOf(
  agent: Agent,
  to: { readonly port: number; readonly path: string },
  body?: string,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? "GET" : "POST";
    const headers = body === undefined ? {} : { "content-type": "application/json", accept: newForm() };
    const asking = request({ host: "127.0.0.1", ...to, agent, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () =>
        resolve({ status: response.statusCode, text: Buffer.concat(pieces).toString("utf8") }),
      );
      response.on("error", reject);
    });
    asking.on("error", reject);
    asking.end(body);
  });
}

const TICK_MS = 10;

function processorOf(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return null;
  }
}

function residentOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
