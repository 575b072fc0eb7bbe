import { Argument, type Command, Option } from "commander";
import { parseCountry } from "../domain/countries.js";
import { parseDay } from "../domain/day.js";
import { parseUncertainDate } from "../domain/uncertain-date.js";
import { importFiles } from "../exchange/import/import-files.js";
import { IMPORT_FORMATS, type ImportFormatName } from "../exchange/import/import-formats.js";
import type { ImportReport, Met } from "../exchange/import/import-report.js";
import { UnreadableFile } from "../exchange/import/unreadable-file.js";
import type { CommandContext } from "./context.js";
import { EXIT } from "./exit-code.js";
import { load } from "./load.js";
import { optionValue } from "./option-value.js";
import { manyValues } from "./options.js";
import { notice, print } from "./output.js";
import { showProgress } from "./progress.js";
import { type StoreOptions, withStore } from "./store-option.js";
import { grouped } from "./table.js";
import { counted } from "./words.js";

interface ImportCommandOptions extends StoreOptions {
  readonly out?: string;
  readonly dryRun?: boolean;
  readonly published?: string;
  readonly url?: string;
  readonly since?: string;
  readonly countries?: readonly string[];
  readonly only?: readonly string[];
}

/** `import FORMAT FILE…`: public files into a dossier. */
export function addImport(program: Command, context: CommandContext): void {
  const formats = Object.entries(IMPORT_FORMATS).map(([name, { description }]) => `${name}: ${description}`);
  withStore(
    program
      .command("import")
      .summary(`public files into a dossier: ${Object.keys(IMPORT_FORMATS).join(", ")}`)
      .description(
        "Reads files that others publish into a dossier like any other, each claim with its row as locator and the\n" +
          "file's name, day and SHA-256 as source. CSV may be packed as gzip, or in a ZIP of its own.\n" +
          `${formats.join("\n")}\n` +
          "A newer release into the same folder: rows that say the same keep their source, so that what was known stays\n" +
          "known; load --prune then retracts what is gone. Records that cannot be read are counted with reason and place\n" +
          "(exit code 3); a file that is not of the format is named, and nothing is written.",
      )
      .addArgument(new Argument("<format>", "of the files").choices(Object.keys(IMPORT_FORMATS)))
      .argument("<files...>", "files of that format")
      .option("--out <folder>", "the dossier's folder: new, or written by an import of this format before")
      .option("--dry-run", "count only, and write nothing")
      .addOption(
        new Option("--published <date>", "when the files were published, e.g. 2025-02-28").argParser(
          optionValue((text) => parseUncertainDate(text).text),
        ),
      )
      .option("--url <address>", "where they were published")
      .addOption(
        new Option("--since <day>", "only records of that day or later, and those without a day").argParser(
          optionValue((text) => {
            parseDay(text);
            return text;
          }),
        ),
      )
      .addOption(
        manyValues(
          ["--countries <codes>", "countries"],
          "only records about these countries, e.g. CN,RU",
          parseCountry,
        ),
      )
      .addOption(
        manyValues(["--only <texts>", "only"], "only records in which a name holds one of these texts"),
      )
      .addHelpText(
        "after",
        "\nWith --store the dossier is loaded there too; what the files no longer have is retracted, unless an option\n" +
          "left records out.\n\nExample:\n  exposure-graph import section-117 ForeignGifts_edu.csv --out dossiers/section-117-2020 --published 2020-10",
      ),
  ).action(
    (format: ImportFormatName, files: readonly string[], options: ImportCommandOptions, command: Command) => {
      if (options.out === undefined && !options.dryRun)
        command.error("error: name a folder with --out, or count only with --dry-run", {
          exitCode: EXIT.usage,
        });
      return runImport(format, files, options, context);
    },
  );
}

async function runImport(
  format: ImportFormatName,
  files: readonly string[],
  options: ImportCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { out, dryRun, published, url, since, countries, only, store } = options;
  const narrowing = {
    ...(since === undefined ? {} : { since }),
    ...(countries === undefined ? {} : { countries }),
    ...(only === undefined ? {} : { only }),
  };
  const progress = showProgress("reading", "kB", 1000);
  try {
    const report = await importFiles(format, files, {
      out: dryRun || out === undefined ? null : out,
      ...(published === undefined ? {} : { published }),
      ...(url === undefined ? {} : { url }),
      ...narrowing,
      onRead: progress.at,
    });
    progress.end();
    printReport(report);
    if (dryRun || out === undefined) return print("dry run: nothing was written");
    print(`wrote ${out}`);
    if (store !== undefined)
      await load([out], { store, prune: Object.keys(narrowing).length === 0 }, context);
    if (report.skipped > 0) context.exit(EXIT.problems);
  } catch (fault) {
    progress.end();
    if (!(fault instanceof UnreadableFile)) throw fault;
    print(fault.message);
    notice("1 error: nothing was written");
    context.exit(EXIT.problems);
  }
}

function printReport(report: ImportReport): void {
  const { records, leftOut, skipped, rows, entities, unchanged } = report;
  const taken = records - leftOut - skipped;
  print(
    `records: ${grouped(records)} read, ${grouped(taken)} taken, ${grouped(leftOut)} left out, ${grouped(skipped)} skipped`,
  );
  const claims = Object.entries(rows).filter(([table]) => table !== "entities" && table !== "flags");
  const before = unchanged === 0 ? "" : `; ${grouped(unchanged)} of the claims as before`;
  print(`claims: ${list(claims)}${before}`);
  print(`entities: ${list(Object.entries(entities))}`);
  for (const met of report.reasons) print(`skipped: ${metWords(met)}`);
  for (const met of report.noted) print(`taken, but: ${metWords(met)}`);
  if (report.notTaken.length > 0) print(`in the files and not in the model: ${report.notTaken.join(", ")}`);
}

function list(counts: readonly (readonly [string, number])[]): string {
  return counts.length === 0 ? "none" : counts.map(([name, count]) => `${grouped(count)} ${name}`).join(", ");
}

function metWords({ what, count, places }: Met): string {
  const more = count > places.length ? ", …" : "";
  return `${what}: ${counted(count, "record", "records")} (${places.join(", ")}${more})`;
}
