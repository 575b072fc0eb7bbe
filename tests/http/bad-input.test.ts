import fc from "fast-check";
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RELATION_KIND_NAMES } from "../../src/domain/relation-kinds.js";
import { graphSchema } from "../../src/graphql/schema.js";
import { type RunningServer, startServer } from "../../src/http/serve.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { STORY } from "../dossier/folder-of.js";
import { worldOf } from "../graphql/row-counts.js";
import { storeOf } from "../graphql/serving.js";
import { KEYS, threeKeys, withKey } from "./access-settings.js";
import { answersCleanly, isClean, posted } from "./clean-answers.js";
import { hostileJson, hostileNumber, hostileText } from "./hostile-values.js";

/* Long because it is one walk: every argument of the schema, and every other way in, with the values that nobody should send. */

const SEED = 20_261_202;

let server: RunningServer;
let store: GraphStore;
beforeAll(async () => {
  store = await storeOf(worldOf(2), ["2020-05-01"]);
  server = await startServer({
    store,
    host: "127.0.0.1",
    port: 0,
    refreshEveryMs: null,
    access: threeKeys(),
    limits: { requestsPerMinute: null },
    onFault: (_, fault) => faults.push(fault),
  });
});
afterAll(async () => {
  await server.close();
  expect(faults).toEqual([]);
  expect(await store.version()).toMatchObject({ n: 1 });
});
const faults: unknown[] = [];

const asksCleanly = (init: Parameters<typeof answersCleanly>[1]) => answersCleanly(server.url, init);

/** How a question comes to a type whose fields take arguments; `@` is where the field stands. */
const WAYS: Readonly<Record<string, string>> = {
  Query: "@",
  University: 'university(id: "university:u") { @ }',
  Company: 'company(id: "company:t0") { @ }',
  Program: 'program(id: "program:p0") { @ }',
  Organization: 'entity(id: "organization:o0") { ... on Organization { @ } }',
  PublicBody: "flags { nodes { authorities { @ } } }",
  Person: 'entity(id: "organization:o0") { ... on Person { @ } }',
  Arrangement: 'entity(id: "organization:o0") { ... on Arrangement { @ } }',
  UnknownParty: 'entity(id: "organization:o0") { ... on UnknownParty { @ } }',
  Probe: 'node(id: "listing:l0") { ... on Probe { @ } }',
  Listing: 'listing(id: "listing:l0") { @ }',
  ExposureReport: 'exposure(university: "university:u", validAt: "2024-01-01") { @ }',
  ExposureGroup: 'exposure(university: "university:u", validAt: "2024-01-01") { groups { nodes { @ } } }',
  Finding: 'exposure(university: "university:u", validAt: "2024-01-01") { findings { nodes { @ } } }',
  CounterpartyFinding:
    'exposure(university: "university:u", validAt: "2024-01-01") { findings { nodes { counterparties { @ } } } }',
  TransactionTiming:
    'exposure(university: "university:u", validAt: "2024-01-01") { transactions { nodes { @ } } }',
  MatrixCell: "exposureMatrix(rows: UNIVERSITY, columns: YEAR, measure: GROSS) { cells { @ } }",
  FlagEvent: 'listing(id: "listing:l0") { events { @ } }',
  FlagSubject: 'listing(id: "listing:l0") { subjects { nodes { @ } } }',
  Response: 'listing(id: "listing:l0") { responses { @ } }',
  Decision: "decisions { nodes { @ } }",
  ReviewPolicy: 'university(id: "university:u") { reviewPolicies { @ } }',
  ...Object.fromEntries(
    RELATION_KIND_NAMES.map((kind) => [
      kind,
      `company(id: "company:t0") { relations { nodes { ... on ${kind} { @ } } } }`,
    ]),
  ),
  Mutation: "@",
};

/** Every argument of the schema, with the question that carries something to it. */
const PLACES = Object.values(graphSchema().getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith("__"))
  .flatMap((type) =>
    Object.values(isObjectType(type) ? type.getFields() : {}).flatMap((field) =>
      field.args.map((arg) => ({
        type: type.name,
        field,
        arg,
        name: `${type.name}.${field.name}(${arg.name})`,
      })),
    ),
  )
  .filter(({ type }) => type !== "Subscription");
