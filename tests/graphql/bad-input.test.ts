import { beforeAll, describe, expect, it } from "vitest";
import type { ResidentGraph } from "../../src/graph/resident-graph.js";
import { worldOf } from "./row-counts.js";
import { ask, graphOf } from "./serving.js";

let graph: ResidentGraph;
beforeAll(async () => {
  graph = await graphOf(worldOf(1), ["2020-05-01"]);
});

async function firstError(query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await ask(graph, query, variables);
  return { data, code: errors?.[0]?.extensions?.code, message: errors?.[0]?.message };
}

const EXPOSURE = 'exposure(university: "university:u"';

describe("what is not there", () => {
  it.each([
    'node(id: "nothing")  { id }',
    'node(id: "claim:rows/nothing") { id }',
    'entity(id: "company:nothing") { id }',
    'university(id: "university:nothing") { id }',
    'probe(id: "probe:nothing") { id }',
    'dossier(slug: "nothing") { slug }',
    'exposure(university: "university:nothing") { summary }',
    'exposedUniversities(to: "company:nothing") { totalCount }',
    'paths(from: "university:u", to: "company:nothing") { paths { hops } }',
    'control(controller: "company:nothing", company: "company:t0") { verdict }',
    'ownership(of: "company:nothing") { known }',
    'integratedOwnership(owner: "company:t0", company: "company:nothing") { known }',
    'ownershipRule(company: "company:nothing", regime: OFAC_50) { verdict }',
    'integratedOwnership(owner: "company:nothing", company: "company:t0") { known }',
    'whyNot(university: "university:u", target: "company:nothing") { explanation }',
    'whatIf(university: "university:nothing", scenario: {}) { after { summary } }',
    'elevatedRiskReview(university: "university:u", counterparty: "company:nothing") { summary }',
  ])("is null, and NOT_FOUND beside it: %s", async (field) => {
    const { data, errors } = await ask(graph, `{ answer: ${field} }`);
    expect(data).toEqual({ answer: null });
    expect(errors).toMatchObject([{ path: ["answer"], extensions: { code: "NOT_FOUND" } }]);
    const { argument, value } = errors?.[0]?.extensions ?? {};
    expect(errors?.[0]?.message).toContain(`${argument}: "${value}" is not in the graph`);
  });

  it("keeps the place of each id among nodes, and tells of each that is none", async () => {
    const { data, errors } = await ask(
      graph,
      '{ nodes(ids: ["nothing", "company:t0", "listing:l0"]) { id } }',
    );
    expect(data).toEqual({ nodes: [null, { id: "company:t0" }, { id: "listing:l0" }] });
    expect(errors).toMatchObject([
      { path: ["nodes", 0], extensions: { code: "NOT_FOUND", value: "nothing" } },
    ]);
  });

  it.each([
    ['company(id: "company:t00") { id }', ["company:t0"]],
    ['exposure(university: "university:v") { summary }', ["university:u"]],
    ['listing(id: "listing:l0-2019") { id }', ["listing:l0"]],
    ['dossier(slug: "row") { slug }', ["rows"]],
    ['node(id: "company:t00") { id }', ["company:t0"]],
    ['node(id: "claim:rows/nothing") { id }', undefined],
  ])("names the nearest ids: %s", async (field, nearest) => {
    const { errors } = await ask(graph, `{ answer: ${field} }`);
    expect(errors?.[0]?.extensions?.nearest).toEqual(nearest);
    expect(errors?.[0]?.message).toContain(
      nearest ? "; did you mean " : 'id: "claim:rows/nothing" is not in the graph',
    );
  });
});

