import { ExposureError } from "../../domain/errors.js";
import { RELATION_KIND_NAMES, RELATION_KINDS } from "../../domain/relation-kinds.js";
import type { Connection } from "./connection.js";

const VERBS = ["CONCERNS", ...RELATION_KIND_NAMES.map((kind) => RELATION_KINDS[kind].verb)];

/** Constraints first: an index on the same properties would stand in their way. */
const CONSTRAINTS: readonly string[] = [
  "CREATE CONSTRAINT graph_version IF NOT EXISTS FOR (n:GraphVersion) REQUIRE n.key IS UNIQUE",
  "CREATE CONSTRAINT dossier IF NOT EXISTS FOR (n:Dossier) REQUIRE n.slug IS UNIQUE",
  "CREATE CONSTRAINT source IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE",
  "CREATE CONSTRAINT flag IF NOT EXISTS FOR (n:Flag) REQUIRE n.id IS UNIQUE",
  "CREATE CONSTRAINT entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
  "CREATE CONSTRAINT claim IF NOT EXISTS FOR (n:Claim) REQUIRE (n.id, n.revision) IS UNIQUE",
  ...VERBS.map(
    (verb) =>
      `CREATE CONSTRAINT claim_${verb.toLowerCase()} IF NOT EXISTS FOR ()-[r:${verb}]-() REQUIRE (r.id, r.revision) IS UNIQUE`,
  ),
];

const INDEXES: readonly string[] = ["CREATE INDEX response_to IF NOT EXISTS FOR (n:Response) ON (n.to)"];

/** Is anything here, and is it ours? */
const WHOSE = `RETURN [EXISTS { (:GraphVersion) }, EXISTS { (n) }]`;

/** The one node that says which version the graph has. */
const GRAPH_VERSION = "MERGE (v:GraphVersion {key: 'graph'}) ON CREATE SET v.n = 0";

/**
 * Makes a database ready for loading; a second time it changes nothing.
 * @throws DATA_INVALID where it holds nodes but no GraphVersion, unless `intoExisting`.
 */
export async function prepareDatabase(connection: Connection, intoExisting: boolean): Promise<void> {
  const [row] = await connection.rows(WHOSE, {});
  const [isOurs, hasNodes] = (row ?? [false, false]) as [boolean, boolean];
  if (!isOurs && hasNodes && !intoExisting) {
    const message = `${connection.where.uri} holds somebody else's data: give an empty database, or load with --into-existing to add the graph to it`;
    throw new ExposureError("DATA_INVALID", message);
  }
  for (const text of [...CONSTRAINTS, ...INDEXES, GRAPH_VERSION]) await connection.run(text);
}
