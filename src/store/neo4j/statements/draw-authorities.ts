import type { ManagedTransaction } from "neo4j-driver";

/** Draws the lines from flags to the bodies that brought them, for the eye. Parameter: the flags' ids. */
const TEXT = `UNWIND $ids AS id MATCH (flag:Flag {id: id})
OPTIONAL MATCH (flag)-[old:BROUGHT_BY]->() DELETE old
WITH DISTINCT flag UNWIND flag.authorities AS authority MATCH (body:Entity {id: authority})
CREATE (flag)-[:BROUGHT_BY]->(body)`;

export async function drawAuthorities(
  transaction: ManagedTransaction,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await transaction.run(TEXT, { ids });
}
