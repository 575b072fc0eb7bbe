import type { Entity } from "../../../domain/entity.js";
import type { ReadOptions } from "../../graph-store.js";
import type { Connection } from "../connection.js";
import { NOUN_SHAPES } from "../shapes/all-shapes.js";
import { cellsOf, projected } from "../shapes/shape.js";

const { entity } = NOUN_SHAPES;

/** Which of these entities are there? By id; what a load is still bringing is not there. Parameter: the ids. */
const TEXT = `MATCH (v:GraphVersion) MATCH (n:Entity) WHERE n.id IN $ids AND n.since <= v.n
WITH labels(n) AS labels, ${projected("n", entity.properties)} AS p ORDER BY p.id
RETURN [labels, ${cellsOf("p", entity.properties)}]`;

export async function readEntitiesById(
  connection: Connection,
  ids: readonly string[],
  options: ReadOptions,
): Promise<readonly Entity[]> {
  const rows = await connection.rows(TEXT, { ids }, options);
  return rows.map((cells) => entity.decode(cells) as Entity);
}
