import { dirname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { type Command, Option } from "commander";
import { type Config, parseDuration, parsePort } from "../config.js";
import type { GraphStore } from "../store/graph-store.js";
import { printStoreAddress } from "../store/store-address.js";
import type { CommandContext } from "./context.js";
import { EXIT } from "./exit-code.js";
import { loadSeed } from "./load-seed.js";
import { optionValue } from "./option-value.js";
import { notice, print } from "./output.js";
import { linkTo, QUESTIONS_TO_TRY } from "./questions-to-try.js";
import {
  openForReading,
  openForWriting,
  type StoreOptions,
  storeAddress,
  withStore,
} from "./store-option.js";

interface ServeCommandOptions extends StoreOptions {
  readonly port?: number;
  readonly host?: string;
  readonly refreshEvery?: number;
}

/** `serve`: the API. */
export function addServe(program: Command, context: CommandContext): void {
  withStore(
    program
      .command("serve")
      .summary("the API")
      .description(
        "Serves GraphQL at /graphql, with a query page for browsers. An empty SQLite store is filled with seed/ first;\n" +
          "into a Neo4j nothing is written. Ends with SIGTERM or Ctrl-C.",
      )
      .addOption(
        new Option("--port <number>", "0 for any free one (default: EXPOSURE_PORT, else 4000)").argParser(
          optionValue((text) => parsePort(text, "--port")),
        ),
      )
      .option("--host <address>", "where to listen (default: EXPOSURE_HOST, else 127.0.0.1)")
      .addOption(
        new Option(
          "--refresh-every <duration>",
          "build the graph anew so often, for edits by other tools, e.g. 60s (default: EXPOSURE_REFRESH_EVERY)",
        ).argParser(optionValue((text) => parseDuration(text, "--refresh-every"))),
      )
      .addHelpText("after", "\nExample:\n  exposure-graph serve --port 8080 --store sqlite:./data/graph.db"),
  ).action((options: ServeCommandOptions) => serve(options, context));
}

/** The heap grows to twice what was alive, before the engine collects garbage again. Left to itself it grows to four times that. */
const HEAP_GROWTH = "--heap-growing-percent=100";

async function serve(options: ServeCommandOptions, context: CommandContext): Promise<void> {
  const { config } = context;
  setFlagsFromString(HEAP_GROWTH);
  const store = await openFilled(options, config);
  if (store === null) return context.exit(EXIT.problems);
  surviveForgottenFailures();
  try {
    const { startServer } = await import("../http/serve.js");
    const server = await startServer({
      store,
      host: options.host ?? config.host,
      port: options.port ?? config.port,
      refreshEveryMs: options.refreshEvery ?? config.refreshEveryMs,
      corsOrigins: config.corsOrigins,
      publicOrigins: config.publicOrigins,
      log: config.log ?? (process.stderr.isTTY ? "warn" : "info"),
      tracing: config.tracing,
      access: { ...config.access, auditLog: config.access.auditLog ?? auditLogOf(options, config) },
      limits: config.limits,
      maxBodyBytes: config.maxBodyBytes,
      trustedProxies: config.trustedProxies,
      introspection: config.introspection,
      documents: config.documents,
    });
    const stopped = untilStopped(config);
    welcome(server.url, printStoreAddress(storeAddress(options, config)));
    notice(`${await stopped}: finishing what was asked`);
    await server.close();
  } finally {
    await store.close();
  }
}

/**
 * The store to serve. A SQLite store is opened for writing as long as it may be empty, to load the seed; null where
 * that has problems (they are printed). A Neo4j is only read, unless there may be a caller with the key of an editor.
 */
async function openFilled(options: StoreOptions, config: Config): Promise<GraphStore | null> {
  if (storeAddress(options, config).engine === "neo4j") {
    const { keysFile, tokens } = config.access;
    const mayWrite = keysFile !== null || tokens !== null;
    return mayWrite ? openForWriting(options, config) : openForReading(options, config);
  }
  const store = await openForWriting(options, config);
  try {
    if ((await store.version()).n > 0 || (await loadSeed(store))) return store;
  } catch (fault) {
    await store.close();
    throw fault;
  }
  await store.close();
  return null;
}

/** Writes are told beside the store that they change, where that is a file. */
function auditLogOf(options: StoreOptions, config: Config): string | null {
  const address = storeAddress(options, config);
  return address.engine === "sqlite" ? join(dirname(address.path), "audit.jsonl") : null;
}

/**
 * A promise that fails when nothing waits for it any more is logged, and ends nothing: it belongs to a question that was
 * answered already, and others are being answered.
 */
function surviveForgottenFailures(): void {
  process.on("unhandledRejection", (fault) => {
    notice(
      `a failure that nothing waited for: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`,
    );
  });
}

const LOOK_FOR_PARENT_MS = 500;

/**
 * The signal that asks to stop; a second one ends at once. What npm is sent ends the shell between npm and the server,
 * which passes nothing on: there a parent that is gone means the same.
 */
function untilStopped({ startedByNpm }: Config): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const parent = process.ppid;
    const look = () => process.ppid !== parent && resolve("SIGTERM");
    if (startedByNpm) setInterval(look, LOOK_FOR_PARENT_MS).unref();
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      process.on(signal, () => {
        resolve(signal);
        process.once(signal, () => process.exit(EXIT.failed));
      });
    }
  });
}

function welcome(url: string, store: string): void {
  print(`The pages are at ${url}/`);
  print(`exposure-graph answers at ${url}/graphql (store: ${store}). Three questions to try:`);
  for (const question of QUESTIONS_TO_TRY) {
    print("");
    print(`  ${question.asks}`);
    print(`  ${linkTo(url, question)}`);
  }
}
