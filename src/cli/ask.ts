import type { Command } from "commander";
import { addAskChanges } from "./ask-changes.js";
import { addAskControl } from "./ask-control.js";
import { addAskDecisions } from "./ask-decisions.js";
import { addAskExposed } from "./ask-exposed.js";
import { addAskExposure } from "./ask-exposure.js";
import { addAskFlags } from "./ask-flags.js";
import { addAskFunding } from "./ask-funding.js";
import { addAskIntegrated } from "./ask-integrated.js";
import { addAskMatrix } from "./ask-matrix.js";
import { addAskOwnership } from "./ask-ownership.js";
import { addAskPaths } from "./ask-paths.js";
import { addAskReview } from "./ask-review.js";
import { addAskRule } from "./ask-rule.js";
import { addAskShared } from "./ask-shared.js";
import { addAskWhatIf } from "./ask-what-if.js";
import { addAskWhyNot } from "./ask-why-not.js";
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
  addAskOwnership(ask, context);
  addAskIntegrated(ask, context);
  addAskControl(ask, context);
  addAskRule(ask, context);
  addAskDecisions(ask, context);
  addAskFlags(ask, context);
  addAskWhyNot(ask, context);
  addAskWhatIf(ask, context);
  addAskChanges(ask, context);
  addAskReview(ask, context);
  addAskShared(ask, context);
  addAskMatrix(ask, context);
  addAskFunding(ask, context);
}
