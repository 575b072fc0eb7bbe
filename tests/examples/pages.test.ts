import { beforeAll, describe, expect, it } from "vitest";
import type { ResidentGraph } from "../../src/graph/resident-graph.js";
import { openStore } from "../../src/store/open-store.js";
import { ask } from "../graphql/serving.js";
import { seeded } from "./examples.js";

let graph: ResidentGraph;
beforeAll(async () => {
  graph = await seeded(await openStore({ engine: "memory" }));
}, 60_000);

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: unknown }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const EXPOSURE =
  'exposure(university: "university:uc-berkeley", validAt: "2026-11-24", knownAt: "2026-11-24")';

/** Connections of answers, whose order is the engine's: a field path, and what tells their nodes apart. */
const CONNECTIONS: readonly (readonly [
  name: string,
  outer: readonly string[],
  field: string,
  node: string,
])[] = [
  ["findings", [EXPOSURE], "findings", "key"],
  ["transactions", [EXPOSURE], "transactions", "relation { id }"],
  ["groups", [EXPOSURE], "groups", "group { id }"],
  [
    "exposed universities",
    [],
    'exposedUniversities(to: "company:huawei-technologies", validAt: "2026-11-24")',
    "university { id }",
  ],
  ["timeline", ['university(id: "university:mit")'], "timeline", "claim { id }"],
  ["hits of a search", [], 'search(text: "huawei")', "entity { id }"],
  ["flags", [], "flags", "id"],
  ["universities by country", [], "universities(orderBy: { by: COUNTRY, direction: DESCENDING })", "id"],
];

async function page(outer: readonly string[], field: string, node: string, args: string): Promise<Page> {
  const withArgs = field.endsWith(")") ? `${field.slice(0, -1)}, ${args})` : `${field}(${args})`;
  const inner = `answer: ${withArgs} { totalCount edges { cursor node { ${node} } } pageInfo { hasNextPage endCursor } }`;
  const question = outer.reduceRight((asked, step) => `answer: ${step} { ${asked} }`, inner);
  let { data, errors } = await ask(graph, `{ ${question} }`, {}, "2026-11-24");
  expect(errors).toBeUndefined();
  for (let step = 0; step <= outer.length; step += 1) data = (data as { answer: typeof data }).answer;
  return data as unknown as Page;
}

describe("pages of an answer, one after the other, make up the whole", () => {
  it.each(CONNECTIONS)("%s", async (_, outer, field, node) => {
    const whole = await page(outer, field, node, "first: 500");
    expect(whole.edges).toHaveLength(whole.totalCount);
    const read: unknown[] = [];
    for (let after = ""; ; ) {
      const next = await page(outer, field, node, `first: 5${after}`);
      read.push(...next.edges.map((edge) => edge.node));
      if (!next.pageInfo.hasNextPage) break;
      after = `, after: "${next.pageInfo.endCursor}"`;
    }
    expect(read).toEqual(whole.edges.map((edge) => edge.node));
  });
});
