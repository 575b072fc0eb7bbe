import type { Noun } from "../../../domain/record.js";
import type { ReadOptions, RecordPage } from "../../graph-store.js";
import { type Cells, type Connection, integer } from "../connection.js";
import { NOUN_SHAPES } from "../shapes/all-shapes.js";
import { cellsOf, projected } from "../shapes/shape.js";

const PAGE_SIZE = 5_000;

const { dossier, source, flag, entity } = NOUN_SHAPES;

/**
 * Which dossiers, sources, flags and entities are there? In this order, each by its key. Parameter: the version
 * (what a load is still bringing belongs to the next one).
 */
const TEXTS: Readonly<Record<Noun["record"], string>> = {
  dossier: `MATCH (n:Dossier) WHERE n.slug > '' AND n.since <= $version
WITH ${projected("n", dossier.properties)} AS p ORDER BY p.slug
RETURN [${cellsOf("p", dossier.properties)}]`,
  source: `MATCH (n:Source) WHERE n.id > '' AND n.since <= $version
WITH ${projected("n", source.properties)} AS p ORDER BY p.id
RETURN [${cellsOf("p", source.properties)}]`,
  flag: `MATCH (n:Flag) WHERE n.id > '' AND n.since <= $version
WITH labels(n) AS labels, ${projected("n", flag.properties)} AS p ORDER BY p.id
RETURN [labels, ${cellsOf("p", flag.properties)}]`,
  entity: `MATCH (n:Entity) WHERE n.id > '' AND n.since <= $version
WITH labels(n) AS labels, ${projected("n", entity.properties)} AS p ORDER BY p.id
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
