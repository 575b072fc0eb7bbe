import { type Command, Option } from "commander";
import { type Day, parseDay, today } from "../domain/day.js";
import { FUNDING_FORMS, type FundingForm } from "../domain/relation.js";
import { FUNDING_DIMENSIONS, type FundingDimension } from "../exposure/comparisons/funding-totals.js";
import { type FundingTotal, listFundingTotals } from "../questions/funding-totals.js";
import { ListScope } from "../questions/lists/list-scope.js";
import { withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { optionValue } from "./option-value.js";
import { print } from "./output.js";
import { type AskOptions, listOption, withClocks, withJson } from "./question-options.js";
import { type Column, tableLines } from "./table.js";
import { amountText, currencyText } from "./words.js";

interface Options extends AskOptions {
  readonly by: readonly FundingDimension[];
  readonly recipients?: readonly string[];
  readonly payers?: readonly string[];
  readonly payerGroup?: string;
  readonly countries?: readonly string[];
  readonly forms?: readonly FundingForm[];
  readonly dossiers?: readonly string[];
  readonly from?: Day;
  readonly to?: Day;
}

/** `ask funding`: sums of fundings by some keys. */
export function addAskFunding(ask: Command, context: CommandContext): void {
  const day = optionValue(parseDay);
  withJson(
    withClocks(
      ask
        .command("funding")
        .summary("sums of money by recipient, payer, group, year, country, form or dossier")
        .description(
          "Sums of confirmed and reported fundings by some keys and always by currency; nothing is converted.",
        )
        .addOption(
          listOption("--by <keys>", "the keys", FUNDING_DIMENSIONS).default(["RECIPIENT"], "recipient"),
        )
        .addOption(listOption("--recipients <ids>", "made to one of these"))
        .addOption(listOption("--payers <ids>", "made by one of these"))
        .option("--payer-group <id>", "the topmost company that controls the payer on the day of the payment")
        .addOption(listOption("--countries <codes>", "the payer's country"))
        .addOption(listOption("--forms <forms>", "in one of these forms", FUNDING_FORMS))
        .addOption(listOption("--dossiers <slugs>", "held by one of these dossiers"))
        .addOption(new Option("--from <day>", "may have begun on this day or later").argParser(day))
        .addOption(new Option("--to <day>", "may have begun by this day").argParser(day))
        .addHelpText(
          "after",
          "\nExample:\n  exposure-graph ask funding --by payer_group,year --countries CN",
        ),
    ),
  ).action((options: Options) =>
    withGraph(options, context.config, async ({ graph, projection }) => {
      const { by, recipients, payers, payerGroup, countries, forms, dossiers, from, to } = options;
      const scope = new ListScope(graph, projection, options, today());
      const filter = { recipients, payers, payerGroup, countries, forms, dossiers, from, to };
      const { items } = await listFundingTotals(scope, { groupBy: by, filter });
      if (options.json) print(JSON.stringify(items, null, 2));
      else printTotals(items);
    }),
  );
}

function printTotals(totals: readonly FundingTotal[]): void {
  if (totals.length === 0) print("No funding was found.");
  const keys = totals[0]?.keys ?? [];
  const columns: Column<FundingTotal>[] = [
    ...keys.map(({ dimension }, at) => ({
      title: dimension.toLowerCase().replaceAll("_", " "),
      cell: (total: FundingTotal) =>
        dimension === "CURRENCY"
          ? currencyText({ ...total, currency: total.total.currency })
          : (total.keys[at]?.label ?? ""),
      atMost: 44,
    })),
    { title: "sum", cell: ({ total }) => amountText(total), right: true },
    {
      title: "promised, payment not shown",
      cell: ({ committed }) => amountText(committed),
      right: true,
      optional: true,
    },
    { title: "fundings", cell: ({ transactions }) => String(transactions), right: true },
    {
      title: "not known",
      cell: ({ unknownAmounts }) => (unknownAmounts === 0 ? "" : String(unknownAmounts)),
      right: true,
      optional: true,
    },
    {
      title: "about",
      cell: ({ approximate }) => (approximate === 0 ? "" : String(approximate)),
      right: true,
      optional: true,
    },
    { title: "first", cell: ({ earliest }) => earliest ?? "" },
    { title: "last", cell: ({ latest }) => latest ?? "" },
  ];
  tableLines(columns, totals).forEach(print);
}
