import type { Noun } from "../../../domain/record.js";
import type { ReadOptions, RecordPage } from "../../graph-store.js";
import { type Cells, type Connection, integer } from "../connection.js";
import { NOUN_SHAPES } from "../shapes/all-shapes.js";
import { cellsOf, integral, projected } from "../shapes/shape.js";

const PAGE_SIZE = 5_000;

/** By which a reader sees it or not. */
const SINCE = integral("since");

const { dossier, source, flag, entity } = NOUN_SHAPES;

/**
 * Which dossiers, sources, flags and entities are there? In this order, each by its key, in which the index of the
 * constraint gives them: nothing is sorted, and the first rows are on their way at once. Parameter: the version (what a
 * load is still bringing belongs to the next one).
 */
const TEXTS: Readonly<Record<Noun["record"], string>> = {
  dossier: `MATCH (n:Dossier) WHERE n.slug > '' WITH n ORDER BY n.slug
WITH ${projected("n", [...dossier.properties, SINCE])} AS p WHERE p.since <= $version
RETURN [${cellsOf("p", dossier.properties)}]`,
  source: `MATCH (n:Source) WHERE n.id > '' WITH n ORDER BY n.id
WITH ${projected("n", [...source.properties, SINCE])} AS p WHERE p.since <= $version
RETURN [${cellsOf("p", source.properties)}]`,
  flag: `MATCH (n:Flag) WHERE n.id > '' WITH n ORDER BY n.id
WITH labels(n) AS labels, ${projected("n", [...flag.properties, SINCE])} AS p WHERE p.since <= $version
RETURN [labels, ${cellsOf("p", flag.properties)}]`,
  entity: `MATCH (n:Entity) WHERE n.id > '' WITH n ORDER BY n.id
WITH labels(n) AS labels, ${projected("n", [...entity.properties, SINCE])} AS p WHERE p.since <= $version
RETURN [labels, ${cellsOf("p", entity.properties)}]`,
};

export async function* readNouns(
  connection: Connection,
  version: number,
  options: ReadOptions,
): AsyncGenerator<RecordPage> {
  const parameters = { version: integer(version) };
  for (const record of Object.keys(TEXTS) as Noun["record"][]) {
    for await (const rows of connection.pages(TEXTS[record], parameters, PAGE_SIZE, options)) {
      yield nounPage(record, rows);
    }
  }
}

/** Rows of one kind as a page of nouns. */
export function nounPage(record: Noun["record"], rows: readonly Cells[]): RecordPage {
  const shape = NOUN_SHAPES[record];
  return { kind: "nouns", nouns: rows.map((cells) => ({ record, value: shape.decode(cells) }) as Noun) };
}
