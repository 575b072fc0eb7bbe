import type { Command } from "commander";
import { printDay, today } from "../../domain/day.js";
import type { CommandContext } from "../context.js";
import {
  type ArgumentOption,
  argumentsOf,
  clockOptions,
  exposureOptions,
  withJson,
  withOptions,
} from "../options.js";
import { print } from "../output.js";
import { type StoreOptions, withStore } from "../store-option.js";
import { withGraph } from "../with-graph.js";
import type { StoredQuestion } from "./questions.generated.js";

/** A document's variables, with days as text. */
export type Variables = Readonly<Record<string, unknown>> & {
  readonly validAt?: string;
  readonly knownAt?: string;
};

/** A question of the API as a command: a stored document, what it is asked with, and how its answer is printed. */
export interface Question<Answer> {
  /** Its name and its arguments: `exposure <university>`. */
  readonly usage: string;
  readonly summary: string;
  readonly description: string;
  readonly examples: readonly string[];
  /** What each argument of the usage is, in its order, by its name in the API. */
  readonly arguments?: Readonly<Record<string, string>>;
  readonly options?: readonly ArgumentOption[];
  /** Whether it is asked of two days; default: it is. */
  readonly clocks?: boolean;
  /** Whether exposure may be narrowed. */
  readonly narrowed?: boolean;
  /** Whether --verbose is offered, which the document takes as `$verbose`. */
  readonly verbose?: boolean;
  /** What the document is asked with beside the given. */
  readonly more?: (given: Variables) => Variables;
  /** A variable of which the document takes one value, and the command several: it is asked once for each. */
  readonly each?: string;
  readonly document: StoredQuestion<Answer, never>;
  /** The list of the answer that has pages, if one has: all of them are asked for. */
  readonly list?: readonly string[];
  /** Prints the answers: one, but for a question with `each`. */
  readonly print: (answers: readonly Answer[], asked: Variables & { readonly knownAt: string }) => void;
}

interface Given extends StoreOptions {
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** Adds a question to the commands. */
export function addQuestion<Answer>(
  commands: Command,
  context: CommandContext,
  question: Question<Answer>,
): void {
  const { usage, clocks = true, narrowed, options = [], examples } = question;
  const [name = "", ...parameters] = usage.split(" ");
  const command = commands.command(name).summary(question.summary).description(question.description);
  const told = Object.entries(question.arguments ?? {});
  for (const [at, parameter] of parameters.entries()) command.argument(parameter, told[at]?.[1]);
  withOptions(command, options);
  withStore(command);
  if (clocks) withOptions(command, clockOptions());
  if (narrowed) withOptions(command, exposureOptions());
  withJson(command);
  if (question.verbose)
    command.option("--verbose", "also what each finding says of itself, with the words relied on");
  const title = examples.length === 1 ? "Example" : "Examples";
  command.addHelpText("after", `\n${[`${title}:`, ...examples].join("\n  ")}`);
  command.action(async () => {
    const variables = variablesOf(
      command,
      told.map(([argument]) => argument),
    );
    await answer(question, context, command.opts<Given>(), question.more?.(variables) ?? variables);
  });
}

/** The variables that a command was given: `--lists a` as `{flags: {lists: ["a"]}}`. */
function variablesOf(command: Command, names: readonly string[]): Variables {
  const variables: Record<string, unknown> = {};
  const given = [
    ...names.map((name, at) => [name, command.processedArgs[at]] as const),
    ...argumentsOf(command),
  ];
  for (const [argument, value] of given) {
    if (value === undefined) continue;
    const [first = "", second] = argument.split(".");
    if (second === undefined) variables[first] = value;
    else variables[first] = { ...(variables[first] as object | undefined), [second]: value };
  }
  return variables;
}

async function answer<Answer>(
  question: Question<Answer>,
  { config }: CommandContext,
  { json, verbose = false, ...options }: Given,
  variables: Variables,
): Promise<void> {
  // Only questions and serve need GraphQL: the other commands start faster without.
  const { answerInProcess } = await import("../../graphql/answer-in-process.js");
  const { each, list, document } = question;
  await withGraph(options, config, async ({ graph }) => {
    const day = today();
    const asked = { ...variables, ...(question.verbose && { verbose }) };
    const ask = (more: Readonly<Record<string, unknown>>) =>
      answerInProcess(graph, {
        text: document.text,
        variables: { ...asked, ...more },
        today: day,
      });
    const answers: unknown[] = [];
    for (const value of each === undefined ? [null] : (variables[each] as readonly unknown[])) {
      const more = each === undefined ? {} : { [each]: value };
      answers.push(await whole(list, (after) => ask({ ...more, ...after })));
    }
    if (json) {
      const told = answers.map((data) => ({ data }));
      print(JSON.stringify(each === undefined ? told[0] : told, null, 2));
    } else question.print(answers as Answer[], { knownAt: printDay(day), ...asked });
  });
}

/** A page of a list. */
interface Page {
  nodes: readonly unknown[];
  pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** An answer with all pages of its list. */
async function whole(
  list: readonly string[] | undefined,
  ask: (more: { readonly after?: string | null }) => Promise<unknown>,
): Promise<unknown> {
  const first = await ask({});
  if (list === undefined) return first;
  const pageOf = (data: unknown) =>
    list.reduce((part, name) => (part as Record<string, unknown>)[name], data) as Page;
  const all = pageOf(first);
  while (all.pageInfo.hasNextPage) {
    const { nodes, pageInfo } = pageOf(await ask({ after: all.pageInfo.endCursor }));
    all.nodes = [...all.nodes, ...nodes];
    all.pageInfo = pageInfo;
  }
  return first;
}

/** A root field's answer: null only beside an error, which was thrown. */
export function answered<Field>(field: Field | null): Field {
  if (field === null) throw new Error("a field without an error is null");
  return field;
}
