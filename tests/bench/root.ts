import { join } from "node:path";

/** The folder of the project, seen from the compiled bench in dist-bench/tests/bench. */
export const ROOT = join(import.meta.dirname, "../../..");
