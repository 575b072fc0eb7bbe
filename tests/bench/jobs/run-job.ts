import type { JobName } from "../apart.js";
import { JOBS } from "./jobs.js";

/** The process of one job: takes the job's name as argument and its input as a message, and sends the result. */
const job = JOBS[process.argv[2] as JobName] as (input: unknown) => Promise<unknown>;
process.once("message", async (input) => {
  process.send?.(await job(input), () => process.disconnect());
});
