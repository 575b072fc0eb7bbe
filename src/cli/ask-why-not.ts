import type { Command } from "commander";
import { answerWhyNot } from "../questions/why-not.js";
import { claimJson } from "./answer-json.js";
import { claimsKnownOn, withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import {
  type ExposureAskOptions,
  exposureOptions,
  withExposureOptions,
  withJson,
} from "./question-options.js";
import { wrapped } from "./words.js";

/** `ask why-not UNIVERSITY TARGET`: what is missing for a finding. */
export function addAskWhyNot(ask: Command, context: CommandContext): void {
  withJson(
    withExposureOptions(
      ask
        .command("why-not")
        .summary("why a university has no finding on a target")
        .description(
          "Why a university has no finding on a target: which channel came nearest and what is missing.",
        )
        .argument("<university>", "its id, e.g. university:mit")
        .argument("<target>", "an entity's id, e.g. company:zte")
        .addHelpText("after", "\nExample:\n  exposure-graph ask why-not university:mit company:zte"),
    ),
  ).action((university: string, target: string, options: ExposureAskOptions) =>
    withGraph(options, context.config, async ({ graph, store, projection }) => {
      const answer = await answerWhyNot(graph, { ...exposureOptions(options), university, target });
      if (!options.json) return print(wrapped(answer.explanation));
      const { knownAt, denied, successions, ...rest } = answer;
      const stated = await claimsKnownOn(store, knownAt)([...denied, ...successions]);
      const told = (ids: readonly string[]) =>
        stated.filter(({ id }) => ids.includes(id)).map((claim) => claimJson(projection, claim, knownAt));
      print(JSON.stringify({ ...rest, denied: told(denied), successions: told(successions) }, null, 2));
    }),
  );
}
