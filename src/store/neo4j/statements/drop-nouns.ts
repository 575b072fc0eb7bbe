import type { ManagedTransaction } from "neo4j-driver";
import type { Noun } from "../../../domain/record.js";
import { RELATION_TYPES } from "../shapes/relations.js";

/**
 * Takes away nouns of which no kept claim speaks, and keeps the others, held by no dossier: claims are kept when
 * they are retracted. Parameter: the keys. Flags before entities: a flag's own line to an authority does not count
 * against the flag, and goes with it.
 */
const TEXTS: Readonly<Record<Noun["record"], string>> = {
  dossier: `UNWIND $keys AS key MATCH (n:Dossier {slug: key})
WITH n, EXISTS { MATCH ()-[r:CONCERNS|${RELATION_TYPES}]->()
    WHERE r.id STARTS WITH 'claim:' + n.slug + '/' AND r.revision IS NOT NULL }
  OR EXISTS { MATCH (c:Claim) WHERE c.id STARTS WITH 'claim:' + n.slug + '/' AND c.revision IS NOT NULL } AS named
CALL (n, named) { WITH n, named WHERE named SET n.dropped = true }
CALL (n, named) { WITH n, named WHERE NOT named DETACH DELETE n }`,
  source: `CALL {
  MATCH ()-[r:CONCERNS|${RELATION_TYPES}]->() UNWIND r.sources AS id WITH id WHERE id IN $keys RETURN DISTINCT id
  UNION MATCH (c:Claim) UNWIND c.sources AS id WITH id WHERE id IN $keys RETURN DISTINCT id
}
WITH collect(id) AS cited
MATCH (n:Source) WHERE n.id IN $keys
CALL (n, cited) { WITH n, cited WHERE n.id IN cited SET n.dropped = true }
CALL (n, cited) { WITH n, cited WHERE NOT n.id IN cited DETACH DELETE n }`,
  flag: `UNWIND $keys AS key MATCH (n:Flag {id: key})
WITH n, EXISTS { (n)-[:CONCERNS|HAS_EVENT]->() } OR EXISTS { (n)<-[:ANSWERS]-() } AS named
CALL (n, named) { WITH n, named WHERE named SET n.dossiers = [] }
CALL (n, named) { WITH n, named WHERE NOT named DETACH DELETE n }`,
  entity: `UNWIND $keys AS key MATCH (n:Entity {id: key})
WITH n, EXISTS { (n)--() } AS named
CALL (n, named) { WITH n, named WHERE named SET n.dossiers = [] }
CALL (n, named) { WITH n, named WHERE NOT named DETACH DELETE n }`,
};

const ORDER = ["dossier", "source", "flag", "entity"] as const;

/** Drops nouns that no dossier holds any more; those that a kept claim speaks of stay, held by none. */
export async function dropNouns(
  transaction: ManagedTransaction,
  dropped: readonly { readonly record: Noun["record"]; readonly id: string }[],
): Promise<void> {
  for (const record of ORDER) {
    const keys = dropped.filter((each) => each.record === record).map((each) => each.id);
    if (keys.length > 0) await transaction.run(TEXTS[record], { keys });
  }
}
