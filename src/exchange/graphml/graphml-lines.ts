import type { Exported } from "../exported.js";
import { type AttributeType, EDGE_ATTRIBUTES, edgesOf, NODE_ATTRIBUTES, nodesOf } from "../graph-elements.js";
import { headerText } from "../header.js";
import { xmlText } from "../xml-text.js";

/**
 * A part of the graph as GraphML, for yEd, NetworkX, igraph and others. An edge is a claim, so that several may join two
 * nodes; its id is the claim's.
 */
export async function* graphmlLines(exported: Exported): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield '<key id="graph.description" for="graph" attr.name="description" attr.type="string"/>\n';
  yield* keys("node", { label: "string", ...NODE_ATTRIBUTES });
  yield* keys("edge", { label: "string", ...EDGE_ATTRIBUTES });
  yield `<graph id="exposure-graph" edgedefault="directed">\n<data key="graph.description">${xmlText(headerText(exported))}</data>\n`;
  for await (const { id, label, attributes } of nodesOf(exported))
    yield `<node id="${xmlText(id)}">${data("node", { label, ...attributes })}</node>\n`;
  for await (const { id, source, target, verb, attributes } of edgesOf(exported)) {
    const ends = `source="${xmlText(source)}" target="${xmlText(target)}"`;
    yield `<edge id="${xmlText(id)}" ${ends}>${data("edge", { label: verb, ...attributes })}</edge>\n`;
  }
  yield "</graph>\n</graphml>\n";
}

function* keys(what: string, attributes: Readonly<Record<string, AttributeType>>): Iterable<string> {
  for (const [name, type] of Object.entries(attributes))
    yield `<key id="${what}.${name}" for="${what}" attr.name="${name}" attr.type="${type}"/>\n`;
}

function data(what: string, attributes: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `<data key="${what}.${name}">${xmlText(value ?? "")}</data>`)
    .join("");
}
