import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { ExposureError } from "../domain/errors.js";
import { readAndCheck } from "../dossier/check/read-and-check.js";
import { collectionOf } from "../dossier/count/collection.js";
import { weakestClaims } from "../dossier/count/weakest-claims.js";
import { loadDossiers } from "../dossier/load/load-dossiers.js";
import { findDossierFolders } from "../dossier/read/disk-folder.js";
import { ResidentGraph } from "../graph/resident-graph.js";
import { carriedFindings } from "../questions/carried-findings.js";
import { graphNames } from "../questions/resident/graph-names.js";
import { openStore } from "../store/open-store.js";
import type { CommandContext } from "./context.js";
import { coveragePage } from "./coverage/coverage-page.js";
import { weakestSection } from "./coverage/weakest-section.js";
import { EXIT } from "./exit-code.js";
import { notice } from "./output.js";
import { countProblems, printProblems } from "./print-problems.js";

const TOLD = 5;

/** `coverage FOLDER…`: what dossiers hold, counted, as a page in Markdown. */
export function addCoverage(program: Command, context: CommandContext): void {
  program
    .command("coverage")
    .summary("what dossiers hold, counted, as a page")
    .description(
      "Counts what dossiers hold by dossier, kind, status, year and country, their sources by grade and\n" +
        `publisher, and names the ${TOLD} weakest claims that carry a finding: a page in Markdown.\n` +
        "It needs no store, and the same folder gives the same page on any day.",
    )
    .argument("<folders...>", "folders that hold a dossier.yml at or below them")
    .option("--out <file>", "where to; - is standard output", "-")
    .addHelpText("after", "\nExample:\n  exposure-graph coverage seed --out seed/COVERAGE.md")
    .action(async (folders: readonly string[], { out }: { readonly out: string }) => {
      const page = await pageOf(folders, context);
      if (page === null) return;
      if (out === "-") {
        process.stdout.write(page);
        return;
      }
      await writeFile(out, page);
      notice(`wrote ${out}`);
    });
}

/** Null where the dossiers have errors; these are printed. */
async function pageOf(paths: readonly string[], context: CommandContext): Promise<string | null> {
  const folders = await findDossierFolders(paths);
  const { dossiers, problems } = await readAndCheck(folders, null);
  if (problems.errors > 0) {
    printProblems(problems.list());
    notice(`${countProblems(problems.list())}: nothing was counted`);
    context.exit(EXIT.problems);
    return null;
  }
  const collection = collectionOf(dossiers);
  const day = collection.checkedOn;
  if (day === null) {
    throw new ExposureError(
      "DATA_INVALID",
      "no dossier says when it was last checked and no source when it was retrieved: give one a last_checked, so that the page has a day",
    );
  }
  const store = await openStore({ engine: "memory" });
  try {
    await store.prepare({ intoExisting: false });
    await loadDossiers(folders, store, { day });
    const graph = new ResidentGraph(store);
    const carried = await carriedFindings(graph, { validAt: day, knownAt: day });
    const weakest = weakestClaims(collection, ({ id }) => carried.get(id)?.length ?? 0, TOLD).map((each) => ({
      ...each,
      findings: carried.get(each.claim.id) ?? [],
    }));
    const section = weakestSection(weakest, carried.size, day, graphNames(await graph.current(), day));
    return coveragePage(collection, day, section);
  } finally {
    await store.close();
  }
}
