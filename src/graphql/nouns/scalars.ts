import {
  type ConstValueNode,
  GraphQLError,
  GraphQLScalarType,
  type GraphQLSchema,
  isEnumType,
  Kind,
  TokenKind,
  type ValueNode,
} from "graphql";
import { parseCountry } from "../../domain/countries.js";
import { parseDay, printDay } from "../../domain/day.js";
import { badInput, type ExposureError, inArgument } from "../../domain/errors.js";
import { parseCurrency } from "../../domain/money.js";
import { nearest } from "../../domain/nearest.js";
import { parseUncertainDate } from "../../domain/uncertain-date.js";

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

/** A scalar over text: `read` checks what a user gives, `write` prints what the domain holds. */
function textScalar(
  name: string,
  description: string,
  read: (text: string) => unknown,
  write: (value: unknown) => string = String,
): GraphQLScalarType {
  const parse = (value: unknown) => {
    if (typeof value === "string") return read(value);
    const more = name === "Date" ? ', for example "2019-12-31"' : "";
    const remedy = `write ${name} in quotes${more}`;
    if (typeof value === "number") throw badInput("is no text", { value, remedy });
    throw badInput(`${JSON.stringify(value)} is no text`, { remedy });
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: write,
    parseValue: (value) => {
      try {
        return parse(value);
      } catch (error) {
        throw asGraphQL(error);
      }
    },
    parseLiteral: (node) =>
      inLiteral(node, () =>
        parse(node.kind === Kind.STRING ? node.value : "value" in node ? Number(node.value) : null),
      ),
  });
}

function asGraphQL(error: unknown): unknown {
  return error instanceof Error ? new GraphQLError(error.message, { originalError: error }) : error;
}

export const DateScalar = textScalar(
  "Date",
  "A day as ISO 8601 text, for example 2019-04-03. Clocks and publication days are days; nothing has an hour.",
  parseDay,
  (value) => (typeof value === "number" ? printDay(value) : String(value)),
);

export const UncertainDateScalar = textScalar(
  "UncertainDate",
  "A date as its source gives it: 2019, 2019-04, 2019-04-03, or a span A/B of these with .. for an open side: ../2018-12-31 is on or before that day, 2019-05/.. on or after. In an `end` it is the first day on which the claim no longer holds.",
  (text) => parseUncertainDate(text).text,
);

export const DateTimeScalar = textScalar(
  "DateTime",
  "An instant as ISO 8601 text in UTC, for example 2019-04-03T12:00:00.000Z.",
  (text) => {
    if (Number.isNaN(Date.parse(text)))
      throw badInput("is no instant", { value: text, remedy: "write it as 2019-04-03T12:00:00Z" });
    return text;
  },
);

export const CountryCodeScalar = textScalar(
  "CountryCode",
  "A country as ISO 3166-1 alpha-2, for example CN.",
  parseCountry,
);

export const CurrencyCodeScalar = textScalar(
  "CurrencyCode",
  "A currency as ISO 4217, for example USD; XXX where the source names none.",
  parseCurrency,
);
