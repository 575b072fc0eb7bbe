import { expect } from "vitest";
import { ResidentGraph } from "../../src/graph/resident-graph.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import {
  decisionRow,
  entityRow,
  eventRow,
  flagRow,
  relationRow,
  subjectRow,
} from "../exposure/naive/rows.js";
import type { World } from "../exposure/naive/world.js";
import { ask, counting } from "./serving.js";

/**
 * A university with so many of everything: listed companies that pay it through a subsidiary, programs, parts,
 * decisions. Every relation cites a source of 2020; some have no start.
 */
export function worldOf(rows: number): World {
  const each = Array.from({ length: rows }, (_, row) => row);
  const published = "2020-05-01";
  return {
    entities: [
      entityRow("university:u"),
      ...each.flatMap((row) => [
        entityRow(`company:t${row}`),
        entityRow(`company:x${row}`),
        entityRow(`program:p${row}`),
        entityRow(`organization:o${row}`),
      ]),
    ],
    flags: each.map((row) => flagRow(`listing:l${row}`)),
    claims: each.flatMap((row) => [
      subjectRow({
        id: `claim:rows/s${row}`,
        flag: `listing:l${row}`,
        entity: `company:t${row}`,
        role: "listed",
        start: "2018",
        published,
      }),
      eventRow({
        id: `claim:rows/e${row}`,
        flag: `listing:l${row}`,
        event: "listed",
        start: "2018",
        published,
      }),
      relationRow({
        id: `claim:rows/c${row}`,
        kind: "Control",
        from: `company:t${row}`,
        to: `company:x${row}`,
        published,
      }),
      relationRow({
        id: `claim:rows/f${row}`,
        kind: "Funding",
        from: `company:x${row}`,
        to: "university:u",
        amount: "1000",
        currency: "USD",
        start: "2019-03",
        published,
      }),
      relationRow({
        id: `claim:rows/n${row}`,
        kind: "Participation",
        from: "university:u",
        to: `program:p${row}`,
        published,
      }),
      relationRow({
        id: `claim:rows/b${row}`,
        kind: "Backing",
        from: `company:t${row}`,
        to: `program:p${row}`,
        published,
      }),
      relationRow({
        id: `claim:rows/o${row}`,
        kind: "PartOf",
        from: `organization:o${row}`,
        to: "university:u",
        published,
      }),
      decisionRow({
        id: `claim:rows/d${row}`,
        by: "university:u",
        kind: "review",
        counterparties: [`company:t${row}`],
        coversSubsidiaries: true,
        start: "2019",
        published,
      }),
    ]),
  };
}

export const PUBLISHED = ["2020-05-01"];

const CLAIM =
  "id text start end note recorded retracted status citations { quote source { title } } dossier { slug claims }";
const ENTITY = "id name kind aliases country region founded dissolved website summary identifiers { value }";

/** Operations that reach everything that only the store holds, at every depth that the schema offers. */
export const OPERATIONS: Readonly<Record<string, string>> = {
  resident: `{
    exposure(university: "university:u", validAt: "2024-01-01") {
      scope { validAt dossiers { slug } }
      totals { currency concurrent { min max } }
      findings(first: 500) { totalCount nodes {
        id key channel timing control target { id name kind aliases country } targetGroup { id }
        totals { currency concurrent { min } transactions } flags { flag { id title } state timing }
        path { hops text steps { from { id name } to { id } relation { id kind } forward } }
        counterparties { counterparty { id name } asOf transactions { relation { id ... on Funding { amount { min } } } timing days } }
        restsOn criticalClaims { id status } responses { id }
      } }
    }
  }`,
  entities: `{ companies(first: 500) { nodes { ${ENTITY} relationCounts { kind count } } } }`,
  relations: `{ university(id: "university:u") { ${ENTITY}
    relations(first: 500) { totalCount nodes { ${CLAIM} kind from { ${ENTITY} } to { ${ENTITY} }
      ... on Funding { form amount { min } } ... on Participation { role } ... on Backing { backing: role } ... on Control { basis } } }
    funding(first: 500) { totals { total { min } } nodes { ${CLAIM} form } }
    programs(first: 500) { nodes { ${ENTITY} backers { ${ENTITY} } participants { nodes { id summary } } } }
    parts { ${ENTITY} }
  } }`,
  timeline: `{ university(id: "university:u") { timeline(first: 500) { totalCount nodes { date text claim { ${CLAIM} } flag { title } } } } }`,
  flags: `{ flags(first: 500) { nodes { id title state outcome { text } responses { text } events { ${CLAIM} }
    subjects { nodes { ${CLAIM} entity { ${ENTITY} } } } } } }`,
  decisions: `{ decisions(first: 500) { nodes { ${CLAIM} by { ${ENTITY} } counterparties { ${ENTITY} } responses { text } } } }`,
  explained: `{ exposure(university: "university:u", validAt: "2024-01-01") {
    summary denied { ${CLAIM} }
    groups(first: 500) { nodes { group { ${ENTITY} } findings { key } } }
    transactions(first: 500) { nodes { relation { ${CLAIM} } byFlag { flag { title } } afterDecision { explanation } } }
    findings(first: 500) { nodes { explanation citations { quote source { title } } criticalClaims { ${CLAIM} }
      target { ${ENTITY} } path { steps { relation { ${CLAIM} } } } } }
  } }`,
  exposed: `{ exposedUniversities(to: "company:t0", validAt: "2024-01-01") { nodes { university { ${ENTITY} } findings { explanation } } } }`,
  nodes: `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Claim { ${CLAIM} } ... on Entity { ${ENTITY} } } }`,
};

/** The variables of an operation over so many rows. */
export function variablesOf(rows: number): { readonly ids: readonly string[] } {
  const each = Array.from({ length: rows }, (_, row) => row);
  return { ids: each.flatMap((row) => [`claim:rows/f${row}`, `company:t${row}`, `claim:rows/d${row}`]) };
}

/** How many statements each operation takes at a store. */
export async function statementsOver(store: GraphStore, rows: number): Promise<Record<string, number>> {
  const counted = counting(store);
  const graph = new ResidentGraph(counted);
  const taken: Record<string, number> = {};
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    counted.statements = 0;
    const { errors, data } = await ask(graph, operation, variablesOf(rows));
    expect([name, errors]).toEqual([name, undefined]);
    expect(data).toBeTruthy();
    taken[name] = counted.statements;
  }
  return taken;
}
