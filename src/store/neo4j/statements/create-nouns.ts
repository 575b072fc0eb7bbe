import type { ManagedTransaction } from "neo4j-driver";
import type { Noun } from "../../../domain/record.js";
import { type Cells, integer } from "../connection.js";
import { NOUN_SHAPES } from "../shapes/all-shapes.js";
import { written } from "../shapes/shape.js";

const { dossier, source, flag, entity } = NOUN_SHAPES;

/** Writes new nouns, which nobody sees before the version. Parameters: their cells in rows, the version. */
const TEXTS: Readonly<Record<Noun["record"], string>> = {
  dossier: `UNWIND $rows AS row CREATE (n:Dossier ${written(dossier)}) SET n.since = $since`,
  source: `UNWIND $rows AS row CREATE (n:Source ${written(source)}) SET n.since = $since`,
  flag: `UNWIND $rows AS row CREATE (n:$(row[0]) ${written(flag)}) SET n.since = $since`,
  entity: `UNWIND $rows AS row CREATE (n:$(row[0]) ${written(entity)}) SET n.since = $since`,
};

export async function createNouns(
  transaction: ManagedTransaction,
  record: Noun["record"],
  rows: readonly Cells[],
  since: number,
): Promise<void> {
  if (rows.length > 0) await transaction.run(TEXTS[record], { rows, since: integer(since) });
}
