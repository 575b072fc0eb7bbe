import type { Command } from "commander";
import type { EntityId } from "../domain/entity.js";
import { percent } from "../domain/share.js";
import { REGIME_TABLE, REGIMES, type Regime } from "../ownership/rules/regimes.js";
import { answerOwnershipRule, type RuleAnswer } from "../questions/ownership-rule.js";
import { claimJson } from "./answer-json.js";
import { type AskedGraph, claimsKnownOn, withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { printClaims } from "./print-claims.js";
import { type AskOptions, listOption, withClocks, withJson } from "./question-options.js";
import { type Column, tableLines } from "./table.js";
import { dayText, lowerWords, named, shareCell, wrapped } from "./words.js";

interface Options extends AskOptions {
  readonly regimes?: readonly Regime[];
  readonly flagged?: readonly EntityId[];
}

/** `ask rule COMPANY`: what legal ownership rules say of a company. */
export function addAskRule(ask: Command, context: CommandContext): void {
  withJson(
    withClocks(
      ask
        .command("rule")
        .summary("what legal ownership rules say of a company")
        .description(
          "What legal ownership rules say of a company on a day, side by side: whether it is treated like its listed\n" +
            "owners, by which claims, and which unknown share or missing list leaves it open. No legal advice.",
        )
        .argument("<company>", "an entity's id, e.g. company:hisilicon")
        .addOption(listOption("--regimes <regimes>", "only these rules (default: all)", REGIMES))
        .addOption(
          listOption("--flagged <ids>", "start from these parties (default: those on the rule's lists)"),
        )
        .addHelpText(
          "after",
          "\nExample:\n  exposure-graph ask rule company:hisilicon --regimes OFAC_50,BIS_50 --valid-at 2025-10-01",
        ),
    ),
  ).action((company: string, options: Options) =>
    withGraph(options, context.config, async (asked) => {
      const { flagged, validAt, knownAt } = options;
      const answers: RuleAnswer[] = [];
      for (const regime of options.regimes ?? REGIMES) {
        const answer = await answerOwnershipRule(asked.graph, { company, regime, flagged, validAt, knownAt });
        answers.push(answer);
      }
      if (options.json) {
        const told = [];
        for (const answer of answers) told.push(await ruleJson(asked, answer));
        return print(JSON.stringify(told, null, 2));
      }
      printVerdicts(answers);
      for (const answer of answers) await printRule(asked, answer);
    }),
  );
}

async function ruleJson({ projection, store }: AskedGraph, answer: RuleAnswer) {
  const { company, flagged, asOf, checkedOn, knownAt } = answer;
  const proof = answer.proof();
  const claims = await claimsKnownOn(store, knownAt)(proof.map(({ relation }) => relation));
  return {
    ...answer,
    company: named(projection, company),
    flagged: flagged.map((id) => named(projection, id)),
    asOf: dayText(asOf),
    knownAt: dayText(knownAt),
    checkedOn: dayText(checkedOn),
    unsettled: answer.unsettled(),
    explanation: answer.explanation(),
    problems: answer.problems(),
    proof,
    claims: claims.map((claim) => claimJson(projection, claim, knownAt)),
  };
}

function printVerdicts(answers: readonly RuleAnswer[]): void {
  const columns: Column<RuleAnswer>[] = [
    { title: "rule", cell: ({ regime }) => regime },
    { title: "verdict", cell: ({ verdict }) => lowerWords(verdict) },
    {
      title: "would be",
      cell: ({ wouldBe }) => (wouldBe === null ? "" : lowerWords(wouldBe)),
      optional: true,
    },
    { title: "held by the flagged %", cell: ({ aggregateShare }) => shareCell(aggregateShare), right: true },
    { title: "known %", cell: ({ known }) => percent(known), right: true },
    { title: "threshold %", cell: ({ threshold }) => percent(threshold), right: true },
    { title: "parties", cell: ({ flagged }) => String(flagged.length), right: true },
    { title: "lists missing", cell: ({ listsMissing }) => listsMissing.join(", "), optional: true },
  ];
  tableLines(columns, answers).forEach(print);
}

async function printRule({ projection, store }: AskedGraph, answer: RuleAnswer): Promise<void> {
  print(`\n${answer.regime}: ${REGIME_TABLE[answer.regime].name}`);
  print(`   ${wrapped(answer.explanation(), "   ")}`);
  const ids = answer.proof().map(({ relation }) => relation);
  const claims = await claimsKnownOn(store, answer.knownAt)(ids);
  printClaims(projection, ids, new Map(claims.map((claim) => [claim.id, claim])), answer.knownAt);
  print(`   ${wrapped(`${answer.citation}; as read on ${dayText(answer.checkedOn)}.`, "   ")}`);
}
