import { beforeAll, describe, expect, it } from "vitest";
import type { ReviewPolicy } from "../../src/domain/act.js";
import type { Response } from "../../src/domain/flag.js";
import type { ResidentGraph } from "../../src/graph/resident-graph.js";
import {
  decisionRow,
  entityRow,
  eventRow,
  flagRow,
  relationRow,
  subjectRow,
} from "../exposure/naive/rows.js";
import { ask, graphOf } from "./serving.js";

const U = "university:u";
const C = "company:c";

/** A university with money, parts and programs, a company under a case and a listing, and who decided and answered. */
const CLAIMS = [
  relationRow({
    id: "claim:rows/g3",
    kind: "Funding",
    from: C,
    to: U,
    start: "2020-02-01",
    amount: "30",
    currency: "USD",
  }),
  relationRow({
    id: "claim:rows/g1",
    kind: "Funding",
    from: C,
    to: U,
    start: "2018",
    amount: "10",
    amountMax: "20",
    currency: "USD",
  }),
  relationRow({ id: "claim:rows/g2", kind: "Funding", from: C, to: U, start: "2018-06-01", currency: "EUR" }),
  relationRow({
    id: "claim:rows/g0",
    kind: "Funding",
    from: C,
    to: U,
    published: "2017-01-01",
    amount: "5",
    currency: "USD",
  }),
  relationRow({
    id: "claim:rows/ga",
    kind: "Funding",
    from: C,
    to: U,
    start: "2019",
    amount: "99",
    currency: "USD",
    status: "alleged",
  }),
  relationRow({
    id: "claim:rows/gd",
    kind: "Funding",
    from: C,
    to: U,
    start: "2019-01-05",
    amount: "77",
    currency: "USD",
    status: "denied",
  }),
  relationRow({
    id: "claim:rows/gl",
    kind: "Funding",
    from: C,
    to: "university:later",
    start: "2024",
    recorded: "2025-01-01",
  }),
  relationRow({
    id: "claim:rows/part",
    kind: "PartOf",
    from: "organization:lab",
    to: U,
    start: "2010",
    end: "2015",
  }),
  relationRow({ id: "claim:rows/part2", kind: "PartOf", from: "organization:centre", to: U, start: "2014" }),
  relationRow({
    id: "claim:rows/part3",
    kind: "PartOf",
    from: "organization:rumour",
    to: U,
    status: "alleged",
  }),
  relationRow({ id: "claim:rows/join", kind: "Participation", from: U, to: "program:p", start: "2016" }),
  relationRow({
    id: "claim:rows/back",
    kind: "Backing",
    from: C,
    to: "program:p",
    start: "2015",
    end: "2018-01-01",
  }),
  relationRow({
    id: "claim:rows/own",
    kind: "Ownership",
    from: C,
    to: "company:daughter",
    share: "(50,75]",
    start: "2012",
  }),
  relationRow({ id: "claim:rows/same", kind: "Identity", from: "company:c2", to: C, decidedBy: "an editor" }),
  relationRow({
    id: "claim:rows/g4",
    kind: "Funding",
    from: "company:c2",
    to: U,
    start: "2021",
    amount: "1",
    currency: "USD",
  }),
  subjectRow({ id: "claim:rows/s1", flag: "probe:case", entity: C, role: "respondent", start: "2019-01-24" }),
  subjectRow({ id: "claim:rows/s2", flag: "probe:case", entity: "company:bank", role: "victim" }),
  subjectRow({ id: "claim:rows/s3", flag: "listing:l", entity: C, role: "listed" }),
  eventRow({ id: "claim:rows/e1", flag: "probe:case", event: "charged", start: "2019-01-24" }),
  eventRow({ id: "claim:rows/e2", flag: "probe:case", event: "dismissed", start: "2022-12-02" }),
  eventRow({ id: "claim:rows/e3", flag: "listing:l", event: "listed", start: "2019-05-16" }),
  decisionRow({
    id: "claim:rows/d2",
    by: U,
    kind: "cut_ties",
    counterparties: [C],
    coversSubsidiaries: null,
    start: "2020",
  }),
  decisionRow({
    id: "claim:rows/d1",
    by: "university:later",
    kind: "review",
    counterparties: ["company:c2"],
    coversSubsidiaries: true,
    start: "2019-04-03",
  }),
  decisionRow({
    id: "claim:rows/d3",
    by: "university:later",
    kind: "declined",
    counterparties: ["company:bank"],
    coversSubsidiaries: false,
    start: "2018",
  }),
];

