import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { median } from "../bench/measure.js";
import { startServer } from "../bench/server.js";
import { Asking } from "./asking.js";
import { runProgram } from "./run-program.js";
import { Telling } from "./telling.js";

const SECONDS = Number(process.env.EXPOSURE_SOAK_SECONDS ?? 300);
const CLIENTS = 8;
/** A load with a listener that comes and goes, so often. */
const LOAD_EVERY_MS = 10_000;
const LOOK_EVERY_MS = 1_000;
/** After warming up, memory may be so much more at the end. */
const MOST_GROWTH = 0.1;

/**
 * A server under load for minutes: eight clients ask everything that it answers, a dossier is loaded in between, listeners
 * come and go. Fails if an answer is not what it was, an event does not come, or memory grows.
 */
async function soak(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "exposure-graph-soak-"));
  const address = `sqlite:${join(folder, "graph.db")}`;
  await runProgram(["load", "seed", "--store", address]);
  const server = await startServer({ address });
  const end = performance.now() + SECONDS * 1_000;
  const goesOn = () => performance.now() < end;
  try {
    const telling = await Telling.start(server.url, { address, folder });
    const asking = await Asking.start(server.url, () => telling.loadAndHear());
    const memory: number[] = [];
    const look = async () => {
      for (; goesOn(); await wait(LOOK_EVERY_MS)) memory.push(server.resident() ?? Number.NaN);
    };
    const load = async () => {
      for (; goesOn(); await wait(LOAD_EVERY_MS)) await telling.loadAndHear();
    };
    await Promise.all([look(), load(), ...Array.from({ length: CLIENTS }, () => asking.until(goesOn))]);
    return report(asking, telling, memory);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(asking: Asking, telling: Telling, memory: readonly number[]): boolean {
  const fifth = Math.floor(memory.length / 5);
  const [warm, last] = [memory.slice(fifth, 2 * fifth), memory.slice(-fifth)].map(median) as [number, number];
  const growth = last / warm - 1;
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  const said = [
    `${asking.answered} answers to ${asking.questions} questions of ${CLIENTS} clients in ${SECONDS} s, ${asking.wrong.length} of them wrong`,
    `${telling.loads} loads, each heard by a listener that came and went`,
    `memory ${megabytes(warm)} after warming up (median of the second fifth), ${megabytes(last)} at the end (of the last): ${(growth * 100).toFixed(1)} %, at most ${MOST_GROWTH * 100} %`,
    ...asking.wrong.slice(0, 10),
  ];
  process.stdout.write(`${said.join("\n")}\n`);
  return asking.wrong.length === 0 && growth <= MOST_GROWTH;
}

process.exitCode = (await soak()) ? 0 : 1;
