import type { Command } from "commander";
import { percent, type Share } from "../domain/share.js";
import { shareWords } from "../exposure/explain/number-words.js";
import { sentence } from "../exposure/explain/sentence.js";
import type { Projection } from "../projection/projection.js";
import {
  answerIntegratedOwnership,
  type IntegratedOwnershipAnswer,
} from "../questions/integrated-ownership.js";
import { unknownId, withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { type AskOptions, withClocks, withJson } from "./question-options.js";
import { named, nameOf, wrapped } from "./words.js";

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
      if (answer === null)
        throw unknownId(projection, projection.entities.indexOf(owner) < 0 ? owner : company);
      if (options.json) print(JSON.stringify(integratedJson(projection, answer), null, 2));
      else printIntegrated(projection, answer);
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

function printIntegrated(projection: Projection, answer: IntegratedOwnershipAnswer): void {
  const { owner, company, share, direct, converged, known, problems } = answer;
  const [above, below] = [nameOf(projection, owner), nameOf(projection, company)];
  const through =
    share === null
      ? `${below} lies in or below a closed loop of holdings, of which no share can be told`
      : `Through everything between, ${above} owns ${ownedWords(share)} of ${below}`;
  print(wrapped(sentence(`${through}; directly it owns ${ownedWords(direct)}`)));
  if (!converged) print("The computation did not converge: the share is not exact.");
  print(sentence(`Known owners account for ${percent(known)} of 100 per cent of ${below}`));
  for (const problem of problems) print(`Data problem: ${sentence(problem)}`);
}

function ownedWords(share: Share): string {
  return share.max === 0 ? "nothing" : shareWords(share);
}
