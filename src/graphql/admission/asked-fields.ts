import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { ReadOperation } from "./documents.js";

/** A field as an operation asks for it, its arguments coerced and their defaults filled in. */
export interface AskedField {
  readonly node: FieldNode;
  readonly parent: GraphQLNamedType;
  readonly definition: GraphQLField<unknown, unknown>;
  /** Empty where they cannot be coerced: the engine refuses the operation then. */
  readonly args: Readonly<Record<string, unknown>>;
}

/**
 * Works out something about an operation from its leaves up: `fold` gets a field and what was worked out for the fields
 * in it, in their order. Fields that @skip or @include leave out are left out; fragments are written out, those of
 * several kinds one after the other. What the schema has not is passed over, and so is everything about the schema
 * itself: validation comes after.
 */
export function foldFields<Value>(
  schema: GraphQLSchema,
  { document, operation }: ReadOperation,
  variables: Readonly<Record<string, unknown>>,
  fold: (field: AskedField, inner: readonly Value[]) => Value,
): readonly Value[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const foldSet = (
    set: SelectionSetNode,
    parent: GraphQLNamedType,
    inside: readonly string[],
  ): readonly Value[] =>
    set.selections.flatMap((selection): readonly Value[] => {
      if (!isAsked(selection, variables)) return [];
      if (selection.kind === Kind.FIELD) {
        const definition = fieldOf(parent, selection.name.value);
        if (!definition) return [];
        const args = argumentsOf(definition, selection, variables);
        const inner = selection.selectionSet
          ? foldSet(selection.selectionSet, getNamedType(definition.type), inside)
          : [];
        return [fold({ node: selection, parent, definition, args }, inner)];
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return foldSet(selection.selectionSet, typeOf(schema, selection, parent), inside);
      }
      const name = selection.name.value;
      const fragment = fragments.get(name);
      if (!fragment || inside.includes(name)) return [];
      return foldSet(fragment.selectionSet, typeOf(schema, fragment, parent), [...inside, name]);
    });
  const root = rootOf(schema, operation);
  return root ? foldSet(operation.selectionSet, root, []) : [];
}

function rootOf(schema: GraphQLSchema, { operation }: OperationDefinitionNode): GraphQLNamedType | null {
  return schema.getRootType(operation) ?? null;
}

function fieldOf(parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

function typeOf(
  schema: GraphQLSchema,
  { typeCondition }: { readonly typeCondition?: { readonly name: { readonly value: string } } | undefined },
  parent: GraphQLNamedType,
): GraphQLNamedType {
  return (typeCondition && schema.getType(typeCondition.name.value)) ?? parent;
}

function argumentsOf(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (definition.args.length === 0) return NO_ARGUMENTS;
  try {
    return getArgumentValues(definition, node, variables);
  } catch {
    return NO_ARGUMENTS;
  }
}

const NO_ARGUMENTS = {};

function isAsked(
  selection: Parameters<typeof getDirectiveValues>[1],
  variables: Readonly<Record<string, unknown>>,
): boolean {
  if (!selection.directives?.length) return true;
  try {
    const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
    return skip?.if !== true && include?.if !== false;
  } catch {
    return true;
  }
}
