import type { Command } from "commander";
import { DECISION_KINDS, type Decision, type DecisionKind } from "../domain/act.js";
import { today } from "../domain/day.js";
import { claimText } from "../explain/claim-text.js";
import type { Projection } from "../graph/projection.js";
import { listDecisions, responsesTo } from "../questions/lists/act-lists.js";
import { ListScope } from "../questions/lists/list-scope.js";
import { graphNames } from "../questions/resident/graph-names.js";
import { claimJson } from "./answer-json.js";
import { withGraph } from "./ask-graph.js";
import { citedWords } from "./cited-words.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { type AskOptions, listOption, withClocks, withJson } from "./question-options.js";
import { type Column, tableLines } from "./table.js";
import { counted, dayText, nameOf, wrapped } from "./words.js";

interface Options extends AskOptions {
  readonly by?: readonly string[];
  readonly counterparties?: readonly string[];
  readonly kinds?: readonly DecisionKind[];
}

/** `ask decisions`: who decided what about whom, when. */
export function addAskDecisions(ask: Command, context: CommandContext): void {
  withJson(
    withClocks(
      ask
        .command("decisions")
        .summary("who decided what about whom, when")
        .description(
          "Who decided what about whom, in order of date, each with its words, its source and what was answered.",
        )
        .addOption(listOption("--by <ids>", "decisions of these universities or bodies"))
        .addOption(listOption("--counterparties <ids>", "decisions that name one of these"))
        .addOption(listOption("--kinds <kinds>", "only these kinds", DECISION_KINDS))
        .addHelpText(
          "after",
          "\nExample:\n  exposure-graph ask decisions --counterparties company:huawei-technologies --kinds cut_ties,moratorium",
        ),
    ),
  ).action((options: Options) =>
    withGraph(options, context.config, async ({ graph, projection }) => {
      const { by, counterparties, kinds, validAt } = options;
      const scope = new ListScope(graph, projection, { validAt, knownAt: options.knownAt }, today());
      const { items } = listDecisions(scope, { by, counterparties, kinds });
      const { knownAt } = scope;
      if (options.json) {
        const decisions = items.map((decision) => decisionJson(projection, decision, knownAt));
        const clocks = { validAt: dayText(scope.validAt), knownAt: dayText(knownAt) };
        print(JSON.stringify({ ...clocks, graphVersion: projection.version, decisions }, null, 2));
        return;
      }
      printTable(projection, items);
      for (const [at, decision] of items.entries()) printWords(projection, at + 1, decision, knownAt);
      print(
        `\n${counted(items.length, "decision", "decisions")}, as known on ${dayText(knownAt)}, graph version ${projection.version}.`,
      );
    }),
  );
}

function decisionJson(projection: Projection, decision: Decision, knownAt: number) {
  const { by, kind, counterparties, coversSubsidiaries, scope, reason } = decision;
  return {
    ...claimJson(projection, decision, knownAt),
    ...{ by, kind, counterparties, coversSubsidiaries, scope, reason },
    responses: responsesTo(projection, decision.id, knownAt).map((each) =>
      claimJson(projection, each, knownAt),
    ),
  };
}

function printTable(projection: Projection, decisions: readonly Decision[]): void {
  const rows = decisions.map((decision, at) => ({ decision, number: at + 1 }));
  const columns: Column<(typeof rows)[number]>[] = [
    { title: "no", cell: ({ number }) => String(number), right: true },
    { title: "date", cell: ({ decision }) => decision.start ?? "not known" },
    { title: "end", cell: ({ decision }) => decision.end ?? "" },
    { title: "by", cell: ({ decision }) => nameOf(projection, decision.by), atMost: 40 },
    { title: "what", cell: ({ decision }) => decision.kind.replaceAll("_", " ") },
    {
      title: "about",
      cell: ({ decision }) =>
        decision.counterparties.map((id) => nameOf(projection, id)).join(", ") || "(not named)",
      atMost: 50,
    },
    { title: "subsidiaries", cell: ({ decision }) => covers(decision) },
    { title: "status", cell: ({ decision }) => decision.status },
  ];
  tableLines(columns, rows).forEach(print);
}

function covers({ coversSubsidiaries }: Decision): string {
  return coversSubsidiaries === null ? "not said" : coversSubsidiaries ? "covered" : "not covered";
}

function printWords(projection: Projection, number: number, decision: Decision, knownAt: number): void {
  const { quote, where } = citedWords(projection, decision, knownAt);
  const words = [quote === null ? null : `"${quote}"`, where].filter((part) => part);
  const names = graphNames(projection, knownAt);
  print("");
  print(`${number}. ${wrapped(claimText(decision, names), "   ")}`);
  if (words.length > 0) print(`   ${wrapped(words.join(" "), "   ")}`);
  for (const response of responsesTo(projection, decision.id, knownAt)) {
    const reply = response.quote === null ? "" : ` "${response.quote}"`;
    print(`   ${wrapped(`${claimText(response, names)}${reply}`, "   ")}`);
  }
}
