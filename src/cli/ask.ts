import type { Command } from "commander";
import { addAskDecisions } from "./ask-decisions.js";
import { addAskExposed } from "./ask-exposed.js";
import { addAskExposure } from "./ask-exposure.js";
import { addAskPaths } from "./ask-paths.js";
import type { CommandContext } from "./context.js";

/** `ask …`: the API's questions as readable tables. */
export function addAsk(program: Command, context: CommandContext): void {
  const ask = program
    .command("ask")
    .summary("the API's questions as readable tables, or as JSON")
    .description(
      "Asks the store one question and prints the answer with its sources. Commas separate several values.",
    )
    .addHelpText("after", "\nExample:\n  exposure-graph ask exposure university:mit --valid-at 2019-04-04");
  addAskExposure(ask, context);
  addAskExposed(ask, context);
  addAskPaths(ask, context);
  addAskDecisions(ask, context);
}
