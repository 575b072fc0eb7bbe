import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { today } from "../domain/day.js";
import { ExposureError } from "../domain/errors.js";
import { loadDossiers } from "../dossier/load/load-dossiers.js";
import { ResidentGraph } from "../graph/resident-graph.js";
import type { GraphStore } from "../store/graph-store.js";
import { openStore } from "../store/open-store.js";
import { printStoreAddress, type StoreAddress } from "../store/store-address.js";
import { differenceIn } from "./conformance-answer.js";
import { type ConformanceFile, conformanceFiles } from "./conformance-cases.js";
import { CONFORMANCE_SLUG, conformanceDossier } from "./conformance-dossier.js";
import type { CommandContext } from "./context.js";
import { EXIT } from "./exit-code.js";
import { notice, print } from "./output.js";
import { printProblems } from "./print-problems.js";
import { credentials, type StoreOptions, storeAddress } from "./store-option.js";

/**
 * Runs the worked examples of the method in a store of its own, of the kind that is named: a new file or memory for
 * SQLite; a Neo4j must be empty, and keeps them as the dossier "conformance". One line a case; exit code 3 on any
 * difference.
 */
export async function checkConformance(options: StoreOptions, context: CommandContext): Promise<void> {
  const address =
    options.store === undefined ? ({ engine: "memory" } as const) : storeAddress(options, context.config);
  const folder = await mkdtemp(join(tmpdir(), "exposure-graph-"));
  try {
    const own = address.engine === "sqlite" ? { ...address, path: join(folder, "conformance.db") } : address;
    const store = await openStore(own, { readOnly: false, ...credentials(context.config) });
    try {
      await checkIn(store, address, context);
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function checkIn(store: GraphStore, address: StoreAddress, context: CommandContext): Promise<void> {
  const files = conformanceFiles();
  await store.prepare({ intoExisting: false });
  await refuseOtherGraph(store, address);
  const { problems } = await loadDossiers([conformanceDossier(files)], store, { day: today() });
  const errors = problems.filter(({ severity }) => severity === "error");
  printProblems(errors);
  const differing = errors.length > 0 ? 1 : await askAll(new ResidentGraph(store), files);
  if (differing > 0) context.exit(EXIT.problems);
}

/** @throws DATA_INVALID where the store holds anything but these examples. */
async function refuseOtherGraph(store: GraphStore, address: StoreAddress): Promise<void> {
  const { dossiers } = await new ResidentGraph(store).current();
  if (dossiers.every(({ slug }) => slug === CONFORMANCE_SLUG)) return;
  throw new ExposureError(
    "DATA_INVALID",
    `${printStoreAddress(address)} holds a graph: the examples need a database of their own, so name an empty one`,
  );
}

/** One line a case; the number of those that differ. */
async function askAll(graph: ResidentGraph, files: readonly ConformanceFile[]): Promise<number> {
  let [asked, differing] = [0, 0];
  for (const { subject, cases } of files) {
    for (const [at, { name, asks }] of cases.entries()) {
      const differences: string[] = [];
      for (const ask of asks) {
        const difference = await differenceIn(graph, { subject, at }, ask);
        if (difference !== null) differences.push(difference);
      }
      asked += 1;
      if (differences.length > 0) differing += 1;
      print(
        differences.length === 0
          ? `ok       ${subject}: ${name}`
          : `differs  ${subject}: ${name}: ${differences.join("; ")}`,
      );
    }
  }
  notice(
    `${asked - differing} of ${asked} worked examples come out as the method says, in ${graph.store.engine}`,
  );
  return differing;
}
