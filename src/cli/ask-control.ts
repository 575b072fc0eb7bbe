import type { Command } from "commander";
import { answerControl, type ControlAnswer } from "../questions/control.js";
import { claimJson } from "./answer-json.js";
import { type AskedGraph, claimsKnownOn, unknownId, withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { printClaims } from "./print-claims.js";
import { type AskOptions, withClocks, withJson } from "./question-options.js";
import { named, wrapped } from "./words.js";

interface Parties {
  readonly controller: string;
  readonly company: string;
}

/** `ask control CONTROLLER COMPANY`: whether one controls the other. */
export function addAskControl(ask: Command, context: CommandContext): void {
  withJson(
    withClocks(
      ask
        .command("control")
        .summary("whether one party controls another")
        .description(
          "Whether one party controls another: by more than half of the votes, held alone and through what it controls,\n" +
            "or because a source says so. Yes, no or undetermined, with the claims that prove it.",
        )
        .argument("<controller>", "an entity's id, e.g. company:huawei-technologies")
        .argument("<company>", "another entity's id, e.g. company:futurewei")
        .addHelpText(
          "after",
          "\nExample:\n  exposure-graph ask control company:huawei-technologies company:futurewei",
        ),
    ),
  ).action((controller: string, company: string, options: AskOptions) =>
    withGraph(options, context.config, async (asked) => {
      const { validAt, knownAt } = options;
      const answer = await answerControl(asked.graph, { controller, company, validAt, knownAt });
      const { entities } = asked.projection;
      if (answer === null)
        throw unknownId(asked.projection, entities.indexOf(controller) < 0 ? controller : company);
      await tellControl(asked, { controller, company }, answer, options.json ?? false);
    }),
  );
}

async function tellControl(
  { projection, store }: AskedGraph,
  { controller, company }: Parties,
  answer: ControlAnswer,
  json: boolean,
): Promise<void> {
  const steps = answer.proof();
  const ids = steps.map(({ relation }) => relation);
  const claims = await claimsKnownOn(store, answer.knownAt)(ids);
  if (json) {
    const told = {
      controller: named(projection, controller),
      company: named(projection, company),
      verdict: answer.verdict,
      votes: answer.votes,
      explanation: answer.explanation(),
      problems: answer.problems(),
      proof: steps,
      claims: claims.map((claim) => claimJson(projection, claim, answer.knownAt)),
    };
    return print(JSON.stringify(told, null, 2));
  }
  print(wrapped(answer.explanation()));
  if (ids.length > 0) print("\nClaims:");
  printClaims(projection, ids, new Map(claims.map((claim) => [claim.id, claim])), answer.knownAt);
}
