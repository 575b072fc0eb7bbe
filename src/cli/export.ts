import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { type Command, Option } from "commander";
import { ExposureError } from "../domain/errors.js";
import type { ExportedAnswer } from "../exchange/csv/exported-answer.js";
import { findingLines } from "../exchange/csv/findings.js";
import { transactionLines } from "../exchange/csv/transactions.js";
import { answerExposedUniversities } from "../questions/exposed-universities.js";
import { answerExposure } from "../questions/exposure.js";
import { type AskedGraph, claimsKnownOn, unknownId, withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { EXIT } from "./exit-code.js";
import { notice } from "./output.js";
import {
  type ExposureAskOptions,
  exposureOptions,
  listOption,
  withExposureOptions,
} from "./question-options.js";

const TABLES = { transactions: transactionLines, findings: findingLines } as const;

interface Options extends ExposureAskOptions {
  readonly university?: string;
  readonly targets?: readonly string[];
  readonly exposedTo?: string;
  readonly table: keyof typeof TABLES;
  readonly out?: string;
}

/** `export csv`: findings and transactions for spreadsheets. */
export function addExport(program: Command, context: CommandContext): void {
  const command = program
    .command("export")
    .summary("findings and transactions for spreadsheets")
    .description("Writes answers in a format of other programs.")
    .addHelpText(
      "after",
      "\nExample:\n  exposure-graph export csv --university university:mit --out mit.csv",
    );
  withExposureOptions(
    command
      .command("csv")
      .summary("findings or transactions as CSV")
      .description(
        "Writes the transactions or findings of a university, or of all universities exposed to a target: both ends,\n" +
          "amounts, dates, the source's address and words, outcome and responses in each row. Formulas are neutralised.",
      )
      .option("--university <id>", "whose exposure")
      .addOption(listOption("--targets <ids>", "only these targets"))
      .option("--exposed-to <id>", "instead: every university exposed to this target")
      .addOption(
        new Option("--table <name>", "what a row is").choices(Object.keys(TABLES)).default("transactions"),
      )
      .option("--out <file>", "where to (default: standard output)")
      .addHelpText(
        "after",
        "\nExample:\n  exposure-graph export csv --university university:mit --table findings --out mit.csv",
      ),
  ).action((options: Options, command: Command) => {
    if ((options.university === undefined) === (options.exposedTo === undefined)) {
      command.error("error: name either --university or --exposed-to", { exitCode: EXIT.usage });
    }
    return withGraph(options, context.config, async (asked) => {
      const answer = await answerFor(asked, options);
      await write(TABLES[options.table](answer), options.out);
      if (options.out !== undefined) notice(`wrote ${options.out}`);
    });
  });
}

async function answerFor(asked: AskedGraph, options: Options): Promise<ExportedAnswer> {
  const { graph, store, projection } = asked;
  const { university, exposedTo } = options;
  if (university !== undefined) {
    const report = await answerExposure(graph, {
      ...exposureOptions(options),
      university,
      targets: options.targets,
    });
    if (report === null) throw unknownId(projection, university);
    const { scope, findings, details } = report;
    const loadClaims = claimsKnownOn(store, scope.knownAt);
    return { projection, scope, universities: [{ university, findings, details }], loadClaims };
  }
  const to = exposedTo ?? "";
  const answer = await answerExposedUniversities(graph, { ...exposureOptions(options), to });
  if (answer === null) throw unknownId(projection, to);
  const loadClaims = claimsKnownOn(store, answer.scope.knownAt);
  return { projection, scope: answer.scope, universities: answer.exposed, loadClaims };
}

async function write(lines: AsyncIterable<string>, out: string | undefined): Promise<void> {
  if (out === undefined) {
    for await (const line of lines) if (!process.stdout.write(line)) await once(process.stdout, "drain");
    return;
  }
  try {
    await pipeline(lines, createWriteStream(out));
  } catch (fault) {
    if (fault instanceof ExposureError || !(fault instanceof Error) || !("syscall" in fault)) throw fault;
    throw new ExposureError(
      "BAD_USER_INPUT",
      `${out} cannot be written (${fault.message}): name another file`,
      {
        cause: fault,
      },
    );
  }
}
