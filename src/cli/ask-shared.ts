import type { Command } from "commander";
import type { Finding } from "../exposure/finding.js";
import { answerSharedExposures, type SharedAnswer } from "../questions/exposure-matrix.js";
import { findingJson, scopeJson } from "./answer-json.js";
import { type AskedGraph, claimsKnownOn, withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { timingWords } from "./print-finding.js";
import { printScope } from "./print-scope.js";
import {
  type ExposureAskOptions,
  exposureOptions,
  listOption,
  withExposureOptions,
  withJson,
} from "./question-options.js";
import { type Column, tableLines } from "./table.js";
import { named, nameOf } from "./words.js";

interface Options extends ExposureAskOptions {
  readonly targets?: readonly string[];
}

/** `ask shared UNIVERSITIES…`: the targets that several universities share. */
export function addAskShared(ask: Command, context: CommandContext): void {
  withJson(
    withExposureOptions(
      ask
        .command("shared")
        .summary("the targets that several universities share")
        .description("The targets on which at least two of some universities have findings.")
        .argument("<universities...>", "their ids")
        .addOption(listOption("--targets <ids>", "only these targets"))
        .addHelpText("after", "\nExample:\n  exposure-graph ask shared university:mit university:caltech"),
    ),
  ).action((universities: readonly string[], options: Options) =>
    withGraph(options, context.config, async (asked) => {
      const question = { ...exposureOptions(options), universities, targets: options.targets };
      const answer = await answerSharedExposures(asked.graph, question);
      if (options.json) print(JSON.stringify(await answerJson(asked, answer), null, 2));
      else printShared(asked, answer);
    }),
  );
}

async function answerJson({ store, projection }: AskedGraph, { scope, shared, details }: SharedAnswer) {
  const loadClaims = claimsKnownOn(store, scope.knownAt);
  const told = [];
  for (const { target, universities, entries, totals, findings } of shared) {
    const all = [];
    for (const finding of findings)
      all.push(await findingJson(projection, finding, details(finding), loadClaims, scope.knownAt));
    told.push({
      target: named(projection, target),
      universities: universities.map((id) => named(projection, id)),
      totals,
      entries: entries.map(({ university, countedIn, ...sums }) => ({
        university: named(projection, university),
        countedIn: countedIn.map((id) => named(projection, id)),
        ...sums,
      })),
      findings: all,
    });
  }
  return { scope: scopeJson(scope), shared: told };
}

interface Row {
  readonly finding: Finding;
  readonly first: boolean;
  /** Of each university the others that count some of what it received too. */
  readonly countedIn: ReadonlyMap<string, readonly string[]>;
}

function printShared({ projection }: AskedGraph, { scope, shared }: SharedAnswer): void {
  if (shared.length === 0) print("No target is shared by two of them.");
  const rows = shared.flatMap(({ findings, entries }) => {
    const countedIn = new Map(entries.map((entry) => [entry.university, entry.countedIn]));
    return findings.map((finding, at): Row => ({ finding, first: at === 0, countedIn }));
  });
  const columns: Column<Row>[] = [
    {
      title: "target",
      cell: ({ finding, first }) => (first ? nameOf(projection, finding.target) : ""),
      atMost: 40,
    },
    { title: "university", cell: ({ finding }) => nameOf(projection, finding.university), atMost: 40 },
    {
      title: "counted for another too",
      cell: ({ finding, countedIn }) =>
        (countedIn.get(finding.university) ?? []).map((id) => nameOf(projection, id)).join(", "),
      atMost: 44,
      optional: true,
    },
    { title: "channel", cell: ({ finding }) => finding.channel.toLowerCase() },
    { title: "timing", cell: ({ finding }) => timingWords(finding) },
  ];
  tableLines(columns, rows).forEach(print);
  print("");
  printScope(scope);
}
