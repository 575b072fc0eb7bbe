import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type FieldNode,
  type GraphQLNamedType,
  getNamedType,
  type InlineFragmentNode,
  isInterfaceType,
  isObjectType,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { expect, it } from "vitest";
import { graphSchema } from "../../src/graphql/schema.js";
import { EXAMPLES } from "./examples.js";

const schema = graphSchema();
const flag = schema.getType("Flag");

/** The names of the fields that a selection asks for, those of inline fragments included. */
function askedIn(selections: SelectionSetNode | undefined): readonly string[] {
  return (selections?.selections ?? []).flatMap((selection) => {
    if (selection.kind === "Field") return [selection.name.value];
    return selection.kind === "InlineFragment" ? askedIn(selection.selectionSet) : [];
  });
}

/** Selections of a flag that ask for its title, and not for its outcome and its responses. */
function bareFlags(document: string): readonly string[] {
  const info = new TypeInfo(schema);
  const bare: string[] = [];
  const look = ({ selectionSet }: FieldNode | InlineFragmentNode) => {
    const asked = askedIn(selectionSet);
    if (!isFlag(getNamedType(info.getType())) || !asked.includes("title")) return;
    if (!asked.includes("outcome") || !asked.includes("responses")) bare.push(asked.join(" "));
  };
  visit(parse(document), visitWithTypeInfo(info, { Field: look, InlineFragment: look }));
  return bare;
}

function isFlag(type: GraphQLNamedType | undefined): boolean {
  return (
    type === flag || (isObjectType(type) && isInterfaceType(flag) && type.getInterfaces().includes(flag))
  );
}

it.each(EXAMPLES)("%s names no flag without its outcome and what was answered", (name) => {
  const question = readFileSync(join(import.meta.dirname, `../../schema/examples/${name}.graphql`), "utf8");
  expect(bareFlags(question)).toEqual([]);
});
