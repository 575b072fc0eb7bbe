import type { Command } from "commander";
import { today } from "../domain/day.js";
import { integratedText } from "../explain/integrated-text.js";
import type { Projection } from "../graph/projection.js";
import {
  answerIntegratedOwnership,
  type IntegratedOwnershipAnswer,
} from "../questions/integrated-ownership.js";
import { graphNames } from "../questions/resident/graph-names.js";
import { withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { type AskOptions, withClocks, withJson } from "./question-options.js";
import { named, wrapped } from "./words.js";

/** `ask integrated OWNER COMPANY`: what an owner's stakes come to in a company. */
export function addAskIntegrated(ask: Command, context: CommandContext): void {
  withJson(
    withClocks(
      ask
        .command("integrated")
        .summary("what an owner owns of a company, through everything between")
        .description(
          "What an owner owns of a company, directly and through everything between: a share, as an interval.",
        )
        .argument("<owner>", "an entity's id")
        .argument("<company>", "another entity's id")
        .addHelpText(
          "after",
          "\nExample:\n  exposure-graph ask integrated company:huawei-tech-investment-hong-kong company:huawei-marine-networks",
        ),
    ),
  ).action((owner: string, company: string, options: AskOptions) =>
    withGraph(options, context.config, async ({ graph, projection }) => {
      const { validAt, knownAt } = options;
      const answer = await answerIntegratedOwnership(graph, { owner, company, validAt, knownAt });
      if (options.json) print(JSON.stringify(integratedJson(projection, answer), null, 2));
      else print(wrapped(integratedText(answer, graphNames(projection, knownAt ?? today()))));
    }),
  );
}

function integratedJson(projection: Projection, answer: IntegratedOwnershipAnswer) {
  return {
    ...answer,
    owner: named(projection, answer.owner),
    company: named(projection, answer.company),
  };
}
