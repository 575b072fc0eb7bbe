import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import {
  buildSchema,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
} from "graphql";

/** How each scalar of the API arrives as JSON. */
const SCALARS = {
  ID: "string",
  Date: "string",
  DateTime: "string",
  UncertainDate: "string",
  CountryCode: "string",
  CurrencyCode: "string",
};

const HEADER = `/*
 * Generated from documents/*.graphql and schema/schema.graphql; a test keeps it equal to them.
 * To write it anew: npx vitest run tests/explorer/typed-documents.test.ts -u
 */
import type { TypedDocument } from "./typed-document.js";
`;

/** The module that gives every question its text and its types. */
export async function typedDocuments(
  schema: string,
  documents: readonly string[],
  header = HEADER,
): Promise<string> {
  const parsed = documents.map((text) => parse(text));
  const types = await codegen({
    filename: "documents.generated.ts",
    schema: parse(schema),
    schemaAst: buildSchema(schema),
    documents: parsed.map((document, at) => ({ document, location: String(at) })),
    config: {
      enumType: "string-literal",
      immutableTypes: true,
      skipTypename: true,
      inlineFragmentTypes: "combine",
      mergeFragmentTypes: true,
      useTypeImports: true,
      scalars: SCALARS,
      strictScalars: true,
    },
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  });
  return `${[header, named(types).trim(), ...questionsOf(parsed)].join("\n")}\n`;
}

/**
 * A fragment of an interface that is alike for every kind is declared once, by the fragment's name, but the plugin
 * still refers to it by each kind's.
 */
function named(types: string): string {
  const declared = new Set([...types.matchAll(/type (\w+_Fragment) =/g)].map((match) => match[1]));
  return types.replace(/\b(\w+?)_\w+_Fragment\b/g, (name, fragment: string) =>
    declared.has(name) ? name : `${fragment}Fragment`,
  );
}

function questionsOf(documents: readonly DocumentNode[]): string[] {
  const definitions = documents.flatMap((document) => document.definitions);
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  return definitions
    .filter((one) => one.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => question(operation, fragments));
}

function question(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string {
  const name = operation.name?.value ?? "";
  const text = [operation, ...used(operation, fragments)].map(print).join("\n");
  const constant = `${name.charAt(0).toLowerCase()}${name.slice(1)}Question`;
  return (
    `\nexport const ${constant}: TypedDocument<${name}Query, ${name}QueryVariables> = {\n` +
    `  text: ${JSON.stringify(stripIgnoredCharacters(text))},\n};`
  );
}

/** The fragments that a definition needs, also through others, each once. */
function used(
  start: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly FragmentDefinitionNode[] {
  const met = new Map<string, FragmentDefinitionNode>();
  const follow = (definition: OperationDefinitionNode | FragmentDefinitionNode) => {
    visit(definition, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (fragment === undefined || met.has(value)) return;
        met.set(value, fragment);
        follow(fragment);
      },
    });
  };
  follow(start);
  return [...met.values()];
}
