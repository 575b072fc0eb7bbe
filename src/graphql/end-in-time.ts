import { type GraphQLSchema, isObjectType } from "graphql";
import type { GraphContext } from "./context.js";

/**
 * Lets no field begin when its operation's time is over, and lets other operations have their turn between two fields:
 * what is answered from memory would otherwise hold up everybody until it is whole.
 */
export function endInTime(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve) continue;
      field.resolve = (source, args, context: GraphContext, info) => {
        const { budget } = context;
        budget.look();
        return budget.mustRest
          ? budget.rest().then(() => resolve(source, args, context, info))
          : resolve(source, args, context, info);
      };
    }
  }
}
