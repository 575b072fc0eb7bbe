import type { ManagedTransaction } from "neo4j-driver";
import { ExposureError } from "../../../domain/errors.js";
import { RELATION_KIND_NAMES, RELATION_KINDS } from "../../../domain/relation-kinds.js";
import type { Cells } from "../connection.js";
import { openEnd } from "../open-end.js";
import { CLAIM_SHAPES } from "../shapes/all-shapes.js";
import { neverOf } from "../shapes/relations.js";
import { written } from "../shapes/shape.js";
import type { Ends } from "./find-ends.js";

const { relation } = CLAIM_SHAPES;

/** Several lists a transaction: the server works on one while the next is put together. */
const ROWS_PER_LIST = 1_000;

/**
 * Writes new revisions of relations, and says how many it could. The ends are Neo4j's own numbers, which need no index (a
 * sixth of the server's work; `id()` is deprecated, hence the language is named). One text a kind: a type that is known
 * beforehand and no cell that is always empty cost a fifth less. Parameter: their cells in rows.
 */
const TEXTS = new Map(
  RELATION_KIND_NAMES.map((kind) => [
    RELATION_KINDS[kind].verb as string,
    `CYPHER 5 UNWIND $rows AS row
MATCH (a:Entity) WHERE id(a) = toInteger(row[0]) MATCH (b:Entity) WHERE id(b) = toInteger(row[1])
CREATE (a)-[:${RELATION_KINDS[kind].verb} ${written(relation, neverOf(kind))}]->(b) RETURN count(*)`,
  ]),
);

/** @throws DATA_INVALID where a relation speaks of an entity that is not there. */
export async function addRelations(
  transaction: ManagedTransaction,
  rows: readonly Cells[],
  ends: readonly Ends[],
): Promise<void> {
  const numbered = rows.map((cells) => {
    const [from, to, ...rest] = cells;
    return [numberOf(ends, from, cells), numberOf(ends, to, cells), ...rest];
  });
  const running: Promise<void>[] = [];
  for (const [type, text] of TEXTS) {
    const ofType = numbered.filter((cells) => cells[2] === type);
    for (let first = 0; first < ofType.length; first += ROWS_PER_LIST) {
      running.push(add(transaction, text, ofType.slice(first, first + ROWS_PER_LIST)));
    }
  }
  await Promise.all(running);
}

function numberOf(ends: readonly Ends[], id: Cells[number] | undefined, cells: Cells): number {
  for (const known of ends) {
    const number = known.get(id as string);
    if (number !== undefined) return number;
  }
  throw openEnd("relation", cells, String(id));
}

async function add(transaction: ManagedTransaction, text: string, rows: readonly Cells[]): Promise<void> {
  const { records } = await transaction.run(text, { rows });
  if (records[0]?.get(0) === rows.length) return;
  const message =
    "another program has deleted an entity while relations to it were written: run the load again";
  throw new ExposureError("CONFLICT", message);
}
