import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apart } from "./apart.js";
import type { CountedFindings } from "./jobs/count-findings.js";
import type { StoreAt } from "./jobs/open.js";
import { startedNeo4j } from "./neo4j.js";
import type { Engine, Options } from "./options.js";
import { companyId, type SyntheticGraph, syntheticGraph, universityId } from "./synthetic-graph.js";
import { writeDossiers } from "./write-dossiers.js";

const COMPANIES = 2_000;
const TARGETS = 6;

/**
 * A small run that asserts and does not time: all claims arrive, both stores give the same findings, and the walk back
 * from a target finds what the walks forward to it find. With CI=true a Neo4j must be there.
 * @throws Error that says what differs.
 */
export async function smoke({ seed, engines, unknownDates }: Options): Promise<void> {
  for (const share of unknownDates) {
    process.stdout.write(`${100 * share} % of dates unknown\n`);
    await smokeOf(syntheticGraph({ companies: COMPANIES, seed, unknownDates: share }), engines);
  }
}

async function smokeOf(graph: SyntheticGraph, engines: readonly Engine[]): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "exposure-graph-bench-"));
  const folder = join(scratch, "dossiers");
  writeDossiers(graph, folder);
  const neo4j = engines.includes("neo4j") ? await startedNeo4j() : null;
  try {
    if (engines.includes("neo4j") && !neo4j && process.env.CI === "true") {
      throw new Error("with CI=true the smoke run needs a Neo4j");
    }
    const stores: StoreAt[] = [];
    if (engines.includes("sqlite")) stores.push({ address: `sqlite:${join(scratch, "graph.db")}` });
    if (neo4j) stores.push({ address: neo4j.uri, user: neo4j.user, password: neo4j.password });
    const counted: CountedFindings[] = [];
    for (const store of stores) counted.push(await check(graph, folder, store));
    if (new Set(counted.map(({ digest }) => digest)).size > 1) {
      throw new Error("the two stores give different findings");
    }
    process.stdout.write(`${stores.length} stores agree\n`);
  } finally {
    await neo4j?.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Loads the dossiers and asks. */
async function check(graph: SyntheticGraph, folder: string, store: StoreAt): Promise<CountedFindings> {
  const { claims } = await apart("load", { folder, store });
  const expected = graph.ownerships.length + graph.fundings.length + 2 * graph.listings.length;
  if (claims !== expected) throw new Error(`${claims} claims were loaded, ${expected} were written`);
  const counted = await apart("countFindings", {
    store,
    universities: Array.from({ length: graph.universities }, (_, rank) => universityId(graph, rank)),
    targets: graph.listings.slice(0, TARGETS).map(({ company }) => companyId(graph, company)),
  });
  const { findings, compared, differences } = counted;
  if (findings === 0 || compared === 0) throw new Error("nothing was found: the graph is not what it was");
  if (differences.length > 0) {
    throw new Error(`forward and backward differ in ${differences.length} findings, first ${differences[0]}`);
  }
  process.stdout.write(
    `${store.address.split(":")[0]}: ${claims} claims, ${findings} findings, ${compared} equal backwards\n`,
  );
  return counted;
}
