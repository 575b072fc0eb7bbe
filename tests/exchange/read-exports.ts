import { parse } from "csv-parse/sync";
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import { CSV_TABLES, type CsvTable, EXPORT_FORMATS } from "../../src/exchange/export-formats.js";
import { type Exported, exported } from "../../src/exchange/exported.js";
import type { ResidentGraph } from "../../src/graph/resident-graph.js";
import { answerSubgraph, type SubgraphQuestion } from "../../src/questions/subgraph.js";

/** A part of a graph, ready to be written. */
export async function partOfGraph(graph: ResidentGraph, question: SubgraphQuestion): Promise<Exported> {
  return exported(await answerSubgraph(graph, question), graph.store);
}

/** An export as it is written. */
export async function textOf(lines: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const line of lines) text += line;
  return text;
}

/** Readers that others wrote: what they see is what other programs get. */
export async function read(part: Exported) {
  const [json, gexfText, graphmlText] = await Promise.all(
    (["json", "gexf", "graphml"] as const).map((format) => textOf(EXPORT_FORMATS[format].lines(part))),
  );
  return {
    json: JSON.parse(json ?? ""),
    gexf: gexf.parse(MultiDirectedGraph, gexfText ?? "", { allowUndeclaredAttributes: false }),
    graphml: graphml.parse(MultiDirectedGraph, graphmlText ?? ""),
  };
}

/** A table of an export as records. */
export async function readTable(part: Exported, table: CsvTable): Promise<readonly Record<string, string>[]> {
  return parse(await textOf(CSV_TABLES[table](part)), { columns: true });
}
