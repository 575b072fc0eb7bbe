import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";

const PROGRAM = join(import.meta.dirname, "../../dist");
const SCRIPT = join(import.meta.dirname, "fixtures/endless-load.mjs");

/** Starts a load in a process of its own and kills it with SIGKILL once it has written so many changes. */
export async function killLoad(address: string, access: readonly string[], after: number): Promise<void> {
  if (!existsSync(PROGRAM)) throw new Error("the program is not built: npm run build comes before the tests");
  const child = spawn(process.execPath, [SCRIPT, PROGRAM, address, ...access], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let written = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    written = Number(String(chunk).trim().split("\n").at(-1));
    if (written >= after) child.kill("SIGKILL");
  });
  const [, signal] = await once(child, "exit");
  if (signal !== "SIGKILL") throw new Error(`the load ended by itself after ${written} changes`);
}
