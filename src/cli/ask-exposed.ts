import type { Command } from "commander";
import type { ExposureTotal } from "../exposure/finding.js";
import { answerExposedUniversities, type ExposedUniversity } from "../questions/exposed-universities.js";
import { findingJson, scopeJson } from "./answer-json.js";
import { claimsKnownOn, unknownId, withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { moneyColumns, printExplanation, timingWords } from "./print-finding.js";
import { printScope } from "./print-scope.js";
import {
  type ExposurePrintOptions,
  exposureOptions,
  withExposureOptions,
  withExposureOutput,
} from "./question-options.js";
import { type Column, tableLines } from "./table.js";
import { named, nameOf } from "./words.js";

/** `ask exposed TARGET`: which universities are exposed to a target. */
export function addAskExposed(ask: Command, context: CommandContext): void {
  withExposureOutput(
    withExposureOptions(
      ask
        .command("exposed")
        .summary("which universities are exposed to a target")
        .description("Which universities are exposed to a target, the most exposed first.")
        .argument("<target>", "its id, e.g. company:huawei-technologies")
        .addHelpText(
          "after",
          "\nExample:\n  exposure-graph ask exposed company:huawei-technologies --no-explain",
        ),
    ),
  ).action((to: string, options: ExposurePrintOptions) =>
    withGraph(options, context.config, async ({ graph, store, projection }) => {
      const answer = await answerExposedUniversities(graph, { ...exposureOptions(options), to });
      if (answer === null) throw unknownId(projection, to);
      const { knownAt } = answer.scope;
      const loadClaims = claimsKnownOn(store, knownAt);
      if (options.json) {
        const exposed = [];
        for (const { university, totals, findings, details } of answer.exposed) {
          const told = [];
          for (const finding of findings) {
            told.push(await findingJson(projection, finding, details(finding), loadClaims, knownAt));
          }
          exposed.push({ university: named(projection, university), totals, findings: told });
        }
        print(JSON.stringify({ scope: scopeJson(answer.scope), exposed }, null, 2));
        return;
      }
      print(`Exposed to ${nameOf(projection, to)} (${to}): ${answer.exposed.length} universities`);
      print("A system repeats the money of its campuses: the rows are not to be added.\n");
      printExposed(answer.exposed, (id) => nameOf(projection, id));
      let number = 1;
      for (const { university, findings, details } of options.explain ? answer.exposed : []) {
        print(`\n${nameOf(projection, university)}`);
        for (const finding of findings) {
          printExplanation(projection, number++, await details(finding).explanation(loadClaims));
        }
      }
      print("");
      printScope(answer.scope);
    }),
  );
}

interface ExposedRow extends ExposedUniversity {
  readonly total: ExposureTotal | undefined;
  readonly first: boolean;
}

function printExposed(exposed: readonly ExposedUniversity[], nameOfId: (id: string) => string): void {
  const rows = exposed.flatMap(({ university, findings, totals, details }): ExposedRow[] =>
    (totals.length === 0 ? [undefined] : totals).map((total, at) => ({
      ...{ university, findings, totals, details },
      total,
      first: at === 0,
    })),
  );
  const once = (cell: (row: ExposedRow) => string) => (row: ExposedRow) => (row.first ? cell(row) : "");
  const columns: Column<ExposedRow>[] = [
    { title: "university", cell: once(({ university }) => nameOfId(university)), atMost: 40 },
    {
      title: "channels",
      cell: once(({ findings }) => findings.map(({ channel }) => channel.toLowerCase()).join(", ")),
    },
    {
      title: "strongest timing",
      cell: once(({ findings }) => (findings[0] ? timingWords(findings[0]) : "")),
    },
    { title: "currency", cell: ({ total }) => total?.currency ?? "" },
    ...moneyColumns<ExposedRow>(({ total }) => total),
  ];
  tableLines(columns, rows).forEach(print);
}
