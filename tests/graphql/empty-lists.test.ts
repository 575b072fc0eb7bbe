import { buildSchema, isInputObjectType, isListType, isNonNullType, isObjectType } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import type { ResidentGraph } from "../../src/graph/resident-graph.js";
import { emitSchema } from "../../src/graphql/emit-schema.js";
import { entityRow } from "../exposure/naive/rows.js";
import { worldOf } from "./row-counts.js";
import { ask, graphOf } from "./serving.js";

/** Every list that narrows a question, with a question that gives it (in place of @) and asks for nothing else. */
const NARROWING: Readonly<Record<string, string>> = {
  "changes(channels statuses targets)":
    'changes(university: "university:u", sinceKnownAt: "2020-01-01", @: []) { __typename }',
  "exposedUniversities(channels statuses)": 'exposedUniversities(to: "company:t0", @: []) { totalCount }',
  "exposure(channels statuses targets)": 'exposure(university: "university:u", @: []) { summary }',
  "exposureMatrix(channels countries statuses targets universities)":
    "exposureMatrix(rows: UNIVERSITY, columns: YEAR, measure: GROSS, @: []) { __typename }",
  "findings(channels)": 'exposure(university: "university:u") { findings(@: []) { totalCount } }',
  "flags(roles)": 'entity(id: "company:t0") { flags(@: []) { totalCount } }',
  "ownershipRule(flagged)": 'ownershipRule(company: "company:t0", regime: OFAC_50, @: []) { verdict }',
  "paths(kinds)": 'paths(from: "university:u", to: "company:t0", @: []) { __typename }',
  "relations(kinds others)": 'entity(id: "company:t0") { relations(@: []) { totalCount } }',
  "rule(flagged)":
    'exposure(university: "university:u") { findings { nodes { rule(regime: OFAC_50, @: []) } } }',
  "search(kinds)": 'search(text: "company", @: []) { totalCount }',
  "sharedExposures(channels statuses targets)":
    'sharedExposures(universities: ["university:u", "university:v"], @: []) { __typename }',
  "subjects(roles)": 'listing(id: "listing:l0") { subjects(@: []) { totalCount } }',
  "whatIf(channels statuses targets)":
    'whatIf(university: "university:u", scenario: {}, @: []) { __typename }',
  "whyNot(channels statuses)":
    'whyNot(university: "university:u", target: "company:t0", @: []) { __typename }',
  "DecisionFilter(by counterparties kinds)": "decisions(filter: { @: [] }) { totalCount }",
  "EntityFilter(countries dossiers)": "companies(filter: { @: [] }) { totalCount }",
  "FlagFilter(authorities ids kinds lists roles states subjects topics)":
    "flags(filter: { @: [] }) { totalCount }",
  "FlagSelection(authorities ids kinds lists states topics)":
    'exposure(university: "university:u", flags: { @: [] }) { summary }',
  "FundingFilter(countries dossiers forms payers recipients)":
    "fundingTotals(groupBy: [YEAR], filter: { @: [] }) { totalCount }",
};

/** Lists that may be empty: nothing is looked up, avoided, supposed, or made a key beside the currency. */
const MAY_BE_EMPTY = [
  "nodes(ids)",
  "paths(avoid)",
  "fundingTotals(groupBy)",
  ..."delist list rejectClaims rejectSources same shares thresholds"
    .split(" ")
    .map((name) => `Scenario(${name})`),
];
/** Refused with a sentence of their own: two universities are needed, and a dossier's settings. */
const REFUSED_OTHERWISE = ["sharedExposures(universities)", "LoadDossierInput(files)"];

const EACH = Object.entries(NARROWING).flatMap(([place, question]) => {
  const [, name = "", lists = ""] = /^(\w+)\((.*)\)$/.exec(place) ?? [];
  return lists
    .split(" ")
    .map((list) => ({ place: `${name}(${list})`, list, question: question.replace("@", list) }));
});

let graph: ResidentGraph;
beforeAll(async () => {
  const world = worldOf(1);
  graph = await graphOf({ ...world, entities: [...world.entities, entityRow("university:v")] }, [
    "2020-05-01",
  ]);
});

describe("an empty list", () => {
  it("has been thought of wherever the schema takes one", () => {
    const known = [...EACH.map(({ place }) => place), ...MAY_BE_EMPTY, ...REFUSED_OTHERWISE];
    expect([...new Set(listsOf(emitSchema()))].sort()).toEqual(known.sort());
  });

  it.each(EACH)(
    "that would narrow a question to nothing is refused with the remedy: $place",
    async (each) => {
      const { errors } = await ask(graph, `{ ${each.question} }`);
      expect(errors?.[0]).toMatchObject({
        extensions: { code: "BAD_USER_INPUT" },
        message: expect.stringMatching(
          new RegExp(
            `^(filter\\.|flags\\.)?${each.list}: an empty list leaves nothing to find: leave it out, or name`,
          ),
        ),
      });
    },
  );

  it("of what is to be avoided, supposed or summed by narrows nothing", async () => {
    const question = `{
      nodes(ids: []) { id }
      paths(from: "university:u", to: "company:t0", avoid: []) { paths { hops } }
      fundingTotals(groupBy: []) { totalCount }
      whatIf(university: "university:u", scenario: { rejectClaims: [], list: [], same: [] }) { added { because { id } } }
    }`;
    const { data, errors } = await ask(graph, question);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ nodes: [], fundingTotals: { totalCount: 1 }, whatIf: { added: [] } });
  });
});

/** `exposure(channels)`, `FlagFilter(kinds)`: every argument and every field of an input that is a list. */
function listsOf(schema: string): readonly string[] {
  const isList = (type: unknown) => isListType(isNonNullType(type) ? type.ofType : type);
  return Object.values(buildSchema(schema).getTypeMap()).flatMap((type) => {
    if (type.name.startsWith("__")) return [];
    if (isInputObjectType(type)) {
      return Object.values(type.getFields())
        .filter((field) => isList(field.type))
        .map(({ name }) => `${type.name}(${name})`);
    }
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.filter((arg) => isList(arg.type)).map(({ name }) => `${field.name}(${name})`),
    );
  });
}
