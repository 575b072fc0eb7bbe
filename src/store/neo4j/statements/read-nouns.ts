import type { Noun } from "../../../domain/record.js";
import type { ReadOptions, RecordPage } from "../../graph-store.js";
import { type Cells, type Connection, integer } from "../connection.js";
import { NOUN_SHAPES } from "../shapes/all-shapes.js";
import { cellsOf, integral, projected } from "../shapes/shape.js";

/** So many nouns travel as one row, and so many such rows are a page (see read-relation-columns.ts). */
const PACK_SIZE = 30;
const PAGE_SIZE = 100;

/** By which a reader sees it or not. */
const SINCE = integral("since");

const { dossier, source, flag, entity } = NOUN_SHAPES;

/**
 * Which nouns of a kind are there? By key, in which order the index of the constraint gives them: nothing is sorted. First
 * the nodes, which take little of the server's memory, then what they hold, a pack at a time. Parameter: the version (what
 * a load is still bringing belongs to the next one).
 */
function text(
  label: string,
  key: string,
  { properties, leading }: (typeof NOUN_SHAPES)[Noun["record"]],
): string {
  const labels = leading === 1 ? "labels(n), " : "";
  return `MATCH (n:${label}) WHERE n.${key} > '' WITH n ORDER BY n.${key} WITH collect(n) AS nodes
UNWIND range(0, size(nodes) - 1, ${PACK_SIZE}) AS first
CALL (nodes, first) {
  UNWIND nodes[first..first + ${PACK_SIZE}] AS n
  WITH n, ${projected("n", [...properties, SINCE])} AS p WHERE p.since <= $version
  RETURN collect([${labels}${cellsOf("p", properties)}]) AS pack
}
RETURN pack`;
}

/** In this order. */
const TEXTS: Readonly<Record<Noun["record"], string>> = {
  dossier: text("Dossier", "slug", dossier),
  source: text("Source", "id", source),
  flag: text("Flag", "id", flag),
  entity: text("Entity", "id", entity),
};

export async function* readNouns(
  connection: Connection,
  version: number,
  options: ReadOptions,
): AsyncGenerator<RecordPage> {
  const parameters = { version: integer(version) };
  for (const record of Object.keys(TEXTS) as Noun["record"][]) {
    for await (const rows of connection.packedPages(TEXTS[record], parameters, PAGE_SIZE, options)) {
      yield nounPage(record, rows);
    }
  }
}

/** Rows of one kind as a page of nouns. */
export function nounPage(record: Noun["record"], rows: readonly Cells[]): RecordPage {
  const shape = NOUN_SHAPES[record];
  return { kind: "nouns", nouns: rows.map((cells) => ({ record, value: shape.decode(cells) }) as Noun) };
}
