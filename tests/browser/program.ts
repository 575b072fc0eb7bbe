import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** The program, running. */
export interface Program {
  readonly url: string;
  stop(): Promise<void>;
}

export interface ProgramOptions {
  /** 0: any free one. */
  readonly port?: number;
  /** Default: the seed, in memory. */
  readonly store?: string;
  /** Variables of the environment, beside its own. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts `serve`; resolves when it answers. */
export async function startProgram(
  main: string,
  { port = 0, store = "memory:", environment = {} }: ProgramOptions = {},
): Promise<Program> {
  const child = spawn(process.execPath, [main, "serve", "--port", String(port), "--store", store], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, EXPOSURE_LOG: "error", ...environment },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const address = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`serve ended with ${code} before it answered`)));
  });
  return {
    url,
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
