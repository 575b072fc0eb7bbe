import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { expect, it } from "vitest";
import { graphSchema } from "../../src/graphql/schema.js";
import { EXAMPLES } from "./examples.js";

/**
 * Fields that no example asks for, each with its reason: the answers are compared byte for byte, on every store and
 * on any day, and a question writes nothing.
 */
const LEFT_OUT: Readonly<Record<string, string>> = {
  "GraphInfo.engine": "differs between the stores",
  "GraphInfo.changedAt": "is the moment of the load",
};
/** Types of operations that are no questions. */
const NO_QUESTIONS: readonly string[] = ["Mutation", "Subscription"];

const schema = graphSchema();

/** `Type.field` of every field that the examples ask for. */
function askedFields(): ReadonlySet<string> {
  const asked = new Set<string>();
  for (const name of EXAMPLES) {
    const folder = join(import.meta.dirname, "../../schema/examples");
    const info = new TypeInfo(schema);
    const note = () => {
      const [parent, field] = [info.getParentType(), info.getFieldDef()];
      if (parent && field) asked.add(`${parent.name}.${field.name}`);
    };
    const document = parse(readFileSync(join(folder, `${name}.graphql`), "utf8"));
    visit(document, visitWithTypeInfo(info, { Field: note }));
  }
  return asked;
}

/** Where else a field of a type may be asked for: on the interfaces of an object, on the objects of an interface. */
function kinOf(type: GraphQLNamedType, { name }: GraphQLField<unknown, unknown>): readonly string[] {
  if (isInterfaceType(type)) {
    const { objects, interfaces } = schema.getImplementations(type);
    return [...objects, ...interfaces, ...type.getInterfaces()].map((kin) => `${kin.name}.${name}`);
  }
  return isObjectType(type) ? type.getInterfaces().map((kin) => `${kin.name}.${name}`) : [];
}

/** What an operation of the kinds that are no questions can reach, and nothing else does. */
function onlyWritten(of: GraphQLSchema): ReadonlySet<string> {
  const reached = (roots: readonly string[]) => {
    const met = new Set<string>(roots);
    for (const name of met) {
      const type = of.getType(name);
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const field of Object.values(type.getFields()))
        met.add(String(field.type).replaceAll(/[[\]!]/g, ""));
      if (isInterfaceType(type)) for (const each of of.getPossibleTypes(type)) met.add(each.name);
    }
    return met;
  };
  const questions = reached(["Query"]);
  return new Set([...reached(NO_QUESTIONS)].filter((name) => !questions.has(name)));
}

it("together the examples ask for every field of the schema", () => {
  const asked = askedFields();
  const written = onlyWritten(schema);
  const silent = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type) || written.has(type.name)) return [];
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields())
      .filter(
        (field) => ![`${type.name}.${field.name}`, ...kinOf(type, field)].some((each) => asked.has(each)),
      )
      .map((field) => `${type.name}.${field.name}`);
  });
  expect(silent.sort()).toEqual(Object.keys(LEFT_OUT).sort());
});
