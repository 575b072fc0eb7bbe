import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, type IncomingMessage, type RequestOptions, request } from "node:http";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, expect } from "vitest";
import { newForm } from "../bench/new-form.js";
import { ended, start } from "../cli/run.js";

/*
 * A server in a process of its own and what a client beside an attack waits for: by the clock, and how long
 * the server's one thread worked meanwhile, whatever else the machine does.
 */

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

export interface Waited {
  readonly ms: number;
  /** NaN where the system does not tell. */
  readonly workedMs: number;
  /** Whether the answer is whole. */
  readonly isWhole: boolean;
}

/** Where requests come from. A server takes an address for a client where no key is sent. */
export const HOSTILE_ADDRESS = "127.0.0.1";
/** All of 127.0.0.0/8 is this machine; on other systems it has to be set up first. */
export const OWN_ADDRESS = process.platform === "linux" ? "127.0.0.2" : HOSTILE_ADDRESS;

export interface Apart {
  url: string;
  /** Asks for something to be worked out anew. */
  send(body: unknown, from?: string): Promise<Waited & { readonly answer: Answer }>;
  /** Asks whether it is alive. */
  alive(from: string): Promise<Waited>;
  /** The most memory that it had so far, in MB. */
  peakMb(): number;
}

/** Serves a store, the seed unless another is made, while the tests of a file run. It must not end by itself, and no promise may fail unheard. */
export function servedApart(
  environment: Readonly<Record<string, string>>,
  store: () => Promise<string> = async () => "memory:",
): Apart {
  let pid = 0;
  /** What the server said when it ended; null: it runs. */
  let fault: string | null = null;
  let stop: () => Promise<void> = async () => {};
  const agents = new Map(
    [HOSTILE_ADDRESS, OWN_ADDRESS].map((localAddress) => [
      localAddress,
      new Agent({ keepAlive: true, localAddress }),
    ]),
  );
  beforeAll(async () => {
    const child = start(["serve", "--port", "0", "--store", await store()], { environment });
    const end = ended(child);
    pid = child.pid ?? 0;
    apart.url = await new Promise<string>((resolve, reject) => {
      child.stdout?.on("data", (text) => {
        const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(text)) ?? [];
        if (found) resolve(found);
      });
      end.then(({ err }) => reject(new Error(err)));
    });
    end.then(({ err }) => {
      fault = err;
    });
    stop = async () => {
      child.kill("SIGKILL");
      // No promise failed unheard: without the last net in `serve` that ends a process.
      expect((await end).err).not.toMatch("nothing waited for");
    };
  });
  afterAll(async () => {
    for (const agent of agents.values()) agent.destroy();
    expect(fault).toBeNull();
    await stop();
  });

  /** Processor time of the server's main thread so far. */
  const workedMs = () => {
    try {
      return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, "latin1").split(" ")[0]) / 1e6;
    } catch {
      return Number.NaN;
    }
  };
  /** Sends, and waits until the answer is read. */
  const exchange = async (path: string, options: RequestOptions, from: string, text?: string) => {
    const [began, workedBefore] = [performance.now(), workedMs()];
    const sent = request(`${apart.url}${path}`, { ...options, agent: agents.get(from) });
    const answered = once(sent, "response") as Promise<[IncomingMessage]>;
    sent.end(text);
    const [response] = await answered;
    const answer = (await json(response)) as Answer;
    const isWhole = answer.errors === undefined;
    const ms = performance.now() - began;
    return { answer, isWhole, ms, workedMs: workedMs() - workedBefore };
  };
  const apart: Apart = {
    url: "",
    send: (body, from = HOSTILE_ADDRESS) => {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
      return exchange("/graphql", { method: "POST", headers: { ...headers, accept: newForm() } }, from, text);
    },
    alive: (from) => exchange("/health/live", {}, from),
    peakMb: () => Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1]) / 1000,
  };
  return apart;
}

/** A short question of every day. */
export const QUESTION = {
  query:
    '{ university(id: "university:mit") { name funding(first: 20) { totalCount nodes { text amount { min } from { name } } } } }',
};

/** What a client at an address waits for, asking so often, one question after the other. */
export async function latencies(apart: Apart, from: string, asked: number): Promise<readonly Waited[]> {
  const taken: Waited[] = [];
  for (let at = 0; at < asked; at += 1) taken.push(await apart.send(QUESTION, from));
  return taken;
}

/** What the 95th answer of a quiet client may take beside others, in ms that the server works: 100, or thrice what it takes alone. */
export async function quietBar(apart: Apart): Promise<number> {
  await latencies(apart, OWN_ADDRESS, 100);
  const alone = await latencies(apart, OWN_ADDRESS, 100);
  process.stdout.write(`${HEAD}${row("alone", alone)}`);
  return Math.max(100, 3 * percentile(alone, "workedMs", 0.95));
}

export const SHARES = [0.5, 0.95, 0.99];

export function percentile(all: readonly Waited[], of: "ms" | "workedMs", share: number): number {
  const sorted = all.map((each) => each[of]).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export const HEAD = `\n${"".padEnd(64)}    p50    p95    p99 ms       p50    p95    p99 ms that the server worked\n`;

export function row(name: string, all: readonly Waited[]): string {
  const figures = (["ms", "workedMs"] as const).map((of) =>
    SHARES.map((share) => percentile(all, of, share).toFixed(1).padStart(7)).join(""),
  );
  return `${name.padEnd(64)}${figures.join("      ")}\n`;
}
