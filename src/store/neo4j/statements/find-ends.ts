import type { ManagedTransaction } from "neo4j-driver";
import type { EntityId } from "../../../domain/entity.js";

/** Neo4j's own numbers of entities. They hold as long as no entity is deleted: for the length of a load. */
export type Ends = ReadonlyMap<EntityId, number>;

/** Which of Neo4j's own numbers do these entities have? Parameter: the ids. */
const TEXT = "CYPHER 5 MATCH (n:Entity) WHERE n.id IN $ids RETURN [n.id, id(n)]";

/** Entities that are not there are left out. */
export async function findEnds(transaction: ManagedTransaction, ids: ReadonlySet<EntityId>): Promise<Ends> {
  if (ids.size === 0) return new Map();
  const { records } = await transaction.run(TEXT, { ids: [...ids] });
  return new Map(records.map((each) => each.get(0) as [EntityId, number]));
}
