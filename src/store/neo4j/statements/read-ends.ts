import type { EntityId } from "../../../domain/entity.js";
import type { ReadOptions } from "../../graph-store.js";
import type { Connection } from "../connection.js";
import { placesOf } from "../places-of.js";

/**
 * Which entity has which of Neo4j's own numbers? Lists of both, some hundred entities a row. `id()` is deprecated, hence
 * the language is named: numbers hold for the length of a read.
 */
const TEXT = `CYPHER 5 MATCH (n:Entity) WHERE n.id IS NOT NULL
WITH id(n) / 100 AS block, collect(toFloat(id(n))) AS numbers, collect(n.id) AS ids
RETURN [numbers, ids]`;

/** So many rows are a page. */
const PAGE_SIZE = 100;

/** The ids of all entities, and where one stands among them by Neo4j's own number. */
export interface NumberedEnds {
  readonly ids: readonly EntityId[];
  /** @throws RangeError where no entity has the number. */
  placeOf(number: number): number;
}

export async function readEnds(connection: Connection, options: ReadOptions): Promise<NumberedEnds> {
  const ids: EntityId[] = [];
  const numbers: number[] = [];
  for await (const packs of connection.pages(TEXT, {}, PAGE_SIZE, options)) {
    for (const [itsNumbers, itsIds] of packs as unknown as readonly [number[], EntityId[]][]) {
      for (const number of itsNumbers) numbers.push(number);
      for (const id of itsIds) ids.push(id);
    }
  }
  return { ids, placeOf: placesOf(numbers) };
}
