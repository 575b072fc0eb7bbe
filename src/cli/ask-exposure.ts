import type { Command } from "commander";
import type { Finding } from "../exposure/finding.js";
import { answerExposure } from "../questions/exposure.js";
import type { ExposureReport, LoadClaims } from "../questions/report/exposure-report.js";
import { claimJson, findingJson, scopeJson, transactionJson } from "./answer-json.js";
import { type AskedGraph, claimsKnownOn, unknownId, withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { printExplanation, printFindings, printTotals } from "./print-finding.js";
import { printScope } from "./print-scope.js";
import {
  type ExposurePrintOptions,
  exposureOptions,
  listOption,
  withExposureOptions,
  withExposureOutput,
} from "./question-options.js";
import { named, nameOf, wrapped } from "./words.js";

interface Options extends ExposurePrintOptions {
  readonly targets?: readonly string[];
}

/** `ask exposure UNIVERSITY`: what a university is exposed to. */
export function addAskExposure(ask: Command, context: CommandContext): void {
  withExposureOutput(
    withExposureOptions(
      ask
        .command("exposure")
        .summary("what a university is exposed to")
        .description(
          "What a university is exposed to: through which channel, to whom, how much, when, on whose word.",
        )
        .argument("<university>", "its id, e.g. university:mit")
        .addOption(listOption("--targets <ids>", "only these targets (default: whoever is flagged)"))
        .addHelpText(
          "after",
          "\nExample:\n  exposure-graph ask exposure university:mit --valid-at 2019-04-04",
        ),
    ),
  ).action((university: string, options: Options) =>
    withGraph(options, context.config, async (asked) => {
      const question = { ...exposureOptions(options), university, targets: options.targets };
      const report = await answerExposure(asked.graph, question);
      if (report === null) throw unknownId(asked.projection, university, ["University"]);
      const loadClaims = claimsKnownOn(asked.store, report.scope.knownAt);
      if (options.json) print(JSON.stringify(await reportJson(asked, report, loadClaims), null, 2));
      else await printReport(asked, report, loadClaims, options.explain);
    }),
  );
}

async function reportJson({ projection }: AskedGraph, report: ExposureReport, loadClaims: LoadClaims) {
  const { knownAt } = report.scope;
  const findings = [];
  for (const finding of report.findings) {
    findings.push(await findingJson(projection, finding, report.details(finding), loadClaims, knownAt));
  }
  const denied = await loadClaims(report.denied);
  const keyOf = ({ key }: Finding) => key;
  return {
    university: named(projection, report.university),
    scope: scopeJson(report.scope),
    summary: await report.summary(loadClaims),
    totals: report.totals,
    ownFlags: report.ownFlags,
    denied: denied.map((claim) => claimJson(projection, claim, knownAt)),
    groups: report.groups().map(({ group, findings, repeats, ...rest }) => ({
      group: named(projection, group),
      ...rest,
      findings: findings.map(keyOf),
      repeats: repeats.map(keyOf),
    })),
    findings,
    transactions: report.transactions.map(transactionJson),
  };
}

async function printReport(
  { projection }: AskedGraph,
  report: ExposureReport,
  loadClaims: LoadClaims,
  explain: boolean,
): Promise<void> {
  print(`${nameOf(projection, report.university)} (${report.university})`);
  print("");
  print(wrapped(await report.summary(loadClaims)));
  if (report.totals.length > 0) {
    print("\nMoney, each gift once:");
    printTotals(report.totals);
  }
  let number = 1;
  const told: Finding[] = [];
  for (const { group, findings, repeats } of report.groups()) {
    print(`\n${nameOf(projection, group)} and what belongs to it:`);
    printFindings(projection, findings, number);
    if (repeats.length > 0) {
      const names = repeats.map(
        (each) => `${nameOf(projection, each.target)} (${each.channel.toLowerCase()})`,
      );
      print(wrapped(`The same transactions again: ${names.join(", ")}.`));
    }
    number += findings.length;
    told.push(...findings);
  }
  for (const [at, finding] of (explain ? told : []).entries()) {
    print("");
    printExplanation(projection, at + 1, await report.details(finding).explanation(loadClaims));
  }
  print("");
  printScope(report.scope);
}
