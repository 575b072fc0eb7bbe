import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { median } from "./measure.js";
import { newForm } from "./new-form.js";
import { count, type Figure } from "./report.js";
import { ROOT } from "./root.js";

const ROUNDS = 5;
const ROUND_MS = 3_000;
const CLIENTS = 8;
const BAR = 0.5;

/** A server of its own process that answers POST /graphql. */
interface Asked {
  readonly port: number;
  readonly body: string;
  stop(): Promise<void>;
}

/**
 * The seed's exposure question over HTTP, against a bare Apollo and Fastify server that answers a constant of equal size:
 * requests a second of 8 clients, in turns. The server keeps answers of the version that is resident, as dashboards ask the
 * same again and again; what it costs to work them out stands beside it.
 */
export async function measureOverhead(add: (figure: Omit<Figure, "size">) => void): Promise<void> {
  const ours = await serveSeed();
  const answer = await send(new Agent(), ours);
  const bare = await serveConstant(answer.length);
  try {
    const rates = { again: [] as number[], anew: [] as number[], bare: [] as number[] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      rates.again.push(await requestsPerSecond(ours));
      rates.bare.push(await requestsPerSecond(bare));
    }
    for (let round = 0; round <= ROUNDS; round += 1) rates.anew.push(await requestsPerSecond(ours, newForm));
    // The first round warms up.
    const typical = (each: readonly number[]) => median(each.slice(1));
    const [again, anew, other] = [typical(rates.again), typical(rates.anew), typical(rates.bare)];
    const against = (rate: number) =>
      `${Math.round((rate / other) * 100)} % (${count(rate)} against ${count(other)} requests/s)`;
    const what = `the seed's exposure question, ${CLIENTS} clients, against a bare Apollo and Fastify server with a constant of equal size (${count(answer.length)} bytes)`;
    add({ what, bar: `≥ ${BAR * 100} %`, figure: against(again), holds: again / other >= BAR });
    add({ what: "the same, each answer worked out anew", bar: "", figure: against(anew), holds: null });
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
  }
}

function serveSeed(): Promise<Asked> {
  const example = (ending: string) =>
    readFileSync(join(ROOT, `schema/examples/mit-exposure.${ending}`), "utf8");
  const body = JSON.stringify({
    query: example("graphql"),
    variables: JSON.parse(example("variables.json")),
  });
  return served([join(ROOT, "dist/main.js"), "serve", "--store", "memory:", "--port"], "answers at", body);
}

function serveConstant(bytes: number): Promise<Asked> {
  const script = join(ROOT, "dist-bench/tests/bench/bare-server.js");
  return served([script, String(bytes)], "ready", JSON.stringify({ query: "{ constant }" }));
}

/** Ports below the range that systems hand out by themselves. */
let nextPort = 27_000 + (process.pid % 4_000);

/** Starts a script whose last argument is its port, and waits until it says that it is ready. */
async function served(script: readonly string[], ready: string, body: string): Promise<Asked> {
  nextPort += 1;
  const port = nextPort;
  const child = spawn(process.execPath, [...script, String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_ENV: "production", EXPOSURE_LOG: "warn" },
  });
  const ended = once(child, "exit");
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (text) => {
      said += text;
      if (said.includes(ready)) resolve();
    });
    ended.then(() => reject(new Error(`${script[0]} ended before it was ready`)));
  });
  return {
    port,
    body,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function anyForm(): string {
  return "application/json";
}

/** How many requests of some clients, each one after the other, are answered in a second. */
async function requestsPerSecond(server: Asked, form: () => string = anyForm): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const began = performance.now();
  let answered = 0;
  const client = async () => {
    while (performance.now() - began < ROUND_MS) {
      await send(agent, server, form());
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  agent.destroy();
  return (answered / (performance.now() - began)) * 1000;
}

/** The body of an answer. @throws Error for one that is none. */
function send(agent: Agent, { port, body }: Asked, accept = anyForm()): Promise<string> {
  const length = Buffer.byteLength(body);
  const headers = { "content-type": "application/json", "content-length": length, accept };
  const to = { host: "127.0.0.1", port, path: "/graphql", method: "POST", agent, headers };
  return new Promise((resolve, reject) => {
    const asking = request(to, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => {
        const text = Buffer.concat(pieces).toString("utf8");
        if (response.statusCode === 200 && text.startsWith('{"data":')) resolve(text);
        else reject(new Error(`${response.statusCode}: ${text.slice(0, 300)}`));
      });
      response.on("error", reject);
    });
    asking.on("error", reject);
    asking.end(body);
  });
}
