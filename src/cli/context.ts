import type { Config } from "../config.js";
import type { ExitCode } from "./exit-code.js";

/** What every command is given beside its own arguments. */
export interface CommandContext {
  readonly config: Config;
  /** Sets how the process ends; without it a command ends done. */
  exit(code: ExitCode): void;
}
