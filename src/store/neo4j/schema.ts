import { ExposureError } from "../../domain/errors.js";
import { RELATION_KIND_NAMES, RELATION_KINDS } from "../../domain/relation-kinds.js";
import { LAYOUT } from "../records.js";
import type { Connection } from "./connection.js";

const VERBS = ["CONCERNS", ...RELATION_KIND_NAMES.map((kind) => RELATION_KINDS[kind].verb)];

/** Of nodes, by name. Before any index: one on the same properties would stand in their way. */
const OF_NODES = [
  ["graph_version", "(n:GraphVersion) REQUIRE n.key"],
  ["dossier", "(n:Dossier) REQUIRE n.slug"],
  ["source", "(n:Source) REQUIRE n.id"],
  ["flag", "(n:Flag) REQUIRE n.id"],
  ["entity", "(n:Entity) REQUIRE n.id"],
  ["claim", "(n:Claim) REQUIRE (n.id, n.revision)"],
] as const;

/** Of claims that are relationships, by name. */
const OF_RELATIONSHIPS = VERBS.map(
  (verb) => [`claim_${verb.toLowerCase()}`, `()-[r:${verb}]-() REQUIRE (r.id, r.revision)`] as const,
);

/** Which constraints are there? */
const NAMES = "SHOW CONSTRAINTS YIELD name RETURN [name]";

const INDEXES: readonly string[] = ["CREATE INDEX response_to IF NOT EXISTS FOR (n:Response) ON (n.to)"];

/** Is anything here, is it ours, and was anything ever loaded? */
const WHOSE = `RETURN [EXISTS { (:GraphVersion) }, EXISTS { (n) }, EXISTS { (v:GraphVersion WHERE v.n > 0) }]`;

/** The one node that says which version the graph has. */
const GRAPH_VERSION = "MERGE (v:GraphVersion {key: 'graph'}) ON CREATE SET v.n = 0";

/**
 * Makes a database ready for loading, but for what the first load adds at its end; a second time it changes nothing.
 * @throws DATA_INVALID where it holds nodes but no GraphVersion, unless `intoExisting`.
 */
export async function prepareDatabase(connection: Connection, intoExisting: boolean): Promise<void> {
  const [row] = await connection.rows(WHOSE, {});
  const [isOurs, hasNodes, isLoaded] = (row ?? [false, false, false]) as [boolean, boolean, boolean];
  if (!isOurs && hasNodes && !intoExisting) {
    const message = `${connection.where.uri} holds another program's data: give an empty database, or load with --into-existing to add the graph to it`;
    throw new ExposureError("DATA_INVALID", message);
  }
  await constrain(connection, isLoaded ? [...OF_NODES, ...OF_RELATIONSHIPS] : OF_NODES);
  for (const text of [...INDEXES, GRAPH_VERSION]) await connection.run(text);
}

/**
 * Lets each revision of a relationship be there once, and be found by its id. The first load does this when its claims
 * are written, before any reader sees them: the indexes are then built in one go, by all processors, where claim by claim
 * they would be a sixth of its work.
 * @throws CONFLICT where a revision is there twice.
 */
export async function constrainRelationships(connection: Connection): Promise<void> {
  await constrain(connection, OF_RELATIONSHIPS);
}

async function constrain(
  connection: Connection,
  constraints: readonly (readonly [name: string, what: string])[],
): Promise<void> {
  const known = new Set((await connection.rows(NAMES, {})).map(([name]) => name));
  for (const [name, what] of constraints) {
    if (!known.has(name))
      await connection.run(`CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ${what} IS UNIQUE`);
  }
}

/**
 * The layout stands on the GraphVersion node. A graph without it is of layout 1, which lacks properties that are as good
 * as empty: it is read as it is, and the first load gives it the number in its last transaction. No row: nothing was ever
 * loaded.
 */
const LAYOUT_OF_GRAPH = "MATCH (v:GraphVersion) RETURN [coalesce(v.layout, 1)]";

/** @throws DATA_INVALID where a newer program has written into the database. */
export async function checkLayout(connection: Connection): Promise<void> {
  const [row] = await connection.rows(LAYOUT_OF_GRAPH, {});
  const layout = Number(row?.[0] ?? LAYOUT);
  if (layout <= LAYOUT) return;
  const message = `${connection.where.uri} holds a graph of layout ${layout} and this program reads layouts 1 to ${LAYOUT}: use the newer program that wrote it`;
  throw new ExposureError("DATA_INVALID", message);
}
