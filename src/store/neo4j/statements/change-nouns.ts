import type { ManagedTransaction } from "neo4j-driver";
import type { Noun } from "../../../domain/record.js";
import type { Cells } from "../connection.js";
import { NOUN_SHAPES } from "../shapes/all-shapes.js";
import { written } from "../shapes/shape.js";

const { dossier, source, flag, entity } = NOUN_SHAPES;

/** Writes nouns that are there anew; a dropped one is held again. Parameter: their cells in rows. */
const TEXTS: Readonly<Record<Noun["record"], string>> = {
  dossier: `UNWIND $rows AS row MATCH (n:Dossier {slug: row[0]}) SET n += ${written(dossier)} REMOVE n.dropped`,
  source: `UNWIND $rows AS row MATCH (n:Source {id: row[0]}) SET n += ${written(source)} REMOVE n.dropped`,
  flag: `UNWIND $rows AS row MATCH (n:Flag {id: row[1]}) SET n += ${written(flag)}`,
  entity: `UNWIND $rows AS row MATCH (n:Entity {id: row[1]}) SET n += ${written(entity)}`,
};

export async function changeNouns(
  transaction: ManagedTransaction,
  record: Noun["record"],
  rows: readonly Cells[],
): Promise<void> {
  if (rows.length > 0) await transaction.run(TEXTS[record], { rows });
}
