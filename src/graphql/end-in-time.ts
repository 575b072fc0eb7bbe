import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import { Part } from "./answer.js";
import type { GraphContext } from "./context.js";

/**
 * Lets no field begin when its operation's time is over, and lets other operations have their turn between two fields:
 * what is answered from memory would otherwise hold up all others until it is whole.
 */
export function endInTime(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve) field.resolve = inTime(field.resolve);
    }
  }
}

/** How a field without a resolver is answered: by a property of the record, or of the part of an answer, whose making may fail. */
export const fieldOfPart = neverThrowing((source, args, context, info) =>
  defaultFieldResolver(source instanceof Part ? source.part : source, args, context, info),
);

type Resolver = GraphQLFieldResolver<unknown, GraphContext>;

function inTime(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const { budget } = context;
    try {
      // Those that fail because it is late wait for their turn too: thousands may.
      if (budget.mustRest) return budget.turn().then(() => resolve(source, args, context, info));
      budget.look();
      return resolve(source, args, context, info);
    } catch (fault) {
      return Promise.reject(fault);
    }
  };
}

/**
 * A failure as a promise. Where an item of a list throws at once, graphql-js 16 leaves the list, and forgets the items
 * before it that are still under way: when one of these fails in turn, the rejection is unhandled, and Node ends the
 * process.
 */
function neverThrowing(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    try {
      return resolve(source, args, context, info);
    } catch (fault) {
      return Promise.reject(fault);
    }
  };
}
