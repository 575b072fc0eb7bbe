import { beforeAll, describe, expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { EXPORT_FORMATS, type ExportFormat } from "../../src/exchange/export-formats.js";
import type { ResidentGraph } from "../../src/graph/resident-graph.js";
import { answerExposedUniversities } from "../../src/questions/exposed-universities.js";
import type { SubgraphQuestion } from "../../src/questions/subgraph.js";
import { openStore } from "../../src/store/open-store.js";
import { seeded } from "../examples/examples.js";
import { entityRow, flagRow, relationRow, subjectRow } from "../exposure/naive/rows.js";
import { graphOf } from "../graphql/serving.js";
import { partOfGraph, read, readTable, textOf } from "./read-exports.js";

const CLOCKS = { validAt: parseDay("2026-11-24"), knownAt: parseDay("2026-11-24") };
const HUAWEI = "company:huawei-technologies";

let graph: ResidentGraph;
beforeAll(async () => {
  graph = await seeded(await openStore({ engine: "memory" }));
}, 60_000);

const PARTS: readonly [string, SubgraphQuestion][] = [
  ["the proofs of a university's exposure", { university: "university:mit" }],
  ["the proofs of everybody's exposure to a target", { exposedTo: HUAWEI }],
  ["what lies around an entity", { entity: HUAWEI, hops: 2 }],
  ["what a dossier states", { dossier: "mit-2019" }],
];

it("warns of a list of which nothing is loaded, in every format", async () => {
  const question = { university: "university:mit", flags: { lists: ["us-meu"] }, ...CLOCKS };
  const { json, gexf, graphml } = await read(await partOfGraph(graph, question));
  expect(json.warnings).toEqual([expect.stringMatching(/^No listing on us-meu /)]);
  for (const text of [gexf, graphml]) expect(JSON.stringify(text)).toContain(json.warnings[0]);
});

describe.each(PARTS)("%s", (_name, question) => {
  const part = () => partOfGraph(graph, { ...question, ...CLOCKS });

  it("is closed in itself and carries clocks, version, licences and every response", async () => {
    const { json } = await read(await part());
    expect(json).toMatchObject({ graphVersion: "1", validAt: "2026-11-24", knownAt: "2026-11-24" });
    const ids = new Set(json.entities.map(({ id }: { id: string }) => id));
    expect(ids.size).toBeGreaterThan(2);
    expect(json.relations.length).toBeGreaterThan(0);
    for (const { from, to } of json.relations) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
    const sources = new Set(json.sources.map(({ id }: { id: string }) => id));
    const slugs = new Set(json.dossiers.map(({ slug }: { slug: string }) => slug));
    for (const claim of claimsOf(json)) {
      for (const { source } of claim.citations) expect(sources).toContain(source);
      expect(slugs).toContain(claim.dossier);
      expect(claim.text).toMatch(/\.$/);
    }
    for (const { licence } of json.dossiers) expect(licence).toMatch(/CC BY/);
    for (const flag of json.flags) {
      for (const { entity } of flag.subjects) expect(ids).toContain(entity);
      const answered = graph.current().then((projection) => projection.flags.get(flag.id)?.responses);
      expect(flag.responses.map(({ id }: { id: string }) => id)).toEqual(
        (await answered)?.map(({ id }) => id),
      );
    }
  });

  it("reads the same in GEXF, in GraphML and in JSON", async () => {
    const { json, gexf, graphml } = await read(await part());
    const decided = json.decisions.flatMap(
      ({ id, counterparties }: { id: string; counterparties: string[] }) =>
        counterparties
          .filter((other) => json.entities.some((entity: { id: string }) => entity.id === other))
          .map((other) => `${id}/${other}`),
    );
    const nodes = [...json.entities, ...json.flags].map(({ id }) => id).sort();
    const edges = [
      ...json.relations.map(({ id }: { id: string }) => id),
      ...json.flags.flatMap(({ subjects }: { subjects: { id: string }[] }) => subjects.map(({ id }) => id)),
      ...decided,
    ].sort();
    for (const other of [gexf, graphml]) {
      expect(other.nodes().sort()).toEqual(nodes);
      expect(other.edges().sort()).toEqual(edges);
      for (const { id, name, country } of json.entities)
        expect(other.getNodeAttributes(id)).toMatchObject({ label: name, ...(country && { country }) });
      for (const { id, from, to, text, status, amount, citations } of json.relations) {
        expect(other.extremities(id)).toEqual([from, to]);
        expect(other.getEdgeAttributes(id)).toMatchObject({
          text,
          status,
          ...(amount && { amount_min: amount.min }),
          ...(citations[0]?.quote && { quote: citations[0].quote }),
        });
      }
    }
  });

  it("has a row for each relation in the table of relations, both ends named", async () => {
    const exported = await part();
    const { json } = await read(exported);
    const rows = await readTable(exported, "relations");
    expect(rows.map(({ claim }) => claim)).toEqual(json.relations.map(({ id }: { id: string }) => id));
    const names = new Map(json.entities.map(({ id, name }: { id: string; name: string }) => [id, name]));
    for (const row of rows) {
      expect([row.from_name, row.to_name]).toEqual([names.get(row.from), names.get(row.to)]);
      expect([row.graph_version, row.valid_at, row.licence !== ""]).toEqual(["1", "2026-11-24", true]);
    }
  });
});

interface WrittenClaim {
  readonly citations: readonly { readonly source: string }[];
  readonly dossier: string;
  readonly text: string;
}

// biome-ignore lint/suspicious/noExplicitAny: an export as a test reads it
function claimsOf(json: any): readonly WrittenClaim[] {
  return [
    ...json.relations,
    ...json.flags.flatMap((flag: Record<string, WrittenClaim[]>) => [
      ...(flag.subjects ?? []),
      ...(flag.events ?? []),
      ...(flag.responses ?? []),
    ]),
    ...json.decisions,
  ];
}

describe("an exposure answer", () => {
  it("carries its findings, each with its explanation and the sources of it", async () => {
    const { json } = await read(await partOfGraph(graph, { university: "university:mit", ...CLOCKS }));
    expect(json.findings.length).toBeGreaterThan(0);
    const relations = new Set(json.relations.map(({ id }: { id: string }) => id));
    for (const { path, counterparties, explanation, citations } of json.findings) {
      for (const claim of path) expect(relations).toContain(claim);
      for (const { transactions } of counterparties)
        for (const { relation } of transactions) expect(relations).toContain(relation);
      expect(explanation).toMatch(/\[1[\]–]/);
      for (const { source } of citations)
        expect(json.sources.some(({ id }: { id: string }) => id === source)).toBe(true);
    }
  });

  it("has each transaction of all universities once in the table of transactions: it adds up to the totals", async () => {
    const rows = await readTable(await partOfGraph(graph, { exposedTo: HUAWEI, ...CLOCKS }), "transactions");
    expect(new Set(rows.map(({ claim }) => claim)).size).toBe(rows.length);
    expect(rows.some(({ counted_in }) => counted_in !== "")).toBe(true);
    const totals = await (await answerExposedUniversities(graph, { to: HUAWEI, ...CLOCKS }))?.totals();
    expect(totals?.length).toBeGreaterThan(1);
    for (const { currency, transactions, committed, ...columns } of totals ?? []) {
      const fundings = rows.filter((row) => row.kind === "Funding" && row.currency === currency);
      expect(fundings).toHaveLength(transactions);
      const sum = (payment: string) =>
        fundings
          .filter((row) => row.payment === payment && row.amount_per === "")
          .reduce((all, { amount_min }) => all + Number(amount_min), 0);
      const { concurrent, possiblyConcurrent, after, before, undated, withoutFlag } = columns;
      const paid = [concurrent, possiblyConcurrent, after, before, undated, withoutFlag];
      expect(sum("paid")).toBeCloseTo(
        paid.reduce((all, { min }) => all + min, 0),
        2,
      );
      expect(sum("committed")).toBeCloseTo(committed.min, 2);
    }
  });

  it("is narrowed as the question is", async () => {
    const narrow = { university: "university:mit", targets: [HUAWEI], channels: ["DIRECT"] as const };
    const { json } = await read(await partOfGraph(graph, { ...narrow, ...CLOCKS }));
    const kinds = json.findings.map(({ channel, target }: Record<string, string>) => [channel, target]);
    expect(kinds).toEqual([["DIRECT", HUAWEI]]);
  });
});

describe("the edge of a graph export", () => {
  const SPELL =
    /<edge id="claim:rows\/own"[^>]*kind="OWNS"[^>]*>.*?<spells><spell start="2019-01-01" end="2020-06-30"\/>/;

  it("says when the claim may hold, and keeps parallel claims apart", async () => {
    const own = (id: string, start: string | null, end: string | null) =>
      relationRow({ id, kind: "Ownership", from: "company:a", to: "company:b", start, end, share: "51" });
    const small = await graphOf({
      entities: ["company:a", "company:b"].map((id) => entityRow(id)),
      flags: [],
      claims: [own("claim:rows/own", "2019", "2020-06"), own("claim:rows/other", null, null)],
    });
    const part = await partOfGraph(small, { entity: "company:a" });
    expect(await textOf(EXPORT_FORMATS.gexf.lines(part))).toMatch(SPELL);
    const { gexf } = await read(part);
    expect(gexf.edges("company:a", "company:b").sort()).toEqual(["claim:rows/other", "claim:rows/own"]);
    expect(gexf.getEdgeAttributes("claim:rows/own")).toMatchObject({
      start: "2019",
      end: "2020-06",
      share_percent_min: 51,
    });
  });
});

describe("hostile text", () => {
  const NAME = `<script>alert("1")</script> & 'co' ]]> \u0008\u001f \n=1+1`;
  const READ = `<script>alert("1")</script> & 'co' ]]> \ufffd\ufffd \n=1+1`;

  it("stays text in every format", async () => {
    const hostile = await graphOf({
      entities: [entityRow("university:u"), { ...entityRow("company:c"), name: NAME }],
      flags: [{ ...flagRow("listing:l"), title: NAME }],
      claims: [
        {
          ...relationRow({
            id: "claim:rows/g",
            kind: "Funding",
            from: "company:c",
            to: "university:u",
            start: "2019-03",
          }),
          quote: NAME,
        },
        subjectRow({
          id: "claim:rows/s",
          flag: "listing:l",
          entity: "company:c",
          role: "listed",
          start: "2019",
        }),
      ],
    });
    const part = await partOfGraph(hostile, { university: "university:u" });
    const { json, gexf, graphml } = await read(part);
    expect(json.entities[0].name).toBe(NAME);
    for (const other of [gexf, graphml]) {
      expect(other.getNodeAttribute("company:c", "label")).toBe(READ);
      expect(other.getEdgeAttribute("claim:rows/g", "quote")).toBe(READ);
    }
    for (const table of ["transactions", "findings", "relations"] as const)
      for (const row of await readTable(part, table))
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });
});

describe("a hub", () => {
  it("is shown and not passed through, and the export says so", async () => {
    const relation = (from: string, to: string) =>
      relationRow({ id: `claim:rows/${from.slice(8)}-${to.slice(8)}`, kind: "Link", from, to });
    const companies = ["a", "h", "x", "y", "z"].map((name) => `company:${name}`);
    const small = await graphOf({
      entities: companies.map((id) => entityRow(id)),
      flags: [],
      claims: [
        relation("company:a", "company:h"),
        ...companies.slice(2).map((id) => relation("company:h", id)),
      ],
    });
    const question = { entity: "company:a", hops: 2 };
    const all = await read(await partOfGraph(small, question));
    expect(all.json.relations).toHaveLength(4);
    const cut = await read(await partOfGraph(small, { ...question, hubLimit: 3 }));
    expect(cut.json.relations).toHaveLength(1);
    expect(cut.json.truncated).toEqual([{ at: "company:h", reason: "HUB_LIMIT" }]);
  });
});

describe("what cannot be exported", () => {
  it.each([
    [{}, "BAD_USER_INPUT"],
    [{ university: "university:mit", dossier: "mit-2019" }, "BAD_USER_INPUT"],
    [{ entity: HUAWEI, hops: 9 }, "BAD_USER_INPUT"],
    [{ university: "university:mit", hops: 2 }, "BAD_USER_INPUT"],
    [{ dossier: "mit-2019", targets: [HUAWEI] }, "BAD_USER_INPUT"],
    [{ university: HUAWEI }, "WRONG_KIND"],
  ] as const)("%j is refused: %s", async (question, code) => {
    await expect(partOfGraph(graph, question)).rejects.toMatchObject({ code });
  });

  it.each([
    { university: "university:x" },
    { exposedTo: "company:x" },
    { entity: "company:x" },
    { dossier: "x" },
  ])("%j is not there", async (question) => {
    await expect(partOfGraph(graph, question)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("findings of what is no exposure question are refused", async () => {
    const part = await partOfGraph(graph, { dossier: "mit-2019" });
    const { lines }: ExportFormat = EXPORT_FORMATS.csv;
    expect(() => lines(part, { table: "findings" })).toThrow("belong to an exposure question");
  });
});