const {
  flag: _,
  event: __,
  ...answered
} = eventRow({ id: "claim:rows/r1", flag: "probe:case", event: "opened", start: "2019-01-29" });
const RESPONSE: Response = {
  ...answered,
  record: "response",
  to: "probe:case",
  by: C,
  kind: "denied",
  quote: "It is not true.",
};
const POLICY: ReviewPolicy = {
  ...answered,
  record: "policy",
  id: "claim:rows/pol",
  university: U,
  name: "the review",
  countries: ["CN"],
  criteria: ["human_rights"],
};

let graph: ResidentGraph;
beforeAll(async () => {
  graph = await graphOf(
    {
      entities: [
        {
          ...entityRow(U, { founded: "1900" }),
          name: "Übermorgen University",
          country: "DE",
          identifiers: [{ scheme: "ror", value: "042nb2s44" }],
        },
        { ...entityRow("university:later", { founded: "2015" }), name: "Later College", country: "US" },
        entityRow("university:nowhere"),
        ...["c", "c2", "daughter", "bank"].map((name) => entityRow(`company:${name}`)),
        ...["lab", "centre", "rumour"].map((name) => entityRow(`organization:${name}`)),
        entityRow("program:p"),
        entityRow("public-body:court"),
      ],
      flags: [
        flagRow("probe:case", {
          type: "prosecution",
          authorities: ["public-body:court"],
          topics: ["sanctions"],
        }),
        flagRow("listing:l"),
      ],
      claims: [...CLAIMS, RESPONSE, POLICY],
    },
    ["2017-01-01"],
  );
});

async function data(query: string): Promise<unknown> {
  const result = await ask(graph, query);
  expect(result.errors).toBeUndefined();
  return result.data;
}

/** The answer to a question with one field, without the field's name. */
async function only(query: string): Promise<unknown> {
  return Object.values((await data(query)) as Record<string, unknown>)[0];
}

describe("fundings of a university", () => {
  const ids = async (args: string) =>
    (
      (await only(`{ university(id: "${U}") { funding${args} { nodes { id } } } }`)) as {
        funding: { nodes: { id: string }[] };
      }
    ).funding.nodes.map(({ id }) => id.replace("claim:rows/", ""));

  it("stand in order of date whatever their status, those without a start last, those to its party's other names among them", async () => {
    expect(await ids("")).toEqual(["g2", "g1", "gd", "ga", "g3", "g4", "g0"]);
  });

  it("leave out the future of validAt and keep history", async () => {
    expect(await ids('(validAt: "2018-05-01")')).toEqual(["g1", "g0"]);
  });

  it("are summed by currency over the whole list, confirmed and reported ones only", async () => {
    expect(
      await only(`{ university(id: "${U}") { funding(first: 1) { totalCount totals {
      keys { dimension key label entity { id } } total { min max currency } transactions unknownAmounts earliest latest } } } }`),
    ).toEqual({
      funding: {
        totalCount: 7,
        totals: [
          {
            keys: [{ dimension: "CURRENCY", key: "EUR", label: "EUR", entity: null }],
            total: { min: 0, max: 0, currency: "EUR" },
            transactions: 1,
            unknownAmounts: 1,
            earliest: "2018-06-01",
            latest: "2018-06-01",
          },
          // 10 to 20 of 2018, 30 of 2020, 1 of 2021, 5 undated
          {
            keys: [{ dimension: "CURRENCY", key: "USD", label: "USD", entity: null }],
            total: { min: 46, max: 56, currency: "USD" },
            transactions: 4,
            unknownAmounts: 0,
            earliest: "2018",
            latest: "2021",
          },
        ],
      },
    });
  });
});

describe("relations of an entity", () => {
  const ids = async (args: string) =>
    (
      (await only(`{ entity(id: "${C}") { relations(${args}) { nodes { id } } } }`)) as {
        relations: { nodes: { id: string }[] };
      }
    ).relations.nodes.map(({ id }) => id.replace("claim:rows/", ""));

  it("may be asked for with some others only, whichever end these are, and those that are one party with them", async () => {
    expect(await ids('others: ["company:daughter", "program:p"]')).toEqual(["own", "back"]);
    expect(await ids(`others: ["${U}"]`)).toEqual(["g2", "g1", "gd", "ga", "g3", "g4", "g0"]);
    expect(await ids('others: ["company:daughter"], direction: INCOMING')).toEqual([]);
    const seenFromU = await only(
      `{ entity(id: "${U}") { relations(others: ["company:c2"], first: 0) { totalCount } } }`,
    );
    expect(seenFromU).toEqual({ relations: { totalCount: 7 } });
  });
});