type Place = (typeof PLACES)[number];

function questionTo({ type, field, arg }: Place): string {
  const others = field.args.filter(
    (other) => other !== arg && isNonNullType(other.type) && other.defaultValue === undefined,
  );
  const given = [
    `${arg.name}: $value`,
    ...others.map((other) => `${other.name}: ${sampleOf(other.name, other.type)}`),
  ];
  const asked = `${field.name}(${given.join(", ")}) ${leavesOf(field.type)}`;
  const kind = type === "Mutation" ? "mutation" : "query";
  return `${kind} ($value: ${arg.type}) { ${(WAYS[type] ?? "").replace("@", asked)} }`;
}

/** Everything at the top of an answer that needs no argument, and where its lists lead. */
function leavesOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return "";
  const fields: GraphQLField<unknown, unknown>[] =
    "getFields" in named ? Object.values(named.getFields()) : [];
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0);
  const nodes = fields.some(({ name }) => name === "nodes")
    ? " nodes { __typename } pageInfo { endCursor }"
    : "";
  return `{ __typename ${leaves.map(({ name }) => name).join(" ")}${nodes} }`;
}

function sampleOf(name: string, type: GraphQLInputType): string {
  if (isNonNullType(type)) return sampleOf(name, type.ofType);
  if (isListType(type)) return `[${sampleOf(name, type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[name === "columns" ? 1 : 0]?.name ?? "";
  if (isInputObjectType(type)) return "{}";
  if (type.toString() === "Date") return '"2020-01-01"';
  return /universit/.test(name) ? '"university:u"' : '"company:t0"';
}

/** Something for an argument, mostly of its type, so that it comes further than the door. */
function valueFor(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return valueFor(type.ofType);
  if (isListType(type)) return fc.array(valueFor(type.ofType), { maxLength: 4 });
  if (isEnumType(type)) {
    const names = type.getValues().map(({ name }) => name);
    return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, hostileText);
  }
  if (isInputObjectType(type)) {
    const fields = Object.entries(type.getFields());
    return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, valueFor(field.type)])), {
      requiredKeys: fields.filter(([, field]) => isNonNullType(field.type)).map(([name]) => name),
    });
  }
  if (type.toString() === "Boolean") return fc.boolean();
  if (type.toString() === "Int")
    return hostileNumber.map((value) => (Math.abs(value) < 1e9 ? Math.trunc(value) : value));
  if (type.toString() === "Float") return hostileNumber;
  return hostileText;
}

describe("whatever is given to an argument", () => {
  it("comes to every argument of the schema", () => {
    expect(PLACES.length).toBeGreaterThan(150);
    expect(PLACES.map(({ type }) => type).filter((type) => WAYS[type] === undefined)).toEqual([]);
  });

  it("is answered, or refused cleanly", { timeout: 120_000 }, async () => {
    // Every argument in turn, so that none is left to chance.
    for (const [at, place] of PLACES.entries()) {
      const query = questionTo(place);
      const value = fc.oneof({ weight: 5, arbitrary: valueFor(place.arg.type) }, hostileJson);
      await fc.assert(
        fc.asyncProperty(value, (given) => asksCleanly(posted(query, { value: given }))),
        { seed: SEED + at, numRuns: 12 },
      );
    }
  });
});

describe("whatever is sent as a document", () => {
  it("is answered, or refused cleanly", { timeout: 60_000 }, async () => {
    const words = fc.constantFrom(
      ..."{ } ( ) [ ] : ! $ @ ... | & = query mutation subscription fragment on graph version node id nodes ids".split(
        " ",
      ),
      ...[
        '"',
        '"""',
        "#",
        "\\",
        "a:",
        "@skip(if: true)",
        "...F",
        "__typename",
        "__schema",
        "1e999",
        "-",
        '"\\uD800"',
      ],
    );
    const document = fc.oneof(
      fc.array(words, { maxLength: 40 }).map((parts) => parts.join(" ")),
      fc.array(words, { maxLength: 12 }).map((parts) => `{ graph { version } ${parts.join(" ")} }`),
      hostileText,
    );
    await fc.assert(
      fc.asyncProperty(document, hostileJson, (query, variables) => asksCleanly(posted(query, variables))),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("is refused cleanly where it is no request at all", async () => {
    const types = fc.constantFrom(
      "application/json",
      "text/plain",
      "application/graphql",
      "x",
      "multipart/form-data",
    );
    const body = fc.oneof(
      hostileText,
      hostileJson.map((value) => JSON.stringify(value) ?? ""),
      fc.constantFrom(
        "[".repeat(20_000),
        '{"a":'.repeat(5_000),
        '{"query":{"query":1}}',
        '{"__proto__":{"query":"{a}"}}',
      ),
    );
    await fc.assert(
      fc.asyncProperty(body, types, (text, type) =>
        asksCleanly({ method: "POST", headers: { "content-type": type }, body: text }),
      ),
      { seed: SEED, numRuns: 200 },
    );
    const search = fc.dictionary(
      fc.constantFrom("query", "variables", "operationName", "extensions", "documentId", "x"),
      fc.oneof(
        hostileText,
        hostileJson.map((value) => JSON.stringify(value) ?? ""),
      ),
    );
    await fc.assert(
      fc.asyncProperty(search, (given) => {
        const shortened = Object.entries(given).map(([name, value]): [string, string] => [
          name,
          value.slice(0, 2_000),
        ]);
        return asksCleanly({ path: `/graphql?${new URLSearchParams(shortened)}` });
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

describe("whatever is asked of an export", () => {
  it("is answered, or refused cleanly", async () => {
    const names =
      "university targets exposedTo entity hops dossier table validAt knownAt channels maxHops hubLimit minShare statuses includeParts flags.ids flags.lists flags.states x";
    const search = fc.dictionary(fc.constantFrom(...names.split(" ")), hostileText, {
      minKeys: 1,
      maxKeys: 3,
    });
    const format = fc.oneof(
      fc.constantFrom("json", "csv", "gexf", "graphml"),
      hostileText.map(encodeURIComponentSafely),
    );
    await fc.assert(
      fc.asyncProperty(format, search, async (name, given) => {
        const shortened = Object.entries(given).map(([key, value]): [string, string] => [
          key,
          value.slice(0, 500),
        ]);
        const response = await fetch(
          `${server.url}/export/${name.slice(0, 200)}?${new URLSearchParams(shortened)}`,
          {
            headers: withKey(KEYS.viewer),
          },
        );
        if (response.status === 200) await response.text();
        else await isClean(response);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

/** Half of a pair of surrogates stands in no address. */
function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString("utf8"));
}

describe("whatever stands in a dossier that is sent", () => {
  it("is named as a problem, or would be loaded", { timeout: 60_000 }, async () => {
    const tables = Object.keys(STORY).filter((name) => name !== "settings");
    const cell = fc.oneof(hostileText, fc.string({ unit: "grapheme" }));
    const changed = fc.tuple(fc.constantFrom(...tables), fc.nat(), fc.nat(), cell);
    const query =
      "mutation ($input: LoadDossierInput!) { loadDossier(input: $input) { report { created problems { file line message } } } }";
    await fc.assert(
      fc.asyncProperty(
        fc.array(changed, { minLength: 1, maxLength: 3 }),
        hostileText,
        (changes, settings) => {
          const files = { ...STORY, settings: `${STORY.settings}description: ${settings}\n` } as Record<
            string,
            string
          >;
          for (const [name, row, column, text] of changes)
            files[name] = withCell(files[name] ?? "", row, column, text);
          const input = {
            dryRun: true,
            files: Object.entries(files).map(([name, content]) => ({
              name: name === "settings" ? "dossier.yml" : `${name}.csv`,
              content,
            })),
          };
          return asksCleanly(posted(query, { input }));
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  });
});

/** A table with one cell replaced, whatever quotes stand in it. */
function withCell(table: string, row: number, column: number, text: string): string {
  const lines = table.split("\n");
  const at = row % lines.length;
  const cells = (lines[at] ?? "").split(",");
  cells[column % cells.length] = text;
  lines[at] = cells.join(",");
  return lines.join("\n");
}
