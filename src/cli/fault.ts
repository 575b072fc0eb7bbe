import type { Command } from "commander";
import { ExposureError, type LookUp, type Wording } from "../domain/errors.js";
import { EXIT, type ExitCode } from "./exit-code.js";
import { optionFor } from "./options.js";
import { notice } from "./output.js";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  ENOENT: "it does not exist",
  ENOTDIR: "a part of the path is no folder",
  EISDIR: "it is a folder",
  EMFILE: "too many files are open",
};

const LOOK_UPS: Readonly<Record<LookUp, string>> = {
  entity: 'find its id with "exposure-graph search TEXT"',
  entityOrListing: 'find its id with "exposure-graph search TEXT" or "exposure-graph ask flags --text WORD"',
  flag: 'find its id with "exposure-graph ask flags --text WORD"',
  dossier: '"exposure-graph stats" lists them',
};

/**
 * Says in one sentence what went wrong. A mistake of the user and a fault of the system name their remedy; anything
 * else is a fault of this program, whose stack is shown only on request.
 */
export function reportFault(
  fault: unknown,
  { command, debug }: { readonly command: Command | null; readonly debug: boolean },
): ExitCode {
  notice(`exposure-graph: ${sentence(fault, command)}`);
  if (debug && fault instanceof Error && fault.stack) notice(fault.stack);
  return EXIT.failed;
}

function sentence(fault: unknown, command: Command | null): string {
  if (fault instanceof ExposureError)
    return oneLine(command === null ? fault.message : fault.worded(wordingOf(command)));
  if (isSystemFault(fault) && fault.path !== undefined) {
    return `"${fault.path}" cannot be used: ${REASONS[fault.code] ?? fault.code}`;
  }
  const message = fault instanceof Error ? fault.message : String(fault);
  return `unexpected fault: ${oneLine(message)} (set EXPOSURE_DEBUG=1 to see where)`;
}

/** Arguments by the options that were typed; one that has no option of this command was given without a name. */
function wordingOf(command: Command): Wording {
  return { argument: (name) => optionFor(command, name), lookUp: (what) => LOOK_UPS[what] };
}

function oneLine(message: string): string {
  return message.replaceAll(/\s*\n\s*/g, " ").trim();
}

function isSystemFault(fault: unknown): fault is Error & { readonly code: string; readonly path?: string } {
  return (
    fault instanceof Error && "syscall" in fault && typeof (fault as { code?: unknown }).code === "string"
  );
}
