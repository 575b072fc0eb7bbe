import type { Command } from "commander";
import { type Day, parseDay, printDay, today } from "../domain/day.js";
import { checkDossiers } from "../dossier/check/check-dossiers.js";
import { NOTHING_STORED } from "../dossier/check/known-nouns.js";
import { readAndCheck } from "../dossier/check/read-and-check.js";
import { readStored } from "../dossier/check/read-stored.js";
import { endsAhead } from "../dossier/compare/claims-difference.js";
import { findDossierFolders } from "../dossier/read/disk-folder.js";
import { collectProblems, type Problems } from "../dossier/read/problem.js";
import type { StoredClaim } from "../store/graph-store.js";
import { checkConformance } from "./check-conformance.js";
import { explainRules } from "./check-explain.js";
import type { CommandContext } from "./context.js";
import { EXIT } from "./exit-code.js";
import { notice } from "./output.js";
import { countProblems, printProblems } from "./print-problems.js";
import { namesStore, openForReading, type StoreOptions, withStore } from "./store-option.js";

interface CheckOptions extends StoreOptions {
  readonly conformance?: true;
  readonly explain?: string | true;
}

/** `check [FOLDER…]`: every problem in dossiers or in the store, as file:line; `--conformance`: the worked examples. */
export function addCheck(program: Command, context: CommandContext): void {
  withStore(
    program
      .command("check")
      .summary("every problem in dossiers or in the store, as file:line")
      .description(
        "Reads dossiers and prints every problem as file:line: what is wrong, and how to mend it. Nothing is written.\n" +
          "Errors end with exit code 3. Warnings are shown and never change the exit code.\n" +
          "Each line ends with the rule that is broken; --explain tells what that wants and why.\n" +
          "With --store (or EXPOSURE_STORE) what the store holds may be referred to, too.\n" +
          "Without folders it looks for problems across all that the store holds; a line is\n" +
          "that of the row where a dossier's rows are sorted by id and take one line each.\n" +
          "With --conformance it runs the worked examples of the method instead, in a store\n" +
          "of its own of the kind that --store names (a Neo4j must be empty).\n" +
          "Any difference ends with exit code 3.",
      )
      .argument("[folders...]", "folders that hold a dossier.yml at or below them")
      .option("--explain [rule]", "say what a rule wants and why, e.g. DS014; without one: list all rules")
      .option("--conformance", "run the worked examples of the method instead")
      .addHelpText(
        "after",
        "\nExample:\n  exposure-graph check seed\n  exposure-graph check --explain DS014\n  exposure-graph check --store sqlite:./data/graph.db\n  exposure-graph check --conformance --store memory:",
      ),
  ).action(async (folders: readonly string[], options: CheckOptions, command: Command) => {
    if (options.conformance && folders.length > 0)
      command.error("error: --conformance takes no folders: run one or the other");
    if (options.explain !== undefined) return explainRules(options.explain);
    if (options.conformance) return checkConformance(options, context);
    return folders.length === 0 ? checkStore(options, context) : checkFolders(folders, options, context);
  });
}

async function checkFolders(
  folders: readonly string[],
  options: StoreOptions,
  context: CommandContext,
): Promise<void> {
  const found = await findDossierFolders(folders);
  const reader = namesStore(options, context.config) ? await openForReading(options, context.config) : null;
  try {
    const { dossiers, problems } = await readAndCheck(found, reader, {
      closed: reader === null,
      words: true,
      lastDay: today() + 1,
    });
    tell(problems, dossiers.length, context);
  } finally {
    await reader?.close();
  }
}

/** @throws STORE_UNAVAILABLE where there is no store. */
async function checkStore(options: StoreOptions, context: CommandContext): Promise<void> {
  const store = await openForReading(options, context.config);
  try {
    const { changedAt } = await store.version();
    const newest = changedAt === null ? today() : parseDay(changedAt.slice(0, 10));
    const lastDay = Math.min(newest, today()) + 1;
    const problems = collectProblems();
    const dossiers = await readStored(store, (stored) => checkEnd(stored, lastDay, problems));
    if (newest > today() + 1) problems.add("recordedAhead", "graph", null, aheadOfClock(printDay(newest)));
    checkDossiers(dossiers, NOTHING_STORED, { problems, closed: true, words: true, lastDay });
    tell(problems, dossiers.length, context);
  } finally {
    await store.close();
  }
}

function checkEnd(stored: StoredClaim, lastDay: Day, problems: Problems): void {
  if (!endsAhead(stored, lastDay)) return;
  const { id, dossier, retracted } = stored.claim;
  const message = `${id} was taken away on ${retracted}, after ${printDay(lastDay)}, and is known until then: load its folder with the clock set right, with --prune where its row is gone`;
  problems.add("recordedAhead", dossier, null, message);
}

function aheadOfClock(day: string): string {
  return `the newest version is of ${day}, which is still to come: set the clock right, and load again`;
}

function tell(problems: Problems, dossiers: number, context: CommandContext): void {
  const listed = problems.list();
  printProblems(listed);
  notice(`${countProblems(listed)} in ${dossiers} ${dossiers === 1 ? "dossier" : "dossiers"}`);
  if (problems.errors > 0) context.exit(EXIT.problems);
}
