import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { loadDossiers } from "../../src/dossier/load/load-dossiers.js";
import { findDossierFolders } from "../../src/dossier/read/disk-folder.js";
import { ResidentGraph } from "../../src/graph/resident-graph.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { ask } from "../graphql/serving.js";

/** The day on which the examples are asked: no later than any other on which they will be. */
export const TODAY = "2026-11-24";

const FOLDER = join(import.meta.dirname, "../../schema/examples");

export const EXAMPLES: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".graphql"))
  .map((name) => name.replace(/\.graphql$/, ""))
  .sort();

function read(name: string, extension: string): string {
  return readFileSync(join(FOLDER, `${name}.${extension}`), "utf8");
}

/** Loads the seed into a store, as the first start does. */
export async function seeded(store: GraphStore): Promise<ResidentGraph> {
  const seed = await findDossierFolders([join(import.meta.dirname, "../../seed")]);
  const report = await loadDossiers(seed, store, { day: parseDay(TODAY) });
  expect(report.graphVersion).toBe(1);
  return new ResidentGraph(store);
}

/** The answer to an example, as its file holds it. */
export async function answer(graph: ResidentGraph, name: string): Promise<string> {
  const result = await ask(graph, read(name, "graphql"), JSON.parse(read(name, "variables.json")), TODAY);
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** Every example gives the answer of its file, byte for byte. With UPDATE=1 the answers are written anew. */
export function examplesHold(graph: () => ResidentGraph): void {
  it.each(EXAMPLES)("%s", async (name) => {
    const given = await answer(graph(), name);
    const errors: readonly { readonly extensions: object }[] = JSON.parse(given).errors ?? [];
    // An id that is not in the graph is null, and told of beside the answer.
    for (const { extensions } of errors) expect(extensions).toMatchObject({ code: "NOT_FOUND" });
    if (process.env.UPDATE === "1") writeFileSync(join(FOLDER, `${name}.json`), given);
    expect(given).toBe(existsSync(join(FOLDER, `${name}.json`)) ? read(name, "json") : "");
  });
}
