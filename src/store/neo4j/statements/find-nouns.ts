import type { ManagedTransaction } from "neo4j-driver";
import type { Noun } from "../../../domain/record.js";

/** Which of these nouns are there, and since which version? Parameter: the keys. */
const TEXTS: Readonly<Record<Noun["record"], string>> = {
  dossier: "MATCH (n:Dossier) WHERE n.slug IN $keys RETURN [n.slug, n.since]",
  source: "MATCH (n:Source) WHERE n.id IN $keys RETURN [n.id, n.since]",
  flag: "MATCH (n:Flag) WHERE n.id IN $keys RETURN [n.id, n.since]",
  entity: "MATCH (n:Entity) WHERE n.id IN $keys RETURN [n.id, n.since]",
};

export async function findNouns(
  transaction: ManagedTransaction,
  record: Noun["record"],
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { records } = await transaction.run(TEXTS[record], { keys });
  return new Map(records.map((each) => each.get(0) as [string, number]));
}
