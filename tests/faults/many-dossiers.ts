import { join } from "node:path";
import { syntheticGraph } from "../bench/synthetic-graph.js";
import { writeDossiers } from "../bench/write-dossiers.js";

/** Writes dossiers that take a while to load: some thousands of claims. Answers with their folder. */
export function manyDossiers(folder: string, companies: number): string {
  const dossiers = join(folder, "dossiers");
  writeDossiers(syntheticGraph({ companies, seed: 7, unknownDates: 0 }), dossiers);
  return dossiers;
}
