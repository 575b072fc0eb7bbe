#!/usr/bin/env node
import { reportFault } from "./cli/fault.js";
import { endOnceAllIsSaid, endQuietlyWithoutReader } from "./cli/output.js";
import { type Config, readConfig } from "./config.js";

endQuietlyWithoutReader();

// Libraries look at it once, when they are loaded. Where it is not set they work as in production: in development
// graphql-js also asks of each type whether it comes out of a second copy of it, a sixth of the time of a large answer.
process.env.NODE_ENV ??= "production";
const { runCommandLine } = await import("./cli/program.js");

const config = configOrNull();
process.exitCode = config === null ? 1 : await runCommandLine(process.argv, config);
endOnceAllIsSaid();

function configOrNull(): Config | null {
  try {
    return readConfig(process.env);
  } catch (fault) {
    reportFault(fault, { command: null, debug: false });
    return null;
  }
}
