import { type Command, Option } from "commander";
import { type Day, parseDay } from "../domain/day.js";
import { answerChanges } from "../questions/changes.js";
import { tellDifference } from "./ask-difference.js";
import { withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { optionValue } from "./option-value.js";
import {
  type ExposureAskOptions,
  exposureOptions,
  listOption,
  withExposureOptions,
  withJson,
} from "./question-options.js";

interface Options extends ExposureAskOptions {
  readonly sinceKnownAt: Day;
  readonly sinceValidAt?: Day;
  readonly targets?: readonly string[];
}

/** `ask changes UNIVERSITY`: what changed between two moments. */
export function addAskChanges(ask: Command, context: CommandContext): void {
  const day = optionValue(parseDay);
  withJson(
    withExposureOptions(
      ask
        .command("changes")
        .summary("what changed for a university between two moments")
        .description("What changed for a university between two moments, each change with its claims.")
        .argument("<university>", "its id, e.g. university:mit")
        .addOption(
          new Option("--since-known-at <day>", "the earlier day of knowledge")
            .argParser(day)
            .makeOptionMandatory(),
        )
        .addOption(
          new Option(
            "--since-valid-at <day>",
            "the earlier day asked about (default: the later one)",
          ).argParser(day),
        )
        .addOption(listOption("--targets <ids>", "only these targets"))
        .addHelpText(
          "after",
          "\nExample:\n  exposure-graph ask changes university:mit --since-known-at 2018-12-31 --since-valid-at 2018-12-31",
        ),
    ),
  ).action((university: string, options: Options) =>
    withGraph(options, context.config, async (asked) => {
      const { sinceKnownAt, sinceValidAt, targets } = options;
      const question = { ...exposureOptions(options), university, targets, sinceKnownAt, sinceValidAt };
      const difference = await answerChanges(asked.graph, question);
      await tellDifference(asked, difference, options);
    }),
  );
}
