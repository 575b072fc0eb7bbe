import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Argument, type Command } from "commander";
import { ExposureError } from "../domain/errors.js";
import {
  CSV_TABLES,
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportFormatName,
} from "../exchange/export-formats.js";
import { exported } from "../exchange/exported.js";
import { exportArguments } from "../http/exports.js";
import { MOST_NEIGHBOUR_HOPS } from "../questions/lists/neighbourhood.js";
import { answerSubgraph } from "../questions/subgraph.js";
import type { CommandContext } from "./context.js";
import { EXIT } from "./exit-code.js";
import {
  ArgumentOption,
  argumentsOf,
  manyValues,
  oneValue,
  wholeNumber,
  withExposureOptions,
} from "./options.js";
import { notice } from "./output.js";
import type { StoreOptions } from "./store-option.js";
import { withGraph } from "./with-graph.js";

const WAYS = ["university", "exposedTo", "entity", "dossier"] as const;

interface Options extends StoreOptions {
  readonly university?: string;
  readonly exposedTo?: string;
  readonly entity?: string;
  readonly dossier?: string;
  readonly out?: string;
}

/** `export FORMAT`: a part of the graph in a format of other programs. */
export function addExport(program: Command, context: CommandContext): void {
  const formats = Object.entries(EXPORT_FORMATS).map(([name, { description }]) => `${name}: ${description}`);
  withExposureOptions(
    program
      .command("export")
      .summary("a part of the graph for other programs: csv, json, gexf, graphml")
      .description(
        "Writes the proofs of a university's exposure (or of every university's to one target), what lies around an entity, or what\n" +
          `a dossier states. Every flag comes with its outcome and with what was answered.\n${formats.join("\n")}`,
      )
      .addArgument(new Argument("<format>", "how").choices(Object.keys(EXPORT_FORMATS)))
      .addOption(oneValue(["--university <id>", "university"], "whose exposure"))
      .addOption(manyValues(["--targets <ids>", "targets"], "with --university: only these targets"))
      .addOption(
        oneValue(["--exposed-to <id>", "exposedTo"], "instead: every university exposed to this target"),
      )
      .addOption(oneValue(["--entity <id>", "entity"], "instead: what lies around this entity"))
      .addOption(
        oneValue(
          ["--hops <number>", "hops"],
          `with --entity: how far, up to ${MOST_NEIGHBOUR_HOPS} (default: 1)`,
          wholeNumber,
        ),
      )
      .addOption(oneValue(["--dossier <slug>", "dossier"], "instead: what this dossier states"))
      .addOption(
        new ArgumentOption(
          "--table <name>",
          "of csv, what a row is (default: transactions of an exposure question, else relations)",
          "table",
        ).choices(Object.keys(CSV_TABLES)),
      )
      .addOption(
        new ArgumentOption(
          "--no-bom",
          "of csv, without the byte-order mark by which spreadsheets know UTF-8",
          "bom",
        ),
      )
      .option("--out <file>", "where to (default: standard output)")
      .addHelpText(
        "after",
        "\nExample:\n  exposure-graph export csv --university university:mit --table findings --out mit.csv",
      ),
  ).action((format: ExportFormatName, options: Options, command: Command) => {
    if (WAYS.filter((way) => options[way] !== undefined).length !== 1) {
      command.error("error: name one of --university, --exposed-to, --entity and --dossier", {
        exitCode: EXIT.usage,
      });
    }
    return withGraph(options, context.config, async ({ graph, store }) => {
      // The same arguments as in an export's address.
      const address = new URLSearchParams(
        argumentsOf(command).map(([argument, value]): [string, string] => [argument, String(value)]),
      );
      const { question, csv } = exportArguments(address);
      const subgraph = await answerSubgraph(graph, question);
      const { lines }: ExportFormat = EXPORT_FORMATS[format];
      const { out } = options;
      await write(lines(exported(subgraph, store), csv), out);
      if (out !== undefined) notice(`wrote ${out}`);
    });
  });
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
      { cause: fault },
    );
  }
}
