import { type Command, Option } from "commander";
import { parseCountry } from "../domain/countries.js";
import { type Day, parseDay } from "../domain/day.js";
import { NO_CURRENCY } from "../domain/money.js";
import { MATRIX_AXES, type MatrixAxis } from "../exposure/comparisons/matrix-entries.js";
import {
  MATRIX_MEASURES,
  type MatrixMeasure,
  type Measured,
} from "../exposure/comparisons/matrix-measure.js";
import { answerExposureMatrix, type MatrixAnswer } from "../questions/exposure-matrix.js";
import { scopeJson } from "./answer-json.js";
import { withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { optionValue } from "./option-value.js";
import { print } from "./output.js";
import { printScope } from "./print-scope.js";
import {
  type ExposureAskOptions,
  exposureOptions,
  listOption,
  oneOf,
  wholeNumber,
  withExposureOptions,
  withJson,
} from "./question-options.js";
import { tableLines } from "./table.js";
import { amountText, nameOf } from "./words.js";

interface Options extends ExposureAskOptions {
  readonly rows: MatrixAxis;
  readonly columns: MatrixAxis;
  readonly measure: MatrixMeasure;
  readonly currency?: string;
  readonly limit?: number;
  readonly universities?: readonly string[];
  readonly targets?: readonly string[];
  readonly countries?: readonly string[];
  readonly from?: Day;
  readonly to?: Day;
}

/** `ask matrix`: findings of many universities in rows and columns. */
export function addAskMatrix(ask: Command, context: CommandContext): void {
  const axis = optionValue((text) => oneOf(text, MATRIX_AXES));
  const day = optionValue(parseDay);
  withJson(
    withExposureOptions(
      ask
        .command("matrix")
        .summary("findings of many universities in rows and columns")
        .description(`Findings laid out in rows and columns. Axes: ${MATRIX_AXES.join(", ").toLowerCase()}.`)
        .addOption(new Option("--rows <axis>", "what makes a row").argParser(axis).default("UNIVERSITY"))
        .addOption(new Option("--columns <axis>", "what makes a column").argParser(axis).default("YEAR"))
        .addOption(
          new Option(
            "--measure <measure>",
            `what the cells hold: ${MATRIX_MEASURES.join(", ").toLowerCase()}`,
          )
            .argParser(optionValue((text) => oneOf(text, MATRIX_MEASURES)))
            .default("GROSS"),
        )
        .option("--currency <code>", "the currency of sums (default: USD)")
        .addOption(
          new Option("--limit <number>", "rows and columns at most (default: 50)").argParser(wholeNumber),
        )
        .addOption(listOption("--universities <ids>", "only these universities"))
        .addOption(listOption("--targets <ids>", "only these targets"))
        .addOption(listOption("--countries <codes>", "only payers of these countries", parseCountry))
        .addOption(new Option("--from <day>", "may have begun on this day or later").argParser(day))
        .addOption(new Option("--to <day>", "may have begun by this day").argParser(day))
        .addHelpText(
          "after",
          "\nExample:\n  exposure-graph ask matrix --rows university --columns year --targets company:huawei-technologies",
        ),
    ),
  ).action((options: Options) =>
    withGraph(options, context.config, async ({ graph, projection }) => {
      const { rows, columns, measure, currency, limit, universities, targets, countries, from, to } = options;
      const answer = await answerExposureMatrix(graph, {
        ...exposureOptions(options),
        ...{ rows, columns, measure, currency, limit, universities, targets, countries, from, to },
      });
      if (options.json) print(JSON.stringify(matrixJson(answer), null, 2));
      else printMatrix(answer, (id) => nameOf(projection, id));
    }),
  );
}

/** A sum, and beside it what was promised and is not shown to have been paid. */
function measuredText(measured: Measured, isUnnamed: boolean): string {
  const promised = measured.committed === null ? "" : amountText(measured.committed);
  const paid = amountText(measured);
  if (promised !== "") return `${paid === "" ? "" : `${paid} and `}${promised} promised`;
  return paid || (isUnnamed ? "unknown amount" : "0");
}

function matrixJson({ scope, rows, columns, cells, currency, totals }: MatrixAnswer) {
  const told = cells.map(({ findings, ...cell }) => ({ ...cell, findings: findings.map(({ key }) => key) }));
  return { scope: scopeJson(scope), rows, columns, currency, cells: told, totals };
}

function printMatrix(
  { scope, rows, columns, cells, currency }: MatrixAnswer,
  nameOfId: (id: string) => string,
): void {
  if (cells.length === 0) print("Nothing to lay out.");
  const isUnnamed = currency === NO_CURRENCY;
  const unit = isUnnamed ? "currencies that no source names" : currency;
  if (unit !== null) print(`Sums in ${unit}; in each cell a transaction counts once.`);
  if (cells.length > 0)
    print(
      "The last row counts everything in its column once, also what other rows repeat or are too many for.\n",
    );
  const at = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const table = [
    { title: "", cell: (row: number) => rows[row]?.label ?? "all, each once", atMost: 40 },
    ...columns.map(({ label, total }, column) => ({
      title: label,
      cell: (row: number) => {
        const measured = row === rows.length ? total : at.get(`${row} ${column}`);
        return measured ? measuredText(measured, isUnnamed) : "";
      },
      right: true as const,
      atMost: 24,
    })),
    {
      title: "counted in another row too",
      cell: (row: number) => rows[row]?.countedIn?.map(nameOfId).join(", ") ?? "",
      atMost: 44,
      optional: true as const,
    },
  ];
  if (cells.length > 0)
    tableLines(
      table,
      [...rows, null].map((_, row) => row),
    ).forEach(print);
  print("");
  printScope(scope);
}
