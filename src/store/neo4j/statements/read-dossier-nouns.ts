import type { Noun } from "../../../domain/record.js";
import type { ReadOptions, RecordPage } from "../../graph-store.js";
import { type Connection, integer } from "../connection.js";
import { NOUN_SHAPES } from "../shapes/all-shapes.js";
import { cellsOf, projected } from "../shapes/shape.js";
import { nounPage } from "./read-nouns.js";

const PAGE_SIZE = 5_000;

const { dossier, source, flag, entity } = NOUN_SHAPES;

/** Which nouns does a dossier hold? In the order of readNouns. Parameters: its slug, the version. */
const TEXTS: Readonly<Record<Noun["record"], string>> = {
  dossier: `MATCH (n:Dossier) WHERE n.slug = $slug AND n.since <= $version AND n.dropped IS NULL
WITH ${projected("n", dossier.properties)} AS p
RETURN [${cellsOf("p", dossier.properties)}]`,
  source: `MATCH (n:Source) WHERE n.id STARTS WITH 'source:' + $slug + '/' AND n.since <= $version AND n.dropped IS NULL
WITH ${projected("n", source.properties)} AS p ORDER BY p.id
RETURN [${cellsOf("p", source.properties)}]`,
  flag: `MATCH (n:Flag) WHERE $slug IN n.dossiers AND n.since <= $version
WITH labels(n) AS labels, ${projected("n", flag.properties)} AS p ORDER BY p.id
RETURN [labels, ${cellsOf("p", flag.properties)}]`,
  entity: `MATCH (n:Entity) WHERE $slug IN n.dossiers AND n.since <= $version
WITH labels(n) AS labels, ${projected("n", entity.properties)} AS p ORDER BY p.id
RETURN [labels, ${cellsOf("p", entity.properties)}]`,
};

export async function* readDossierNouns(
  connection: Connection,
  slug: string,
  version: number,
  options: ReadOptions,
): AsyncGenerator<RecordPage> {
  const parameters = { slug, version: integer(version) };
  for (const record of Object.keys(TEXTS) as Noun["record"][]) {
    for await (const rows of connection.pages(TEXTS[record], parameters, PAGE_SIZE, options)) {
      yield nounPage(record, rows);
    }
  }
}
