#!/usr/bin/env node
import { reportFault } from "./cli/fault.js";
import { endOnceAllIsSaid, endQuietlyWithoutReader } from "./cli/output.js";
import { runCommandLine } from "./cli/program.js";
import { type Config, readConfig } from "./config.js";

endQuietlyWithoutReader();

const config = configOrNull();
process.exitCode = config === null ? 1 : await runCommandLine(process.argv, config);
endOnceAllIsSaid();

function configOrNull(): Config | null {
  try {
    return readConfig(process.env);
  } catch (fault) {
    reportFault(fault, false);
    return null;
  }
}
