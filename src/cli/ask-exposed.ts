import type { Command } from "commander";
import type { ExposureTotal } from "../exposure/finding.js";
import {
  answerExposedUniversities,
  type ExposedAnswer,
  type ExposedUniversity,
} from "../questions/exposed-universities.js";
import type { LoadClaims } from "../questions/report/exposure-report.js";
import { findingJson, scopeJson } from "./answer-json.js";
import { type AskedGraph, claimsKnownOn, withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { moneyColumns, printFinding, printTotals, timingWords } from "./print-finding.js";
import { printScope } from "./print-scope.js";
import {
  type ExposurePrintOptions,
  exposureOptions,
  withExposureOptions,
  withExposureOutput,
} from "./question-options.js";
import { type Column, tableLines } from "./table.js";
import { counted, currencyText, named, nameOf } from "./words.js";

/** `ask exposed TARGET`: which universities are exposed to a target. */
export function addAskExposed(ask: Command, context: CommandContext): void {
  withExposureOutput(
    withExposureOptions(
      ask
        .command("exposed")
        .summary("which universities are exposed to a target")
        .description("Which universities are exposed to a target, the most exposed first.")
        .argument("<target>", "its id, e.g. company:huawei-technologies")
        .addHelpText("after", "\nExample:\n  exposure-graph ask exposed company:huawei-technologies"),
    ),
  ).action((to: string, options: ExposurePrintOptions) =>
    withGraph(options, context.config, async (asked) => {
      const answer = await answerExposedUniversities(asked.graph, { ...exposureOptions(options), to });
      const loadClaims = claimsKnownOn(asked.store, answer.scope.knownAt);
      if (options.json) print(JSON.stringify(await answerJson(asked, answer, loadClaims), null, 2));
      else await printAnswer(asked, to, answer, options.verbose ? loadClaims : null);
    }),
  );
}

async function answerJson({ projection }: AskedGraph, answer: ExposedAnswer, loadClaims: LoadClaims) {
  const exposed = [];
  for (const each of answer.exposed) {
    const told = [];
    for (const finding of each.findings) {
      const { knownAt } = answer.scope;
      told.push(await findingJson(projection, finding, each.details(finding), loadClaims, knownAt));
    }
    exposed.push({
      university: named(projection, each.university),
      totals: each.totals,
      countedIn: each.countedIn.map((id) => named(projection, id)),
      ownTotals: each.ownTotals,
      findings: told,
    });
  }
  return { scope: scopeJson(answer.scope), totals: await answer.totals(), exposed };
}

/** `loadClaims` null: without the paragraphs. */
async function printAnswer(
  { projection }: AskedGraph,
  to: string,
  { exposed, scope, totals }: ExposedAnswer,
  loadClaims: LoadClaims | null,
): Promise<void> {
  const universities = counted(exposed.length, "university", "universities");
  print(`Exposed to ${nameOf(projection, to)} (${to}): ${universities}`);
  print(
    "A system repeats the money of its campuses: rows that are counted in another are not to be added.\n",
  );
  printExposed(exposed, (id) => nameOf(projection, id));
  print("\nAll of them, each gift once:");
  printTotals(await totals());
  for (const each of loadClaims === null ? [] : exposed) {
    print(`\n${nameOf(projection, each.university)}`);
    for (const finding of each.findings)
      if (loadClaims !== null) await printFinding(projection, finding, each.details(finding), loadClaims);
  }
  print("");
  printScope(scope);
}

interface ExposedRow {
  readonly exposed: ExposedUniversity;
  readonly total: ExposureTotal | undefined;
  readonly first: boolean;
}

function printExposed(exposed: readonly ExposedUniversity[], nameOfId: (id: string) => string): void {
  const rows = exposed.flatMap((each): ExposedRow[] =>
    (each.totals.length === 0 ? [undefined] : each.totals).map((total, at) => ({
      exposed: each,
      total,
      first: at === 0,
    })),
  );
  const once = (cell: (row: ExposedRow) => string) => (row: ExposedRow) => (row.first ? cell(row) : "");
  const columns: Column<ExposedRow>[] = [
    { title: "university", cell: once((row) => nameOfId(row.exposed.university)), atMost: 40 },
    {
      title: "channels",
      cell: once((row) => row.exposed.findings.map(({ channel }) => channel.toLowerCase()).join(", ")),
    },
    {
      title: "strongest timing",
      cell: once(({ exposed: { findings } }) => (findings[0] ? timingWords(findings[0]) : "")),
    },
    {
      title: "counted in another row too",
      cell: once(({ exposed: { countedIn } }) => countedIn.map(nameOfId).join(", ")),
      atMost: 44,
      optional: true,
    },
    { title: "currency", cell: ({ total }) => (total === undefined ? "" : currencyText(total)) },
    ...moneyColumns<ExposedRow>(({ total }) => total),
  ];
  tableLines(columns, rows).forEach(print);
}
