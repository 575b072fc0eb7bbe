import { type Command, Option } from "commander";
import { parseCountry } from "../domain/countries.js";
import { type Day, parseDay, printDay, today } from "../domain/day.js";
import { FUNDING_FORMS, type FundingForm } from "../domain/relation-kinds.js";
import { FUNDING_DIMENSIONS, type FundingDimension } from "../exposure/comparisons/funding-totals.js";
import type { Projection } from "../graph/projection.js";
import { type FundingTotal, listFundingTotals, type ToldPayerGroup } from "../questions/funding-totals.js";
import { ListScope } from "../questions/lists/list-scope.js";
import { type AskedGraph, claimsKnownOn, withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { optionValue } from "./option-value.js";
import { print } from "./output.js";
import { printClaims } from "./print-claims.js";
import { type AskOptions, listOption, withClocks, withJson } from "./question-options.js";
import { type Column, tableLines } from "./table.js";
import { amountText, currencyText, lowerWords, named, nameOf, wrapped } from "./words.js";

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
          "Sums of confirmed and reported fundings by some keys and always by currency; nothing is converted.\n" +
            "Of a payer's group (that of the day asked about) it says who belongs to it, by which claims, and what others\n" +
            "of the same family paid that is not counted.",
        )
        .addOption(
          listOption("--by <keys>", "the keys", FUNDING_DIMENSIONS).default(["RECIPIENT"], "recipient"),
        )
        .addOption(listOption("--recipients <ids>", "made to one of these"))
        .addOption(listOption("--payers <ids>", "made by one of these"))
        .option(
          "--payer-group <id>",
          "made by the group of this party: all that the same topmost company controls or that is affiliated to it",
        )
        .addOption(listOption("--countries <codes>", "the payer's country", parseCountry))
        .addOption(listOption("--forms <forms>", "in one of these forms", FUNDING_FORMS))
        .addOption(listOption("--dossiers <slugs>", "held by one of these dossiers"))
        .addOption(new Option("--from <day>", "may have begun on this day or later").argParser(day))
        .addOption(new Option("--to <day>", "may have begun by this day").argParser(day))
        .addHelpText(
          "after",
          "\nExamples:\n  exposure-graph ask funding --by payer_group,year --countries CN\n" +
            "  exposure-graph ask funding --by payer --payer-group company:huawei-technologies",
        ),
    ),
  ).action((options: Options) =>
    withGraph(options, context.config, async (asked) => {
      const { graph, projection } = asked;
      const { by, recipients, payers, payerGroup, countries, forms, dossiers, from, to } = options;
      const scope = new ListScope(graph, projection, options, today());
      const filter = { recipients, payers, payerGroup, countries, forms, dossiers, from, to };
      const answer = await listFundingTotals(scope, { groupBy: by, filter });
      const isOfGroups = by.includes("PAYER_GROUP") || payerGroup !== undefined;
      const groups = isOfGroups ? await answer.payerGroups() : [];
      if (options.json) {
        const payerGroups = groups.map((group) => groupJson(projection, group));
        return print(JSON.stringify({ totals: answer.items, payerGroups }, null, 2));
      }
      printTotals(answer.items);
      for (const group of groups) await printGroup(asked, group, payerGroup !== undefined);
    }),
  );
}

function groupJson(projection: Projection, { knownAt: _, ...group }: ToldPayerGroup) {
  return {
    ...group,
    group: named(projection, group.group),
    asOf: printDay(group.asOf),
    payers: group.payers.map(({ payer, proof, ...each }) => ({
      payer: named(projection, payer),
      ...each,
      proof: proof(),
    })),
    outside: group.outside.map(({ payers, ...each }) => ({
      ...each,
      payers: payers.map((payer) => named(projection, payer)),
    })),
  };
}

/** Who is counted in a group and what is not; of one that was asked for also the claims that say so. */
async function printGroup(
  { projection, store }: AskedGraph,
  { text, payers, outside, knownAt }: ToldPayerGroup,
  withClaims: boolean,
): Promise<void> {
  if (!withClaims && payers.length < 2 && outside.length === 0) return;
  print(`\n${wrapped(text)}`);
  for (const left of outside) print(wrapped(left.text));
  if (!withClaims) return;
  for (const { payer, rule, proof } of payers) {
    if (rule === "ITSELF") continue;
    const ids = proof().map(({ relation }) => relation);
    const claims = await claimsKnownOn(store, knownAt)(ids);
    print(`\n${nameOf(projection, payer)}, ${lowerWords(rule)}:`);
    printClaims(projection, ids, new Map(claims.map((claim) => [claim.id, claim])), knownAt);
  }
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
