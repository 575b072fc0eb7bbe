import { Command, CommanderError } from "commander";
import type { Config } from "../config.js";
import { search } from "./ask/list-questions.js";
import { addQuestion } from "./ask/question.js";
import { addAsk } from "./ask.js";
import { addBackup } from "./backup.js";
import { addCheck } from "./check.js";
import type { CommandContext } from "./context.js";
import { addCoverage } from "./coverage.js";
import { EXIT, type ExitCode } from "./exit-code.js";
import { addExport } from "./export.js";
import { reportFault } from "./fault.js";
import { addImport } from "./import.js";
import { addLists } from "./lists.js";
import { addLoad } from "./load.js";
import { addNew } from "./new.js";
import { addRestore } from "./restore.js";
import { addSchema } from "./schema.js";
import { addServe } from "./serve.js";
import { addStats } from "./stats.js";
import { addTouch } from "./touch.js";

const ENVIRONMENT = `
Environment:
  EXPOSURE_STORE          the store, where --store does not name one
  NEO4J_USER              of a Neo4j store
  NEO4J_PASSWORD          of a Neo4j store
  NEO4J_DATABASE          of a Neo4j store; its default database if absent
  EXPOSURE_PORT           of serve, 4000
  EXPOSURE_HOST           of serve, 127.0.0.1
  EXPOSURE_REFRESH_EVERY  of serve, e.g. 60s: build the graph anew so often, for edits by other tools
  EXPOSURE_PUBLIC_ORIGINS  of serve: where readers find this server, separated by commas, for links in snapshots
  EXPOSURE_CORS_ORIGINS   of serve: origins of other sites' pages that may ask, separated by commas; * is any
  EXPOSURE_LOG            of serve: debug, info, warn, error or off (info; warn on a terminal)
  OTEL_EXPORTER_OTLP_ENDPOINT  of serve: the collector that spans are sent to, and its kin of the same standard
  EXPOSURE_DEBUG          1 shows the stack of an unexpected fault

  EXPOSURE_ALLOW_ANONYMOUS      of serve: read lets every client read, none asks every client for a key; without it
                                reading is open on this machine where no key is known
  EXPOSURE_KEYS_FILE            of serve: a line each of name, role (viewer, editor, admin), SHA-256 of the key and, for a
                                limit of its own, requests per minute
  EXPOSURE_JWKS_URL             of serve: tokens signed by these keys, with EXPOSURE_JWT_ISSUER, EXPOSURE_JWT_AUDIENCE and
                                EXPOSURE_JWT_ROLE_CLAIM (role)
  EXPOSURE_AUDIT_LOG            of serve: the log of writes; beside a SQLite store, else data/audit.jsonl
  EXPOSURE_REQUESTS_PER_MINUTE  of serve, for each key or address: 600, or off; no limit on this machine without keys
  EXPOSURE_TRUST_PROXY          of serve: addresses of proxies whose word on the client's address is taken
  EXPOSURE_DEADLINE             of serve: an answer that takes longer is cut short, 10s
  EXPOSURE_MAX_BODY_BYTES       of serve, 256000; of a document: EXPOSURE_MAX_DOCUMENT_BYTES 50000, EXPOSURE_MAX_TOKENS
                                2000, EXPOSURE_MAX_DEPTH 16, EXPOSURE_MAX_ALIASES 60, EXPOSURE_MAX_ROOT_FIELDS 30; of an
                                answer: EXPOSURE_MAX_COST 500000; of its searches: EXPOSURE_ROW_BUDGET 50000000,
                                EXPOSURE_PATH_BUDGET 200000
  EXPOSURE_INTROSPECTION        of serve: off refuses questions about the schema
  EXPOSURE_DOCUMENTS            of serve: a folder of .graphql files that clients name by SHA-256
  EXPOSURE_KNOWN_DOCUMENTS_ONLY of serve: on refuses every other document

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 problems found.

Example:
  exposure-graph load seed && exposure-graph serve`;

/** Runs the command line; the answer is the exit code. */
export async function runCommandLine(argv: readonly string[], config: Config): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  let running: Command | null = null;
  const context: CommandContext = {
    config,
    exit: (chosen) => {
      code = chosen;
    },
  };
  try {
    const program = createProgram(context).hook("preAction", (_, command) => {
      running = command;
    });
    await program.parseAsync([...argv]);
    return code;
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? EXIT.done : EXIT.usage;
    return reportFault(fault, { command: running, debug: config.debug });
  }
}

function createProgram(context: CommandContext): Command {
  const program = new Command("exposure-graph")
    .description("Which university is exposed to whom, through what, since when and on whose word.")
    .addHelpText("after", ENVIRONMENT)
    .showHelpAfterError("(add --help for the usage)")
    .exitOverride();
  addServe(program, context);
  addLoad(program, context);
  addImport(program, context);
  addNew(program);
  addCheck(program, context);
  addCoverage(program, context);
  addAsk(program, context);
  addQuestion(program, context, search);
  addLists(program, context);
  addExport(program, context);
  addBackup(program, context);
  addRestore(program, context);
  addTouch(program, context);
  addStats(program, context);
  addSchema(program);
  return program;
}
