import {
  type ConstValueNode,
  GraphQLError,
  type GraphQLSchema,
  isEnumType,
  Kind,
  TokenKind,
  type ValueNode,
} from "graphql";
import { badInput, type ExposureError, inArgument } from "../domain/errors.js";
import { nearest } from "../domain/nearest.js";

/** Reads a value that a document holds: what `read` refuses names the argument, and where it stands. */
export function inLiteral<T>(node: ValueNode, read: () => T): T {
  const argument = argumentOf(node);
  try {
    return argument === null ? read() : inArgument(argument, read);
  } catch (fault) {
    throw fault instanceof Error
      ? new GraphQLError(fault.message, { nodes: node, originalError: fault })
      : fault;
  }
}

/** The argument or field of an input whose value a node is, or is in the list of: the name before the last colon. */
function argumentOf(node: ValueNode | ConstValueNode): string | null {
  let token = node.loc?.startToken.prev ?? null;
  while (token !== null && token.kind !== TokenKind.COLON) token = token.prev;
  return token?.prev?.kind === TokenKind.NAME ? token.prev.value : null;
}

/** Lets every enum tell of a value in quotes what to write. */
export function tellQuotedEnums(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isEnumType(type)) continue;
    const plain = type.parseLiteral.bind(type);
    type.parseLiteral = (node, variables) => {
      if (node.kind !== Kind.STRING) return plain(node, variables);
      const names = type.getValues().map(({ name }) => name);
      return inLiteral(node, () => {
        throw inQuotes(node.value, names);
      });
    };
  }
}

function inQuotes(value: string, names: readonly string[]): ExposureError {
  const name = value.replaceAll(/([a-z])([A-Z])/g, "$1_$2").toUpperCase();
  const meant = names.includes(name) ? name : nearest(name, names);
  const remedy =
    meant === null
      ? `write one of ${names.join(", ")} without quotes`
      : `write it without quotes, as ${meant}`;
  return badInput("is in quotes", { value, remedy });
}
