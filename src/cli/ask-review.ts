import type { Command } from "commander";
import { answerElevatedRiskReview } from "../questions/elevated-risk-review.js";
import { pathJson, scopeJson } from "./answer-json.js";
import { withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { printScope } from "./print-scope.js";
import { type AskOptions, withClocks, withJson } from "./question-options.js";
import { lowerWords, named, wrapped } from "./words.js";

/** `ask review UNIVERSITY COUNTERPARTY`: what the university's own policies ask. */
export function addAskReview(ask: Command, context: CommandContext): void {
  withJson(
    withClocks(
      ask
        .command("review")
        .summary("a counterparty, as a university's own review policies ask")
        .description(
          "What a university's own review policies ask about a counterparty, and what is on record. It advises nothing.",
        )
        .argument("<university>", "its id, e.g. university:mit")
        .argument("<counterparty>", "an entity's id, e.g. company:saudi-aramco")
        .addHelpText("after", "\nExample:\n  exposure-graph ask review university:mit company:saudi-aramco"),
    ),
  ).action((university: string, counterparty: string, options: AskOptions) =>
    withGraph(options, context.config, async ({ graph, projection }) => {
      const { validAt, knownAt } = options;
      const review = await answerElevatedRiskReview(graph, { university, counterparty, validAt, knownAt });
      if (options.json) {
        const told = {
          ...review,
          scope: scopeJson(review.scope),
          university: named(projection, review.university),
          counterparty: named(projection, review.counterparty),
          policies: review.policies.map((each) => ({ ...each, because: each.because.map(pathJson) })),
        };
        return print(JSON.stringify(told, null, 2));
      }
      print(wrapped(review.summary));
      for (const { criterion, explanation } of review.criteria)
        print(`\n${lowerWords(criterion)}\n  ${wrapped(explanation, "  ")}`);
      print("");
      printScope(review.scope);
    }),
  );
}
