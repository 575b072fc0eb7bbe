import type { ManagedTransaction } from "neo4j-driver";
import type { EntityId } from "../../domain/entity.js";
import { ExposureError } from "../../domain/errors.js";
import { RELATION_KIND_NAMES, RELATION_KINDS } from "../../domain/relation-kinds.js";
import type { StoredClaim } from "../graph-store.js";
import { danglingReference } from "../refusals.js";
import type { Cell, Cells } from "./connection.js";
import { CLAIM_MAPPINGS, neverOf } from "./mapping.js";

/** Neo4j's own numbers of entities. They hold as long as no entity is deleted: for the length of a load. */
export type Ends = ReadonlyMap<EntityId, number>;

/** Which of Neo4j's own numbers do these entities have? Those that are not there are left out. */
export async function findEnds(transaction: ManagedTransaction, ids: ReadonlySet<EntityId>): Promise<Ends> {
  if (ids.size === 0) return new Map();
  const text = "CYPHER 5 MATCH (n:Entity) WHERE n.id IN $ids RETURN [n.id, id(n)]";
  const { records } = await transaction.run(text, { ids: [...ids] });
  return new Map(records.map((each) => each.get(0) as [EntityId, number]));
}

/** Several lists a transaction: the server works on one while the next is put together. */
const ROWS_PER_LIST = 1_000;

const { cell, indexOf, written, encode } = CLAIM_MAPPINGS.relation;
const [KIND, FROM, TO, ID] = [indexOf("kind"), indexOf("from"), indexOf("to"), indexOf("id")];

/**
 * Writes new revisions of relations, and says how many it could. The ends are Neo4j's own numbers, which need no index (a
 * sixth of the server's work; `id()` is deprecated, hence the language is named). One text a kind: a type that is known
 * beforehand and no cell that is always empty cost a fifth less. Parameter: their cells in rows.
 */
const TEXTS = new Map(
  RELATION_KIND_NAMES.map((kind) => [
    RELATION_KINDS[kind].verb as string,
    `CYPHER 5 UNWIND $rows AS row
MATCH (a:Entity) WHERE id(a) = toInteger(${cell("from")}) MATCH (b:Entity) WHERE id(b) = toInteger(${cell("to")})
CREATE (a)-[:${RELATION_KINDS[kind].verb} ${written(neverOf(kind))}]->(b) RETURN count(*)`,
  ]),
);

/** @throws DATA_INVALID where a relation speaks of an entity that is not there. */
export async function addRelations(
  transaction: ManagedTransaction,
  relations: readonly StoredClaim[],
  ends: readonly Ends[],
): Promise<void> {
  const numbered = relations.map((stored) => {
    const row: Cell[] = [...encode(stored)];
    for (const end of [FROM, TO]) row[end] = numberOf(ends, row[end], row);
    return row;
  });
  const running: Promise<void>[] = [];
  for (const [type, text] of TEXTS) {
    const ofType = numbered.filter((row) => row[KIND] === type);
    for (let first = 0; first < ofType.length; first += ROWS_PER_LIST) {
      running.push(add(transaction, text, ofType.slice(first, first + ROWS_PER_LIST)));
    }
  }
  await Promise.all(running);
}

function numberOf(ends: readonly Ends[], id: Cell | undefined, row: Cells): number {
  for (const known of ends) {
    const number = known.get(id as string);
    if (number !== undefined) return number;
  }
  throw danglingReference(String(row[ID]), String(id));
}

async function add(transaction: ManagedTransaction, text: string, rows: readonly Cells[]): Promise<void> {
  const { records } = await transaction.run(text, { rows });
  if (records[0]?.get(0) === rows.length) return;
  const message =
    "another program has deleted an entity while relations to it were written: run the load again";
  throw new ExposureError("CONFLICT", message);
}