describe("parts, wholes and backers", () => {
  const parts = (args: string) => only(`{ university(id: "${U}") { parts${args} { id } } }`);

  it("show whenever it held without a day, and what may hold on a day", async () => {
    expect(await parts("")).toEqual({ parts: [{ id: "organization:centre" }, { id: "organization:lab" }] });
    expect(await parts('(validAt: "2014-06-01")')).toEqual({
      parts: [{ id: "organization:centre" }, { id: "organization:lab" }],
    });
    expect(await parts('(validAt: "2020-01-01")')).toEqual({ parts: [{ id: "organization:centre" }] });
    expect(
      await only(
        `{ program(id: "program:p") { a: backers(validAt: "2017-01-01") { id } b: backers(validAt: "2019-01-01") { id } participants { nodes { id } } } }`,
      ),
    ).toEqual({
      a: [{ id: C }],
      b: [],
      participants: { nodes: [{ id: U }] },
    });
  });

  it("name the recipients and the programs of a company", async () => {
    expect(
      await only(
        `{ company(id: "${C}") { recipients { totalCount nodes { id } } programs { nodes { id } } before: recipients(validAt: "2019-01-01") { nodes { id } } unknown: recipients(knownAt: "2024-06-01") { nodes { id } } } }`,
      ),
    ).toEqual({
      recipients: { totalCount: 2, nodes: [{ id: "university:later" }, { id: U }] },
      programs: { nodes: [{ id: "program:p" }] },
      before: { nodes: [{ id: U }] },
      unknown: { nodes: [{ id: U }] },
    });
  });
});

describe("flags", () => {
  it("stand in order of date of their first event", async () => {
    expect(
      await only(
        "{ flags { totalCount nodes { __typename id state outcome { event date } authorities { id } } } }",
      ),
    ).toEqual({
      totalCount: 2,
      nodes: [
        {
          __typename: "Probe",
          id: "probe:case",
          state: "ENDED",
          outcome: { event: "DISMISSED", date: "2022-12-02" },
          authorities: [{ id: "public-body:court" }],
        },
        { __typename: "Listing", id: "listing:l", state: "OPEN", outcome: null, authorities: [] },
      ],
    });
  });

  it("have the state and the outcome of the day asked about", async () => {
    expect(
      await only(
        `{ probe(id: "probe:case") { before: state(validAt: "2019-01-01") on: state(validAt: "2020-01-01") outcome(validAt: "2020-01-01") { id } unknown: state(knownAt: "2020-01-01") } }`,
      ),
    ).toEqual({
      before: null,
      on: "OPEN",
      outcome: null,
      unknown: "OPEN",
    });
  });

  it.each([
    ["kinds: [PROBE]", ["probe:case"]],
    ['authorities: ["public-body:court"]', ["probe:case"]],
    ['subjects: ["company:bank"]', ["probe:case"]],
    ['subjects: ["company:c2"]', ["probe:case", "listing:l"]],
    ['subjects: ["company:bank"], roles: [RESPONDENT]', []],
    ["roles: [VICTIM]", ["probe:case"]],
    ['lists: ["us-entity-list"]', ["listing:l"]],
    ["states: [OPEN]", ["listing:l"]],
    ["topics: [SANCTIONS]", ["probe:case"]],
    ['text: "Case"', ["probe:case"]],
    ['ids: ["listing:l"]', ["listing:l"]],
  ])("are filtered by %s", async (filter, ids) => {
    expect(await only(`{ flags(filter: { ${filter} }) { nodes { id } } }`)).toEqual({
      nodes: ids.map((id) => ({ id })),
    });
  });

  it("do not exist before their first event where a day is asked about", async () => {
    expect(await only(`{ flags(validAt: "2019-02-01") { nodes { id } } }`)).toEqual({
      nodes: [{ id: "probe:case" }],
    });
    expect(await only(`{ listings(validAt: "2019-02-01") { totalCount } }`)).toEqual({ totalCount: 0 });
  });

  it("tell whom they concern in which role, and what was answered", async () => {
    expect(
      await only(`{ probe(id: "probe:case") { subjects { nodes { role entity { id } } } flagging: subjects(roles: [RESPONDENT, LISTED]) { totalCount }
      events { event } responses { kind quote date by { id } to { id } text } } }`),
    ).toEqual({
      subjects: {
        nodes: [
          { role: "RESPONDENT", entity: { id: C } },
          { role: "VICTIM", entity: { id: "company:bank" } },
        ],
      },
      flagging: { totalCount: 1 },
      events: [{ event: "CHARGED" }, { event: "DISMISSED" }],
      responses: [
        {
          kind: "DENIED",
          quote: "It is not true.",
          date: "2019-01-29",
          by: { id: C },
          to: { id: "probe:case" },
          text: 'company:c denied the charges in "probe:case" on 29 January 2019.',
        },
      ],
    });
    expect(
      await only(
        `{ entity(id: "public-body:court") { ... on PublicBody { flagsBrought { nodes { id } } } } }`,
      ),
    ).toEqual({ flagsBrought: { nodes: [{ id: "probe:case" }] } });
    expect(
      await only(
        `{ company(id: "${C}") { flags { totalCount } listed: flags(roles: [LISTED]) { nodes { id } } } }`,
      ),
    ).toEqual({ flags: { totalCount: 2 }, listed: { nodes: [{ id: "listing:l" }] } });
  });
});

