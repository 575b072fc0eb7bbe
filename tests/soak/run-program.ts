import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../bench/root.js";

/** Runs the built program to its end. @throws Error with its words where it fails. */
export async function runProgram(parameters: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [join(ROOT, "dist/main.js"), ...parameters], { cwd: ROOT });
}
