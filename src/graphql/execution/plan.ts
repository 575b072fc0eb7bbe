import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLField,
  type GraphQLFieldResolver,
  GraphQLIncludeDirective,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from "graphql";
import type { GraphContext } from "../context.js";

/*
 * What an operation asks for, worked out once for the document: which fields, in which order, how each is answered and
 * what is made of its value.
 */

/** A field of an object type as an operation asks for it. */
export interface PlannedField {
  readonly responseName: string;
  readonly name: string;
  /** The first that asks for it under this name: its arguments count. */
  readonly node: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
  /** Null: it is the property of its name. */
  readonly resolve: GraphQLFieldResolver<unknown, GraphContext> | null;
  /** Where a run keeps its arguments; -1: it has none. */
  readonly argumentsAt: number;
  readonly shape: Shape;
}

/** What is made of the value of a field, or of an item of its list. */
export type Shape = {
  readonly isNonNull: boolean;
  /** Where it is asked for. */
  readonly nodes: readonly FieldNode[];
  /** The field's name in the schema, for errors: "Finding.target". */
  readonly fieldName: string;
} & (
  | { readonly kind: "leaf"; readonly serialize: (value: unknown) => unknown; readonly type: string }
  | { readonly kind: "list"; readonly items: Shape }
  | { readonly kind: "object"; readonly fields: () => readonly PlannedField[] }
  | { readonly kind: "abstract"; readonly type: GraphQLAbstractType; readonly fieldsOf: FieldsOf }
);

/** The fields that are asked for of an object of the type with this name. @throws GraphQLError where there is none. */
export type FieldsOf = (typeName: string) => readonly PlannedField[];

type Variables = Readonly<Record<string, unknown>>;

/**
 * The fields that a valid operation asks for at its root; those of a type below are planned when its first object comes.
 * `variables` decide what @skip and @include leave out; without such directives the plan
 * is the same for all.
 */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): readonly PlannedField[] {
  const root = schema.getRootType(operation.operation);
  if (!root) throw new GraphQLError(`Schema is not configured to execute ${operation.operation} operation.`);
  return new Planner(schema, document, variables).fieldsOf(root, [operation.selectionSet]);
}

class Planner {
  /** How many fields with arguments are planned so far. */
  private withArguments = 0;
  private readonly schema: GraphQLSchema;
  private readonly variables: Variables;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(schema: GraphQLSchema, { definitions }: DocumentNode, variables: Variables) {
    this.schema = schema;
    this.variables = variables;
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  /** The fields that selections ask for of a type, in the order in which they are first named. */
  fieldsOf(type: GraphQLObjectType, selections: readonly SelectionSetNode[]): readonly PlannedField[] {
    const nodes = new Map<string, [FieldNode, ...FieldNode[]]>();
    const seen = new Set<string>();
    for (const selection of selections) this.collect(type, selection, nodes, seen);
    return [...nodes].flatMap(([responseName, asked]) => this.fieldOf(type, responseName, asked) ?? []);
  }

  private collect(
    type: GraphQLObjectType,
    { selections }: SelectionSetNode,
    into: Map<string, [FieldNode, ...FieldNode[]]>,
    seen: Set<string>,
  ): void {
    for (const selection of selections) {
      if (!this.isAsked(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const known = into.get(name);
        if (known) known.push(selection);
        else into.set(name, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const { typeCondition, selectionSet } = selection;
        if (this.applies(typeCondition?.name.value, type)) this.collect(type, selectionSet, into, seen);
      } else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = this.fragments.get(selection.name.value);
        if (fragment && this.applies(fragment.typeCondition.name.value, type)) {
          this.collect(type, fragment.selectionSet, into, seen);
        }
      }
    }
  }

  private isAsked(selection: Parameters<typeof getDirectiveValues>[1]): boolean {
    if (!selection.directives?.length) return true;
    const skip = getDirectiveValues(GraphQLSkipDirective, selection, this.variables);
    if (skip?.if === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, selection, this.variables)?.if !== false;
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditional = this.schema.getType(condition);
    return isAbstractType(conditional) && this.schema.isSubType(conditional, type);
  }

  private fieldOf(
    parent: GraphQLObjectType,
    responseName: string,
    nodes: readonly [FieldNode, ...FieldNode[]],
  ): PlannedField | null {
    const [node] = nodes;
    const name = node.name.value;
    const isTypeName = name === TypeNameMetaFieldDef.name;
    const definition = isTypeName ? TypeNameMetaFieldDef : parent.getFields()[name];
    if (!definition) return null;
    return {
      ...{ responseName, name, node, definition },
      resolve: isTypeName ? () => parent.name : ((definition.resolve as PlannedField["resolve"]) ?? null),
      argumentsAt: definition.args.length === 0 ? -1 : this.withArguments++,
      shape: this.shapeOf(definition.type, { nodes, fieldName: `${parent.name}.${name}` }),
    };
  }

  private shapeOf(given: GraphQLOutputType, asked: Pick<Shape, "nodes" | "fieldName">): Shape {
    const of = { ...asked, isNonNull: isNonNullType(given) };
    const type = given instanceof GraphQLNonNull ? given.ofType : given;
    if (isListType(type)) return { ...of, kind: "list", items: this.shapeOf(type.ofType, asked) };
    if (isLeafType(type)) {
      return { ...of, kind: "leaf", serialize: (value: unknown) => type.serialize(value), type: type.name };
    }
    const selections = asked.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (isObjectType(type)) {
      let fields: readonly PlannedField[] | null = null;
      const planned = () => {
        fields ??= this.fieldsOf(type, selections);
        return fields;
      };
      return { ...of, kind: "object", fields: planned };
    }
    const known = new Map<string, readonly PlannedField[]>();
    const fieldsOf = (kind: string) => {
      const fields = known.get(kind) ?? this.fieldsOf(this.kindOf(type, kind), selections);
      known.set(kind, fields);
      return fields;
    };
    return { ...of, kind: "abstract", type, fieldsOf };
  }

  private kindOf(type: GraphQLAbstractType, name: string): GraphQLObjectType {
    const kind = this.schema.getType(name);
    if (isObjectType(kind) && this.schema.isSubType(type, kind)) return kind;
    throw new GraphQLError(`"${name}" is no kind of ${type.name}`);
  }
}
