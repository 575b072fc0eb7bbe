import { type Command, Option } from "commander";
import { type Day, parseDay, printDay, today } from "../domain/day.js";
import { readAndCheck } from "../dossier/check/read-and-check.js";
import type { MissingRow, RetractedRow } from "../dossier/compare/difference.js";
import { type LoadReport, loadChecked } from "../dossier/load/load-dossiers.js";
import { findDossierFolders } from "../dossier/read/disk-folder.js";
import { openStore } from "../store/open-store.js";
import type { CommandContext } from "./context.js";
import { EXIT } from "./exit-code.js";
import { optionValue } from "./option-value.js";
import { notice, print } from "./output.js";
import { countProblems, printProblems } from "./print-problems.js";
import { type Progress, showProgress } from "./progress.js";
import { openForReading, openForWriting, type StoreOptions, storeExists, withStore } from "./store-option.js";

interface LoadCommandOptions extends StoreOptions {
  readonly dryRun?: boolean;
  readonly prune?: boolean;
  readonly intoExisting?: boolean;
  readonly recordedAt?: Day;
}

/** `load FOLDER…`: dossiers into the store. */
export function addLoad(program: Command, context: CommandContext): void {
  withStore(
    program
      .command("load")
      .summary("dossiers into the store; the same folder twice changes nothing")
      .description(
        "Reads, checks and loads dossiers. Nothing is written if anything is wrong (exit code 3); warnings are shown and block nothing.\n" +
          "A changed row is a correction: its older version is kept, retracted with today's day. Where the newest version\n" +
          "of the store is older than a day, say that day with --recorded-at: a clock may run ahead.\n" +
          "A claim that an editor retracted stays so until its row changes.",
      )
      .argument("<folders...>", "folders that hold a dossier.yml at or below them")
      .option("--dry-run", "say what would be written, and write nothing")
      .option("--prune", "retract what the store holds and the folders no longer have")
      .option("--into-existing", "load into a database that holds other data")
      .addOption(
        new Option(
          "--recorded-at <day>",
          'the day from which corrections and retractions count, YYYY-MM-DD, or "today" where the clock is right',
        ).argParser(optionValue((text) => (text === "today" ? today() : parseDay(text)))),
      )
      .addHelpText("after", "\nExample:\n  exposure-graph load seed --dry-run"),
  ).action((folders: readonly string[], options: LoadCommandOptions) => load(folders, options, context));
}

/** Loads folders into the store that the options name. */
export async function load(
  folders: readonly string[],
  options: LoadCommandOptions,
  { config, exit }: CommandContext,
): Promise<void> {
  const found = await findDossierFolders(folders);
  const progress = progressByPhase();
  const now = today();
  const day = options.recordedAt ?? now;
  const lastDay = Math.max(now, day) + 1;
  const onRead = (done: number, total: number) => progress.at("read", done, total);
  const open = options.dryRun ? openForReading : openForWriting;
  let store = storeExists(options, config) ? await open(options, config) : null;
  try {
    const checked = await readAndCheck(found, store, { onRead, lastDay });
    // A store is not created for dossiers that will not be loaded.
    const unwritten = options.dryRun || checked.problems.errors > 0;
    store ??= unwritten ? await openStore({ engine: "memory" }) : await openForWriting(options, config);
    const report = await loadChecked(checked, store, {
      day,
      lastDay,
      dayIsOfClock: options.recordedAt === undefined,
      ...(day !== now && { changedAt: `${printDay(day)}T00:00:00.000Z` }),
      dryRun: options.dryRun ?? false,
      prune: options.prune ?? false,
      intoExisting: options.intoExisting ?? false,
      onProgress: ({ phase, done, total }) => progress.at(phase, done, total),
    });
    progress.end();
    printReport(report, options);
    if (checked.problems.errors > 0) exit(EXIT.problems);
  } finally {
    progress.end();
    await store?.close();
  }
}

/** One bar after the other: folders are read, then claims are written. */
function progressByPhase() {
  let current: { readonly phase: string; readonly shown: Progress } | null = null;
  const end = () => {
    current?.shown.end();
    current = null;
  };
  return {
    at(phase: "read" | "write", done: number, total: number) {
      if (current?.phase !== phase) {
        end();
        const shown =
          phase === "read" ? showProgress("reading", "kB", 1000) : showProgress("writing", "changes");
        current = { phase, shown };
      }
      current.shown.at(done, total);
    },
    end,
  };
}

const LISTED_ROWS = 20;

function printReport(report: LoadReport, options: LoadCommandOptions): void {
  printProblems(report.problems);
  if (report.problems.some(({ severity }) => severity === "error")) {
    notice(`${countProblems(report.problems)}: nothing was written`);
    return;
  }
  printMissing(report.missing);
  printLeftRetracted(report.leftRetracted);
  const { created, corrected, unchanged, retracted } = report;
  const counts = `claims: ${created} created, ${corrected} corrected, ${unchanged} unchanged, ${retracted} retracted`;
  const version = options.dryRun
    ? `dry run: nothing was written, the graph stays at version ${report.graphVersion}`
    : report.changes === 0
      ? `nothing to change, the graph stays at version ${report.graphVersion}`
      : `the graph is at version ${report.graphVersion}`;
  print(`${counts}; ${version}`);
}

function printMissing(missing: readonly MissingRow[]): void {
  for (const { dossier, record, id } of missing.slice(0, LISTED_ROWS)) {
    print(`gone from the folder of ${dossier}, left as it is: ${record} ${id}`);
  }
  if (missing.length > LISTED_ROWS) print(`and ${missing.length - LISTED_ROWS} more rows that are gone`);
  if (missing.length > 0) print("--prune retracts what is gone");
}

function printLeftRetracted(rows: readonly RetractedRow[]): void {
  for (const { record, id, retracted } of rows.slice(0, LISTED_ROWS)) {
    print(`retracted by an editor on ${retracted}, left so until its row changes: ${record} ${id}`);
  }
  if (rows.length > LISTED_ROWS)
    print(`and ${rows.length - LISTED_ROWS} more claims that an editor retracted`);
}
