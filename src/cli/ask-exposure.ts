import type { Command } from "commander";
import type { Finding, TransactionTiming } from "../exposure/finding.js";
import type { ExposureGroup } from "../exposure/findings/exposure-groups.js";
import { distinctTransactions } from "../exposure/transactions/totals.js";
import { answerExposure } from "../questions/exposure.js";
import type { ExposureReport, LoadClaims } from "../questions/report/exposure-report.js";
import { graphNames } from "../questions/resident/graph-names.js";
import {
  claimJson,
  explanationJson,
  findingJson,
  pathJson,
  scopeJson,
  transactionJson,
} from "./answer-json.js";
import { type AskedGraph, claimsKnownOn, withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { printDealings } from "./print-dealings.js";
import { printFinding } from "./print-finding.js";
import { printScope } from "./print-scope.js";
import { printSources } from "./print-sources.js";
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
      const loadClaims = claimsKnownOn(asked.store, report.scope.knownAt);
      if (options.json) print(JSON.stringify(await reportJson(asked, report, loadClaims), null, 2));
      else await printReport(asked, report, loadClaims, options.verbose ?? false);
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
  const groups = [];
  for (const each of await report.groups()) {
    const { group, findings: own, repeats, ...rest } = each;
    const texts = report.groupTexts(each);
    groups.push({
      group: named(projection, group),
      headline: await texts.headline(loadClaims),
      ...explanationJson(projection, await texts.explanation(loadClaims)),
      proof: pathJson(await texts.proof(loadClaims)),
      ...rest,
      findings: own.map(keyOf),
      repeats: repeats.map(keyOf),
    });
  }
  return {
    university: named(projection, report.university),
    scope: scopeJson(report.scope),
    headline: await report.headline(loadClaims),
    summary: await report.summary(loadClaims),
    totals: await report.totals(),
    ownFlags: report.ownFlags,
    denied: denied.map((claim) => claimJson(projection, claim, knownAt)),
    groups,
    findings,
    transactions: (await report.transactions()).map(transactionJson),
  };
}

/** Headline and summary, then each group with its dealings and its sources, then what was searched. */
async function printReport(
  { projection }: AskedGraph,
  report: ExposureReport,
  loadClaims: LoadClaims,
  verbose: boolean,
): Promise<void> {
  const { knownAt } = report.scope;
  const names = graphNames(projection, knownAt);
  print(wrapped(await report.headline(loadClaims)));
  print(`\n${wrapped(await report.summary(loadClaims))}`);
  for (const group of await report.groups()) {
    const { text, citations } = await report.groupTexts(group).explanation(loadClaims);
    print(`\n${nameOf(projection, group.group)}\n`);
    print(`${wrapped(text)}\n`);
    const timings = dealingsOf(group);
    const claims = await loadClaims(timings.map(({ relation }) => relation));
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    printDealings(projection, timings, { claims: byId, names, knownAt });
    if (timings.length > 0) print("");
    printSources(projection, citations, { quotes: verbose });
    for (const finding of verbose ? [...group.findings, ...group.repeats] : []) {
      print("");
      await printFinding(projection, finding, report.details(finding), loadClaims);
    }
  }
  print("");
  // The summary says when the collection was last checked.
  printScope(report.scope, { saysChecked: false });
}

/** What passed between the university and a group, each once, in order of date. */
function dealingsOf({ findings, repeats }: ExposureGroup): readonly TransactionTiming[] {
  const all = [...findings, ...repeats].flatMap(({ counterparties }) =>
    counterparties.flatMap(({ transactions }) => transactions),
  );
  return [...distinctTransactions(all)].sort(
    (a, b) =>
      Number(a.timing === "UNDATED") - Number(b.timing === "UNDATED") ||
      a.startLatest - b.startLatest ||
      (a.relation < b.relation ? -1 : 1),
  );
}
