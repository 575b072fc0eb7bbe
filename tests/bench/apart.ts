import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { JOBS } from "./jobs/jobs.js";

type Jobs = typeof JOBS;
export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Parameters<Jobs[Name]>[0];
export type JobResult<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>;

const MEGABYTES_OF_HEAP = 8192;

/** Runs a job in a process of its own, so that its memory and its compiled code are its own. */
export function apart<Name extends JobName>(name: Name, input: JobInput<Name>): Promise<JobResult<Name>> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL("./jobs/run-job.js", import.meta.url)), [name], {
      execArgv: ["--expose-gc", `--max-old-space-size=${MEGABYTES_OF_HEAP}`],
    });
    let result: { readonly value: JobResult<Name> } | null = null;
    child.on("message", (value: JobResult<Name>) => {
      result = { value };
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (result) resolve(result.value);
      else reject(new Error(`the job ${name} ended with exit code ${code}`));
    });
    child.send(input);
  });
}
