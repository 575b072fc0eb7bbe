import fc from "fast-check";
import {
  buildSchema,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  isObjectType,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { describe, expect, it } from "vitest";
import type { GraphContext } from "../../../src/graphql/context.js";
import { propertyResolver } from "../../../src/graphql/end-in-time.js";
import { executeOperation } from "../../../src/graphql/execution/execute-operation.js";

const SCHEMA = `
  interface Thing { id: ID!  name: String  next: Thing  must: Thing!  all: [Thing!]!  some: [Thing] }
  type Cat implements Thing { id: ID!  name: String  next: Thing  must: Thing!  all: [Thing!]!  some: [Thing]  lives: Int!  mood(of: Mood! = CALM, times: Int): String! }
  type Dog implements Thing { id: ID!  name: String  next: Thing  must: Thing!  all: [Thing!]!  some: [Thing]  tricks: [String!]  good: Boolean! }
  enum Mood { CALM WILD }
  type Query { cat: Cat  dog: Dog!  thing(id: Int): Thing  things: [Thing!]  plain: Plain! }
  type Plain { text: String!  number: Float  made: String }
`;

/** A thing is its number; the number and the field say what becomes of the field: a value, at once or later, or a failure. */
interface Numbered {
  readonly number: number;
}

const KINDS = ["Cat", "Dog"];

function become(number: number, field: string, make: () => unknown, seed: number): unknown {
  const draw = hash(`${number} ${field} ${seed}`) % 24;
  if (draw === 0) throw new Error(`${field} of ${number} fails`);
  if (draw === 1) return Promise.reject(new Error(`${field} of ${number} fails later`));
  if (draw === 2) return null;
  if (draw === 3) return Promise.resolve(null);
  if (draw === 4) return new Error(`${field} of ${number} is an error`);
  const value = make();
  if (draw < 11) return Promise.resolve(value);
  if (draw === 11)
    return Promise.resolve().then(() => new Promise((resolve) => setImmediate(resolve, value)));
  return value;
}

function hash(text: string): number {
  let value = 7;
  for (const letter of text) value = (value * 31 + letter.charCodeAt(0)) % 1_000_003;
  return value;
}

/**
 * `isLater`: everything comes later, also each item of a list. graphql-js 16 forgets what is under way where an item of a
 * list fails at once; the answer is the same.
 */
function schemaOf(seed: number, isLater: boolean): GraphQLSchema {
  const schema = buildSchema(SCHEMA);
  const things = (number: number) => [1, 2].map((each) => ({ number: (number * 3 + each) % 97 }));
  const values: Record<string, (number: number, args: Record<string, unknown>) => unknown> = {
    id: (number) => `thing:${number}`,
    name: (number) => `number ${number}`,
    next: (number) => ({ number: (number * 5 + 1) % 97 }),
    must: (number) => ({ number: (number * 7 + 2) % 97 }),
    all: things,
    some: (number) => things(number).map((thing) => itemOf(thing, seed)),
    lives: (number) => (number % 5 === 0 ? "nine" : 9),
    mood: (number, args) => `${number} ${JSON.stringify(args)}`,
    tricks: (number) =>
      number % 7 === 0 ? "no list" : ["sit", Promise.resolve("roll"), null].slice(0, 1 + (number % 3)),
    good: (number) => number % 2 === 0,
    cat: () => ({ number: 1 }),
    dog: () => ({ number: 2 }),
    thing: (_, { id }) => ({ number: Number(id ?? 3) }),
    things: () => things(4),
    plain: () => ({ text: "text", number: Number.NaN, made: () => "made" }),
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name === "Thing" && "resolveType" in type)
      type.resolveType = (thing: Numbered) => KINDS[thing.number % 2] as string;
    if (!isObjectType(type) || type.name.startsWith("__") || type.name === "Plain") continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      const resolve = (thing: Numbered | undefined, args: Record<string, unknown>) => {
        const number = thing?.number ?? 0;
        return become(number, name, () => values[name]?.(number, args), seed);
      };
      field.resolve = (
        isLater
          ? async (...given: Parameters<typeof resolve>) => itemsLater(await resolve(...given))
          : resolve
      ) as never;
    }
  }
  return schema;
}

/** A failure at once, while items are made, would be the failure of the list. */
function itemOf(thing: Numbered, seed: number): unknown {
  try {
    return become(thing.number, "item", () => thing, seed);
  } catch (fault) {
    return fault;
  }
}

function itemsLater(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item) => (item instanceof Error ? Promise.reject(item) : Promise.resolve(item)));
}

const PLAIN = buildSchema(SCHEMA);
/** What is not used does no harm. */
const RULES = specifiedRules.filter((rule) => !rule.name.startsWith("NoUnused"));

const COMMON = ["id", "name", "__typename", "other: name"];

