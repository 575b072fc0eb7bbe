import type { Command } from "commander";
import {
  changes,
  exposed,
  exposure,
  matrix,
  review,
  shared,
  whatIf,
  whyNot,
} from "./ask/exposure-questions.js";
import { control, integrated, ownership, paths, rule } from "./ask/graph-questions.js";
import { decisions, flags, funding } from "./ask/list-questions.js";
import { addQuestion, type Question } from "./ask/question.js";
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
  const add = <Answer>(question: Question<Answer>) => addQuestion(ask, context, question);
  add(exposure);
  add(exposed);
  add(paths);
  add(ownership);
  add(integrated);
  add(control);
  add(rule);
  add(decisions);
  add(flags);
  add(whyNot);
  add(whatIf);
  add(changes);
  add(review);
  add(shared);
  add(matrix);
  add(funding);
}
