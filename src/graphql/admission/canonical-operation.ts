import type { GraphQLArgument, GraphQLSchema } from "graphql";
import type { Day } from "../../domain/day.js";
import { NULL_IS_TODAY } from "../nouns/page.js";
import type { Admitted } from "./admission.js";
import { type AskedField, foldFields } from "./asked-fields.js";

/**
 * An operation as a text: its document, and the arguments of its fields after variables and defaults, with clocks that
 * were left open resolved to the day of asking. Over one version of the graph and on one day, equal texts have equal
 * answers.
 */
export function canonicalOperation(schema: GraphQLSchema, admitted: Admitted, today: Day): string {
  const fields = foldFields<string>(schema, admitted, admitted.variables, (field, inner) =>
    [`${field.parent.name}.${field.definition.name}(${printArguments(field, today)})`, ...inner].join(" "),
  );
  return [admitted.text, admitted.name, ...fields].join("\n");
}

function printArguments({ definition, args }: AskedField, today: Day): string {
  return definition.args
    .map((argument) => `${argument.name}:${JSON.stringify(resolved(argument, args[argument.name], today))}`)
    .join(",");
}

function resolved(argument: GraphQLArgument, given: unknown, today: Day): unknown {
  const isOpen = given === undefined || given === null;
  return isOpen && argument.description?.includes(NULL_IS_TODAY) ? today : (given ?? null);
}