/** What may be asked of a thing, down to a depth. */
function selection(depth: number, kind: "Thing" | "Cat" | "Dog"): fc.Arbitrary<string> {
  const own = { Thing: [], Cat: ["lives", "mood", "mood(of: WILD, times: $times)"], Dog: ["tricks", "good"] }[
    kind
  ];
  const leaves = fc.constantFrom(
    ...COMMON,
    ...own,
    "name @skip(if: $no)",
    "id @include(if: $yes)",
    "...Named",
  );
  if (depth === 0) return leaves;
  const deeper = fc
    .tuple(fc.constantFrom("next", "must", "all", "some", "a: all", "b: some"), set(depth - 1, "Thing"))
    .map(([field, inner]) => `${field} ${inner}`);
  const narrowed = fc
    .constantFrom("Cat" as const, "Dog" as const)
    .chain((type) =>
      kind === "Thing" ? set(depth - 1, type).map((inner) => `... on ${type} ${inner}`) : leaves,
    );
  return fc.oneof(
    { weight: 2, arbitrary: leaves },
    { weight: 3, arbitrary: deeper },
    { weight: 1, arbitrary: narrowed },
  );
}

function set(depth: number, kind: "Thing" | "Cat" | "Dog"): fc.Arbitrary<string> {
  return fc
    .array(selection(depth, kind), { minLength: 1, maxLength: 3 })
    .map((all) => `{ ${all.join(" ")} }`);
}

const DOCUMENTS = fc
  .array(
    fc.oneof(
      set(2, "Cat").map((inner) => `cat ${inner}`),
      set(2, "Dog").map((inner) => `dog ${inner}`),
      set(3, "Thing").map((inner) => `thing(id: $id) ${inner}`),
      set(2, "Thing").map((inner) => `things ${inner}`),
      fc.constantFrom("plain { text made }", "plain { text number }", "__typename"),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((fields) => {
    const named = fields.map((field, at) => (field === "__typename" ? field : `r${at}: ${field}`));
    return `query Q($id: Int, $times: Int, $no: Boolean = false, $yes: Boolean = true) { ${named.join(" ")} } fragment Named on Thing { name next { id } }`;
  });

/** By path: what is told of it. */
const errorsOf = ({ errors }: ExecutionResult): [path: string, error: string][] =>
  (errors ?? []).map(({ message, path, locations }) => [
    JSON.stringify(path),
    JSON.stringify({ message, locations }),
  ]);

/** Whether a way into an answer ends at a null. */
function isNullAt(data: unknown, path: readonly (string | number)[]): boolean {
  if (data === null) return true;
  const [key, ...rest] = path;
  return key !== undefined && isNullAt((data as Record<string | number, unknown>)[key], rest);
}

async function bothAnswer(source: string, seed: number, variableValues: Record<string, unknown>) {
  const schema = schemaOf(seed, false);
  const document = parse(source);
  const asked = { document, variableValues, contextValue: {} as GraphContext };
  const theirs = await execute({ ...asked, schema: schemaOf(seed, true), fieldResolver: propertyResolver });
  return { ours: await executeOperation({ ...asked, schema }), theirs };
}

describe("an operation", () => {
  it("is answered as graphql-js answers it, whatever fails, at once or later", async () => {
    const variables = fc.record(
      {
        id: fc.constantFrom(1, 2, 5, null),
        times: fc.constantFrom(3, null),
        no: fc.boolean(),
        yes: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    let [whole, same] = [0, 0];
    await fc.assert(
      fc.asyncProperty(DOCUMENTS, fc.nat(1000), variables, async (source, seed, variableValues) => {
        fc.pre(validate(PLAIN, parse(source), RULES).length === 0);
        const { ours, theirs } = await bothAnswer(source, seed, variableValues);
        expect(JSON.stringify(ours.data)).toBe(JSON.stringify(theirs.data));
        // Of several failures that empty one place the first in time is told: it may be another one.
        const told = new Map(errorsOf(theirs));
        for (const [path, error] of errorsOf(ours)) {
          expect(isNullAt(ours.data, JSON.parse(path))).toBe(true);
          expect(error).toBe(told.get(path) ?? error);
          if (told.has(path)) same += 1;
        }
        expect(errorsOf(ours).length > 0).toBe(told.size > 0);
        if (told.size === 0) whole += 1;
      }),
      { seed: 6, numRuns: 150 },
    );
    expect([whole > 20, same > 100]).toEqual([true, true]);
  });

  it.each([
    ["variables that do not fit", "query ($id: Int) { thing(id: $id) { id } }", { id: "one" }],
    ["a variable that is missing", "query ($id: Int!) { thing(id: $id) { id } }", {}],
    ["questions about the schema", '{ __type(name: "Cat") { name } plain { text } }', {}],
    ["a field under the name of the prototype", "{ plain { __proto__: text } }", {}],
  ])("with %s is answered as graphql-js answers it", async (_, source, variables) => {
    const { ours, theirs } = await bothAnswer(source, 1, variables);
    expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
  });
});