describe("decisions", () => {
  it("stand in order of date, filtered by who decided about whom; a name of the same party counts", async () => {
    expect(await only("{ decisions { nodes { id } } }")).toEqual({
      nodes: ["d3", "d1", "d2"].map((id) => ({ id: `claim:rows/${id}` })),
    });
    expect(
      await only(
        `{ decisions(filter: { counterparties: ["${C}"] }) { nodes { id kind coversSubsidiaries } } }`,
      ),
    ).toEqual({
      nodes: [
        { id: "claim:rows/d1", kind: "REVIEW", coversSubsidiaries: true },
        { id: "claim:rows/d2", kind: "CUT_TIES", coversSubsidiaries: null },
      ],
    });
    expect(
      await only(
        `{ decisions(filter: { by: ["${U}"], kinds: [CUT_TIES] }, validAt: "2019-06-01") { totalCount } }`,
      ),
    ).toEqual({ totalCount: 0 });
  });
});

describe("entities", () => {
  it.each([
    ["universities", 'filter: { text: "uber" }', [U]],
    ["universities", 'filter: { countries: ["US"] }', ["university:later"]],
    ["universities", 'filter: { identifier: { scheme: "ror", value: "042nb2s44" } }', [U]],
    ["universities", 'filter: { dossiers: ["rows"] }', ["university:later", "university:nowhere", U]],
    [
      "universities",
      "orderBy: { by: NAME, direction: ASCENDING }",
      ["university:later", U, "university:nowhere"],
    ],
    [
      "universities",
      "orderBy: { by: NAME, direction: DESCENDING }",
      ["university:nowhere", U, "university:later"],
    ],
    [
      "universities",
      "orderBy: { by: COUNTRY, direction: ASCENDING }",
      [U, "university:later", "university:nowhere"],
    ],
    ["universities", 'validAt: "2000-01-01"', ["university:nowhere", U]],
    ["companies", "filter: { flagged: true }", [C, "company:c2"]],
    ["companies", 'filter: { flagged: true }, validAt: "2019-01-23"', []],
    ["companies", "filter: { isSubsidiary: true }", ["company:daughter"]],
    ["companies", "filter: { isSubsidiary: false, flagged: false }", ["company:bank"]],
    ["programs", "first: 5", ["program:p"]],
  ])("of %s (%s)", async (field, args, ids) => {
    expect(await only(`{ ${field}(${args}) { nodes { id } } }`)).toEqual({
      nodes: ids.map((id) => ({ id })),
    });
  });

  it("are read page by page, both ways", async () => {
    type Page = { edges: { cursor: string; node: { id: string } }[]; pageInfo: Record<string, unknown> };
    const first = (await only(
      `{ companies(first: 2) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    )) as Page;
    expect(first.edges.map(({ node }) => node.id)).toEqual(["company:bank", C]);
    expect(first.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: first.edges[0]?.cursor,
      endCursor: first.edges[1]?.cursor,
    });
    const next = (await only(
      `{ companies(first: 2, after: "${first.edges[1]?.cursor}") { edges { node { id } } pageInfo { hasNextPage hasPreviousPage } } }`,
    )) as Page;
    expect(next).toMatchObject({
      edges: [{ node: { id: "company:c2" } }, { node: { id: "company:daughter" } }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
    expect(
      await only(`{ companies(last: 1, before: "${first.edges[1]?.cursor}") { nodes { id } } }`),
    ).toEqual({ nodes: [{ id: "company:bank" }] });
  });
});

describe("a timeline", () => {
  it("tells dated claims of an entity, its flags and decisions, with outcome and responses beside each flag", async () => {
    const { timeline } = (await only(
      `{ company(id: "${C}") { timeline(validAt: "2019-05-01") { nodes { date text claim { id } flag { id } } } } }`,
    )) as {
      timeline: {
        nodes: { date: string; text: string; claim: { id: string }; flag: { id: string } | null }[];
      };
    };
    expect(timeline.nodes.map(({ date, claim }) => [date, claim.id.replace("claim:rows/", "")])).toEqual([
      ["2012", "own"],
      ["2015", "back"],
      ["2018-06-01", "g2"],
      ["2018", "g1"],
      ["2019-01-05", "gd"],
      ["2019-01-24", "e1"],
      ["2019-01-24", "s1"],
      ["2019-01-29", "r1"],
      ["2019-04-03", "d1"],
      ["2019", "ga"],
    ]);
    expect(timeline.nodes[5]?.text).toBe(
      'company:c was charged by prosecutors on 24 January 2019 in "probe:case". The case was dismissed on 2 December 2022. company:c denied the charges on 29 January 2019.',
    );
    expect(timeline.nodes[5]?.flag).toEqual({ id: "probe:case" });
    expect(timeline.nodes[4]?.text).toMatch(/^According to A paper, company:c gave/);
  });
});

it("a timeline tells what opened a flag by a day from that day on, like the flag's own state", async () => {
  const graph = await graphOf({
    entities: [C].map((id) => entityRow(id)),
    flags: [flagRow("listing:l")],
    claims: [
      subjectRow({ id: "claim:rows/s", flag: "listing:l", entity: C, role: "listed", start: "2000-01-01" }),
      eventRow({ id: "claim:rows/e", flag: "listing:l", event: "listed", start: "../2019-05-16" }),
    ],
  });
  const toldOn = async (day: string) => {
    const { data } = await ask(
      graph,
      `{ company(id: "${C}") { timeline(validAt: "${day}") { nodes { claim { id } } } }
        listing(id: "listing:l") { state(validAt: "${day}") } }`,
    );
    return data;
  };
  const claims = (...ids: readonly string[]) => ({
    timeline: { nodes: ids.map((id) => ({ claim: { id: `claim:rows/${id}` } })) },
  });
  expect(await toldOn("2019-05-15")).toEqual({ company: claims("s"), listing: { state: null } });
  expect(await toldOn("2019-05-16")).toEqual({ company: claims("s", "e"), listing: { state: "OPEN" } });
});

describe("what claims say of themselves", () => {
  it("is told with clocks, source and words", async () => {
    expect(
      await only(
        `{ node(id: "claim:rows/own") { ... on Ownership { kind right share { min max minExclusive maxExclusive isKnown text } text start end recorded retracted status dossier { slug title claims lists { list complete } } citations { quote source { publisher title url } } } } }`,
      ),
    ).toEqual({
      kind: "OWNERSHIP",
      right: "UNSPECIFIED",
      share: {
        min: 0.5,
        max: 0.75,
        minExclusive: true,
        maxExclusive: false,
        isKnown: true,
        text: "more than 50 and at most 75 per cent",
      },
      text: "company:c owned more than 50 and at most 75 per cent of company:daughter from 2012.",
      start: "2012",
      end: null,
      recorded: null,
      retracted: null,
      status: "CONFIRMED",
      dossier: {
        slug: "rows",
        title: "Rows",
        claims: 26,
        lists: [{ list: "us-entity-list", complete: false }],
      },
      citations: [{ quote: null, source: { publisher: "A paper", title: "Of no date", url: null } }],
    });
  });

  it("names a university's policies", async () => {
    expect(
      await only(
        `{ university(id: "${U}") { reviewPolicies { name countries criteria university { id } } early: reviewPolicies(validAt: "2018-01-01") { name } relationCounts { kind count } } }`,
      ),
    ).toEqual({
      reviewPolicies: [
        { name: "the review", countries: ["CN"], criteria: ["HUMAN_RIGHTS"], university: { id: U } },
      ],
      early: [],
      relationCounts: [
        { kind: "PART_OF", count: 3 },
        { kind: "FUNDING", count: 7 },
        { kind: "PARTICIPATION", count: 1 },
      ],
    });
  });
});
