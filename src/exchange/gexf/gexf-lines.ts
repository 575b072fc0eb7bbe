import { DAWN, type Day, NEVER, printDay } from "../../domain/day.js";
import type { Claim } from "../../domain/record.js";
import type { Exported } from "../exported.js";
import { type AttributeType, EDGE_ATTRIBUTES, edgesOf, NODE_ATTRIBUTES, nodesOf } from "../graph-elements.js";
import { headerOf, headerText } from "../header.js";
import { xmlText } from "../xml-text.js";

/**
 * A part of the graph as GEXF 1.3, for Gephi and its kin. An edge is a claim: `kind` keeps parallel ones apart, and a
 * spell says when it may hold (from the first possible day of its start to the last possible day of its end; an open
 * side is left out). Dates as the source gives them stand beside, as attributes.
 */
export async function* gexfLines(exported: Exported): AsyncGenerator<string> {
  const { graphVersion, knownAt } = headerOf(exported);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
  yield `<meta lastmodifieddate="${knownAt}"><creator>exposure-graph</creator><description>${xmlText(headerText(exported))}</description><keywords>graph version ${xmlText(graphVersion)}</keywords></meta>\n`;
  yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n';
  yield* declarations("node", NODE_ATTRIBUTES);
  yield* declarations("edge", EDGE_ATTRIBUTES);
  yield "<nodes>\n";
  for await (const { id, label, attributes } of nodesOf(exported))
    yield `<node id="${xmlText(id)}" label="${xmlText(label)}">${values(attributes)}</node>\n`;
  yield "</nodes>\n<edges>\n";
  for await (const { id, source, target, verb, claim, attributes } of edgesOf(exported)) {
    const ends = `source="${xmlText(source)}" target="${xmlText(target)}"`;
    yield `<edge id="${xmlText(id)}" ${ends} kind="${verb}" label="${verb}">${values(attributes)}${spell(claim)}</edge>\n`;
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}

function* declarations(what: string, attributes: Readonly<Record<string, AttributeType>>): Iterable<string> {
  yield `<attributes class="${what}" mode="static">\n`;
  for (const [name, type] of Object.entries(attributes))
    yield `<attribute id="${name}" title="${name}" type="${type}"/>\n`;
  yield "</attributes>\n";
}

function values(attributes: Readonly<Record<string, string | number | null>>): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== null && value !== "");
  const written = given.map(([name, value]) => `<attvalue for="${name}" value="${xmlText(value ?? "")}"/>`);
  return `<attvalues>${written.join("")}</attvalues>`;
}

function spell({ clock }: Claim): string {
  const start = day("start", clock.startEarliest);
  // A claim holds before `endLatest`; a spell includes its end.
  const end = day("end", clock.endLatest >= NEVER ? NEVER : clock.endLatest - 1);
  return start === "" && end === "" ? "" : `<spells><spell${start}${end}/></spells>`;
}

function day(name: string, value: Day): string {
  return value <= DAWN || value >= NEVER ? "" : ` ${name}="${printDay(value)}"`;
}
