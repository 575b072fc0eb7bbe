import { readFileSync } from "node:fs";
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";
import { expect, it } from "vitest";
import { emitSchema } from "../../src/graphql/emit-schema.js";
import { graphSchema } from "../../src/graphql/schema.js";

const FILE = "schema/schema.graphql";

it("stands in schema/schema.graphql as it is (npm run schema writes it anew)", () => {
  expect(readFileSync(FILE, "utf8")).toBe(emitSchema());
});

it("describes every type, field, argument and value", () => {
  const types = Object.values(graphSchema().getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  expect(types.flatMap(undescribed)).toEqual([]);
});

function undescribed(type: GraphQLNamedType): string[] {
  const parts: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type)) {
    for (const value of type.getValues()) parts.push([`${type.name}.${value.name}`, value.description]);
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields()))
      parts.push([`${type.name}.${field.name}`, field.description]);
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, field.description]);
      for (const arg of field.args) parts.push([`${type.name}.${field.name}(${arg.name})`, arg.description]);
    }
  }
  return parts.filter(([, description]) => !description?.trim()).map(([name]) => name);
}

it("says of every nullable field what null means", () => {
  const silent = Object.values(graphSchema().getTypeMap()).flatMap((type) => {
    if (!(isObjectType(type) || isInterfaceType(type)) || isIntrospectionType(type)) return [];
    return Object.values(type.getFields())
      .filter((field) => !String(field.type).endsWith("!"))
      .filter((field) => type.name !== "Query" && !/null/i.test(field.description ?? ""))
      .map((field) => `${type.name}.${field.name}`);
  });
  expect(silent).toEqual([]);
});
