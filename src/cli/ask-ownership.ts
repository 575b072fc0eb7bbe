import { type Command, Option } from "commander";
import { OWNERSHIP_RIGHTS, type OwnershipRight } from "../domain/relation-kinds.js";
import { percent } from "../domain/share.js";
import { sentence } from "../explain/sentence.js";
import type { Projection } from "../graph/projection.js";
import { answerOwnership, type OwnershipAnswer, type Stake } from "../questions/ownership.js";
import { pathJson, scopeJson } from "./answer-json.js";
import { withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { optionValue } from "./option-value.js";
import { print } from "./output.js";
import { printScope } from "./print-scope.js";
import { type AskOptions, oneOf, withClocks, withJson } from "./question-options.js";
import { type Column, tableLines } from "./table.js";
import { lowerWords, named, nameOf, shareCell } from "./words.js";

interface Options extends AskOptions {
  readonly right?: OwnershipRight;
}

/** `ask ownership OF`: who owns an entity and what it owns. */
export function addAskOwnership(ask: Command, context: CommandContext): void {
  withJson(
    withClocks(
      ask
        .command("ownership")
        .summary("who owns an entity and what it owns")
        .description(
          "Who owns an entity and what it owns, at any depth: shares held directly and through everything between,\n" +
            "and who controls. A share that no source gives is not known: neither nothing nor all.",
        )
        .argument("<of>", "an entity's id, e.g. company:huawei-technologies")
        .addOption(
          new Option("--right <right>", `of which right: ${OWNERSHIP_RIGHTS.join(", ")}`).argParser(
            optionValue((text) => oneOf(text, OWNERSHIP_RIGHTS)),
          ),
        )
        .addHelpText(
          "after",
          "\nExample:\n  exposure-graph ask ownership company:huawei-marine-systems --valid-at 2019-05-30",
        ),
    ),
  ).action((of: string, options: Options) =>
    withGraph(options, context.config, async ({ graph, projection }) => {
      const { right, validAt, knownAt } = options;
      const answer = await answerOwnership(graph, { of, right, validAt, knownAt });
      if (options.json) print(JSON.stringify(ownershipJson(projection, answer), null, 2));
      else printOwnership(projection, answer);
    }),
  );
}

function ownershipJson(projection: Projection, answer: OwnershipAnswer) {
  const stakes = (held: readonly Stake[]) =>
    held.map((stake) => ({
      ...stake,
      party: named(projection, stake.party),
      path: pathJson(stake.path),
    }));
  return {
    ...answer,
    scope: scopeJson(answer.scope),
    company: named(projection, answer.company),
    holders: stakes(answer.holders),
    holdings: stakes(answer.holdings),
  };
}

function printOwnership(projection: Projection, answer: OwnershipAnswer): void {
  const { company, right, known, holders, holdings, problems } = answer;
  const ofRight = right === "unspecified" ? "" : ` (${right})`;
  print(`${nameOf(projection, company)} (${company}): known ${percent(known)} of 100${ofRight}`);
  for (const problem of problems) print(`Data problem: ${sentence(problem)}`);
  printStakes(projection, "Above it", holders);
  printStakes(projection, "Below it", holdings);
  print("");
  printScope(answer.scope);
}

function printStakes(projection: Projection, title: string, stakes: readonly Stake[]): void {
  print(`\n${title}: ${stakes.length === 0 ? "nobody is known" : stakes.length}`);
  const columns: Column<Stake>[] = [
    { title: "party", cell: ({ party }) => nameOf(projection, party), atMost: 60 },
    { title: "direct %", cell: ({ direct }) => shareCell(direct), right: true, optional: true },
    { title: "integrated %", cell: integratedCell, right: true },
    { title: "control", cell: ({ control }) => lowerWords(control) },
    { title: "claims", cell: ({ path }) => String(path.hops), right: true },
  ];
  tableLines(columns, stakes).forEach(print);
}

function integratedCell({ integrated, closedLoop, converged }: Stake): string {
  if (closedLoop) return "closed loop";
  return `${shareCell(integrated)}${converged ? "" : " (not converged)"}`;
}
