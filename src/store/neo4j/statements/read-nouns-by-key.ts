import type { Noun } from "../../../domain/record.js";
import type { NounKey, ReadOptions } from "../../graph-store.js";
import type { Connection } from "../connection.js";
import { NOUN_SHAPES } from "../shapes/all-shapes.js";
import { cellsOf, projected } from "../shapes/shape.js";

const { dossier, source, flag, entity } = NOUN_SHAPES;

/** Which of these nouns are there? What a load is still bringing is not. Parameter: the keys. */
const TEXTS: Readonly<Record<Noun["record"], string>> = {
  dossier: `MATCH (v:GraphVersion) MATCH (n:Dossier) WHERE n.slug IN $keys AND n.since <= v.n
WITH ${projected("n", dossier.properties)} AS p RETURN [${cellsOf("p", dossier.properties)}]`,
  source: `MATCH (v:GraphVersion) MATCH (n:Source) WHERE n.id IN $keys AND n.since <= v.n
WITH ${projected("n", source.properties)} AS p RETURN [${cellsOf("p", source.properties)}]`,
  flag: `MATCH (v:GraphVersion) MATCH (n:Flag) WHERE n.id IN $keys AND n.since <= v.n
WITH labels(n) AS labels, ${projected("n", flag.properties)} AS p RETURN [labels, ${cellsOf("p", flag.properties)}]`,
  entity: `MATCH (v:GraphVersion) MATCH (n:Entity) WHERE n.id IN $keys AND n.since <= v.n
WITH labels(n) AS labels, ${projected("n", entity.properties)} AS p RETURN [labels, ${cellsOf("p", entity.properties)}]`,
};

export async function readNounsByKey(
  connection: Connection,
  keys: readonly NounKey[],
  options: ReadOptions,
): Promise<readonly Noun[]> {
  const found: Noun[] = [];
  for (const record of Object.keys(TEXTS) as Noun["record"][]) {
    const ids = keys.filter((key) => key.record === record).map(({ id }) => id);
    if (ids.length === 0) continue;
    const rows = await connection.rows(TEXTS[record], { keys: ids }, options);
    found.push(...rows.map((cells) => ({ record, value: NOUN_SHAPES[record].decode(cells) }) as Noun));
  }
  return found;
}
