import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type RunningNeo4j, startNeo4j, whyNoNeo4j } from "../neo4j/start.js";
import { ROOT } from "./root.js";

/** Starts an empty Neo4j that is tuned for work, not for a quick start; null where this machine cannot. */
export async function startedNeo4j(): Promise<RunningNeo4j | null> {
  const reason = await whyNoNeo4j();
  if (reason !== null) {
    process.stderr.write(`Neo4j is left out: ${reason}\n`);
    return null;
  }
  copyResources();
  return startNeo4j({ tunedFor: "work" });
}

/** What stands beside start.ts is looked for beside its compiled form too, and the compiler copies no such files. */
function copyResources(): void {
  const folder = join(import.meta.dirname, "../neo4j");
  mkdirSync(folder, { recursive: true });
  for (const file of ["pom.xml", "Neo4jForTests.java"]) {
    copyFileSync(join(ROOT, "tests/neo4j", file), join(folder, file));
  }
}