describe("bad input", () => {
  it.each([
    [`${EXPOSURE}, targets: ["company:nothing"]) { summary }`, 'targets: "company:nothing" is no entity'],
    [
      `${EXPOSURE}, flags: { ids: ["probe:nothing"] }) { summary }`,
      'flags.ids: "probe:nothing" is no probe or listing',
    ],
    [`${EXPOSURE}, flags: { lists: ["nothing"] }) { summary }`, 'flags.lists: "nothing" is no list'],
    [`${EXPOSURE}, maxHops: 0) { summary }`, "maxHops: 0 is out of range"],
    [`${EXPOSURE}, minShare: 1.5) { summary }`, "minShare: 1.5 is out of range: give a fraction from 0 to 1"],
    [
      'company(id: "company:t0") { subsidiaries(minShare: -1) { totalCount } }',
      "minShare: -1 is out of range",
    ],
    [
      'ownershipRule(company: "company:t0", regime: OFAC_50, flagged: ["company:nothing"]) { verdict }',
      'flagged: "company:nothing" is no entity',
    ],
    [
      'company(id: "company:t0") { relations(others: ["company:nothing"]) { totalCount } }',
      'others: "company:nothing" is no entity',
    ],
    [
      `company(id: "company:t0") { relations(others: [${'"company:t0",'.repeat(501)}]) { totalCount } }`,
      "others: 501 were given: name 500 at a time",
    ],
    [
      'paths(from: "company:t0", to: "company:t0") { paths { hops } }',
      'to: "company:t0" is where the paths begin: give two different entities',
    ],
    [`${EXPOSURE}) { findings(first: 501) { totalCount } }`, "first: 501 is out of range"],
    [
      'paths(from: "university:u", to: "company:t0", avoid: ["company:nothing"]) { paths { hops } }',
      'avoid: "company:nothing" is no entity',
    ],
    [
      'flags(filter: { subjects: ["company:nothing"] }) { totalCount }',
      'filter.subjects: "company:nothing" is no entity',
    ],
    [
      'decisions(filter: { by: ["company:nothing"] }) { totalCount }',
      'filter.by: "company:nothing" is no entity',
    ],
    [
      'universities(filter: { dossiers: ["nothing"] }) { totalCount }',
      'filter.dossiers: "nothing" is no dossier',
    ],
    ['universities(filter: { text: " - " }) { totalCount }', 'filter.text: " - " holds no letter or digit'],
    ['search(text: "") { totalCount }', 'text: "" holds no letter or digit'],
    ['flags(after: "nonsense") { totalCount }', 'after: "nonsense" is not a cursor of this list'],
    ["flags(first: -1) { totalCount }", "first: -1 is out of range: give a number from 0 to 500"],
    ["flags(first: 1, last: 1) { totalCount }", "give one of them"],
    [
      'flags(validAt: "2019-02-30") { totalCount }',
      '"2019-02-30" is a day that does not exist: 2019-02 has 28 days',
    ],
    ["flags(validAt: 2019) { totalCount }", 'write Date in quotes, for example "2019-12-31"'],
    [
      'flags(validAt: "2019") { totalCount }',
      'validAt: "2019" is a year, not a day: write a day of it, for example its last, 2019-12-31',
    ],
    [
      'universities(filter: { countries: ["CN", "XY"] }) { totalCount }',
      'countries: "XY" is not a country: write two capital letters',
    ],
    ['universities(filter: { countries: "cn" }) { totalCount }', '"cn" is not a country: write CN'],
    [
      `${EXPOSURE}, flags: { kinds: [PROBE, "Listing"] }) { summary }`,
      'kinds: "Listing" is in quotes: write it without quotes, as LISTING',
    ],
    [
      `${EXPOSURE}, channels: "DIRCT") { summary }`,
      'channels: "DIRCT" is in quotes: write it without quotes, as',
    ],
    [
      'ownershipRule(company: "company:t0", regime: "whatever it is") { verdict }',
      'regime: "whatever it is" is in quotes: write one of ',
    ],
    [
      `${EXPOSURE}, flags: { lists: ["us-entty-list"] }) { summary }`,
      'flags.lists: "us-entty-list" is no list; did you mean us-entity-list (Entity List)?',
    ],
    [
      'flags(filter: { lists: ["military end user"] }) { totalCount }',
      'filter.lists: "military end user" is no list; did you mean us-meu (Military End-User List)?',
    ],
    [
      'universities(filter: { countries: ["china"] }) { totalCount }',
      '"china" is not a country: write two capital letters',
    ],
  ])("names the value and the remedy: %s", async (field, message) => {
    const { errors } = await ask(graph, `{ ${field} }`);
    expect(errors).toMatchObject([{ message: expect.stringContaining(message) }]);
    // The message is made of these.
    const { code, argument, value, remedy } = errors?.[0]?.extensions ?? {};
    expect([code, errors?.[0]?.message.startsWith(`${argument}: `)]).toEqual(["BAD_USER_INPUT", true]);
    if (value !== undefined) expect(errors?.[0]?.message).toContain(`: ${JSON.stringify(value)} `);
    if (!message.includes("does not exist")) expect(errors?.[0]?.message).toContain(`${remedy}`);
  });

  it("is no list of which nothing is loaded: the scope warns, and lists of flags do", async () => {
    const lists = `lists: ["us-sdn"]`;
    const { data, errors } = await ask(
      graph,
      `{ ${EXPOSURE}, flags: { ${lists} }) { scope { warnings } }
         flags(filter: { ${lists} }) { warnings } listings(filter: { ${lists} }) { warnings }
         all: flags { warnings } }`,
    );
    expect(errors).toBeUndefined();
    const warnings = [expect.stringMatching(/^No listing on us-sdn \(.*\) is loaded: /)];
    expect(data).toEqual({
      exposure: { scope: { warnings } },
      flags: { warnings },
      listings: { warnings },
      all: { warnings: [] },
    });
  });

  it("is found in variables too", async () => {
    const query = "query ($day: Date) { flags(validAt: $day) { totalCount } }";
    expect(await firstError(query, { day: "yesterday" })).toMatchObject({
      code: "BAD_USER_INPUT",
      message: expect.stringContaining('"yesterday" is not a day: write it as YYYY-MM-DD'),
    });
  });

  it.each([
    ['university(id: "company:t0") { id }', '"company:t0" is a Company'],
    ['probe(id: "listing:l0") { id }', '"listing:l0" is a Listing'],
    ['entity(id: "listing:l0") { id }', '"listing:l0" is a Listing'],
    ['company(id: "claim:rows/f0") { id }', '"claim:rows/f0" is a Funding'],
    ['exposure(university: "company:t0") { summary }', '"company:t0" is a Company'],
    ['exposedUniversities(to: "listing:l0") { totalCount }', '"listing:l0" is a Listing'],
    [`${EXPOSURE}, flags: { ids: ["company:t0"] }) { summary }`, 'flags.ids: "company:t0" is a Company'],
    [
      `${EXPOSURE}, flags: { authorities: ["company:t0"] }) { summary }`,
      'flags.authorities: "company:t0" is a Company',
    ],
    [
      'flags(filter: { authorities: ["company:t0"] }) { totalCount }',
      'filter.authorities: "company:t0" is a Company',
    ],
    [
      `${EXPOSURE}, targets: ["listing:l0"]) { summary }`,
      'targets: "listing:l0" is a Listing: give the id of an entity',
    ],
    [
      `${EXPOSURE}, flags: { authorities: ["claim:rows/f0"] }) { summary }`,
      'flags.authorities: "claim:rows/f0" is a Funding: give the id of a PublicBody',
    ],
    [
      `${EXPOSURE}, flags: { ids: ["claim:rows/f0"] }) { summary }`,
      'flags.ids: "claim:rows/f0" is a Funding: give the id of a probe or a listing',
    ],
    [
      'ownershipRule(company: "company:t0", regime: OFAC_50, flagged: ["listing:l0"]) { verdict }',
      'flagged: "listing:l0" is a Listing',
    ],
    ['decisions(filter: { by: ["listing:l0"] }) { totalCount }', 'filter.by: "listing:l0" is a Listing'],
  ])("has a code of its own for an id of another kind: %s", async (field, message) => {
    const error = await firstError(`{ ${field} }`);
    expect(error).toMatchObject({ code: "WRONG_KIND", message: expect.stringContaining(message) });
  });

  it("empties its own field only", async () => {
    const { data, code } = await firstError(
      "{ bad: flags(first: 501) { totalCount } good: flags { totalCount } }",
    );
    expect([data, code]).toEqual([{ bad: null, good: { totalCount: 1 } }, "BAD_USER_INPUT"]);
  });
});
