import { beforeAll, describe, expect, it } from "vitest";
import type { ResidentGraph } from "../../src/graph/resident-graph.js";
import { entityRow, eventRow, flagRow, relationRow, sourceRow } from "../exposure/naive/rows.js";
import { ask, graphOf } from "./serving.js";

const GIFT = {
  id: "claim:rows/gift",
  kind: "Funding",
  from: "company:c",
  to: "university:u",
  currency: "USD",
} as const;

/** A gift of 100 of 2019, corrected in 2024 to 200 of 2018; and a gift taken back in 2023. */
let graph: ResidentGraph;
beforeAll(async () => {
  graph = await graphOf({
    entities: [entityRow("university:u"), entityRow("company:c")],
    flags: [],
    claims: [
      relationRow({ ...GIFT, amount: "100", start: "2019", recorded: "2020-01-01", retracted: "2024-01-01" }),
      relationRow({ ...GIFT, revision: 1, amount: "200", start: "2018", recorded: "2024-01-01" }),
      relationRow({
        ...GIFT,
        id: "claim:rows/gone",
        amount: "7",
        start: "2017",
        recorded: "2020-01-01",
        retracted: "2023-01-01",
      }),
    ],
  });
});

const FIELDS = "id start recorded retracted text ... on Funding { amount { min } }";
const FIRST = {
  id: "claim:rows/gift",
  start: "2019",
  recorded: "2020-01-01",
  retracted: "2024-01-01",
  text: "company:c gave university:u $100 in 2019.",
  amount: { min: 100 },
};
const SECOND = {
  id: "claim:rows/gift",
  start: "2018",
  recorded: "2024-01-01",
  retracted: null,
  text: "company:c gave university:u $200 in 2018.",
  amount: { min: 200 },
};

async function fundings(knownAt: string) {
  const question = `{ university(id: "university:u") { funding(knownAt: "${knownAt}") { nodes { ${FIELDS} } totals { total { min } } } } }`;
  const { data } = await ask(graph, question);
  return (data as { university: { funding: unknown } }).university.funding;
}

describe("a corrected claim", () => {
  it("is listed as it was known on the day asked about, with the words of that version", async () => {
    expect(await fundings("2019-01-01")).toEqual({ nodes: [], totals: [] });
    expect(await fundings("2023-06-01")).toEqual({ nodes: [FIRST], totals: [{ total: { min: 100 } }] });
    expect(await fundings("2024-01-01")).toEqual({ nodes: [SECOND], totals: [{ total: { min: 200 } }] });
  });

  it("is found by its id as it is known now", async () => {
    expect((await ask(graph, `{ node(id: "claim:rows/gift") { ... on Claim { ${FIELDS} } } }`)).data).toEqual(
      { node: SECOND },
    );
  });

  it("carries an exposure as it was known on the question's day", async () => {
    const question = `{ exposure(university: "university:u", targets: ["company:c"], validAt: "2023-06-01", knownAt: "2023-06-01") {
      transactions { nodes { relation { ${FIELDS} } } }
      findings { nodes { path { steps { relation { id start } } } } } } }`;
    expect((await ask(graph, question)).data).toEqual({
      exposure: {
        transactions: { nodes: [{ relation: FIRST }] },
        findings: { nodes: [{ path: { steps: [{ relation: { id: "claim:rows/gift", start: "2019" } }] } }] },
      },
    });
  });
});

describe("a claim that was taken back", () => {
  it("is no longer listed, and still found by its id, with the day", async () => {
    expect(
      (await ask(graph, '{ node(id: "claim:rows/gone") { id ... on Claim { retracted start } } }')).data,
    ).toEqual({
      node: { id: "claim:rows/gone", retracted: "2023-01-01", start: "2017" },
    });
  });
});

/** A probe opened in 2019 and dismissed in 2024; the opening is told by papers of two years, the gift by one of 2024. */
const TOLD = {
  entities: [entityRow("university:u"), entityRow("company:c")],
  flags: [flagRow("probe:p")],
  claims: [
    {
      ...eventRow({ id: "claim:rows/opened", flag: "probe:p", event: "opened", start: "2019-01-10" }),
      sources: [sourceRow("2024-05-01").id, sourceRow("2019-02-01").id],
      quote: "It was opened.",
    },
    eventRow({ id: "claim:rows/dismissed", flag: "probe:p", event: "dismissed", start: "2024-03-01" }),
    relationRow({ ...GIFT, amount: "100", start: "2018", recorded: "2018-06-01", published: "2024-05-01" }),
  ],
};

describe("what a claim cites and what became of a flag", () => {
  const citations = "citations(knownAt: $knownAt) { isLater quote source { published } }";
  const question = `query ($knownAt: Date) {
    node(id: "probe:p") { ... on Flag { events(knownAt: $knownAt) { event ${citations} } } }
    gift: node(id: "claim:rows/gift") { ... on Claim { ${citations} } } }`;
  const cited = (published: string, isLater: boolean, quote: string | null = null) => ({
    isLater,
    quote,
    source: { published },
  });

  it("leave out what came later, and mark the later source of what has no other", async () => {
    const told = await graphOf(TOLD, ["2024-05-01", "2019-02-01"]);
    expect((await ask(told, question, { knownAt: "2019-04-04" })).data).toEqual({
      node: { events: [{ event: "OPENED", citations: [cited("2019-02-01", false)] }] },
      gift: { citations: [cited("2024-05-01", true)] },
    });
  });

  it("are whole where no day is asked for", async () => {
    const told = await graphOf(TOLD, ["2024-05-01", "2019-02-01"]);
    const { data } = await ask(told, question, {});
    expect(data).toMatchObject({
      node: {
        events: [
          {
            event: "OPENED",
            citations: [cited("2024-05-01", false, "It was opened."), cited("2019-02-01", false)],
          },
          { event: "DISMISSED" },
        ],
      },
      gift: { citations: [cited("2024-05-01", false)] },
    });
  });
});
