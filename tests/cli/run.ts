import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, vi } from "vitest";

// Every test here starts processes: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** The built program: `npm run build` comes before the tests. */
const MAIN = join(import.meta.dirname, "../../dist/main.js");

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** Runs the program with no configuration but the given, to its end. */
export function run(parameters: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return ended(start(parameters, options));
}

/** Starts the program. */
export function start(
  parameters: readonly string[],
  { environment = {}, folder }: RunOptions = {},
): ChildProcess {
  return spawn(process.execPath, [MAIN, ...parameters], {
    env: { PATH: process.env.PATH, ...environment },
    ...(folder === undefined ? {} : { cwd: folder }),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** What a program said until it ended. */
export function ended(child: ChildProcess): Promise<Ended> {
  let out = "";
  let err = "";
  child.stdout?.on("data", (text) => {
    out += text;
  });
  child.stderr?.on("data", (text) => {
    err += text;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own for a test, gone after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "exposure-graph-"));
  folders.push(folder);
  return folder;
}
