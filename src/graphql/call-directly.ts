import { type GraphQLSchema, isObjectType } from "graphql";
import { Extensions, getMetadataStorage } from "type-graphql";
import type { GraphContext } from "./context.js";

/** A method that takes no more than what it is asked of and the context. */
interface DirectMethod {
  readonly resolver: object;
  readonly name: string;
  readonly takes: readonly ("root" | "context")[];
}

type Method = (first?: unknown, second?: unknown) => unknown;

const DIRECT = "direct";

/**
 * Marks, before a schema is built, the methods that answer fields without arguments. type-graphql calls a method through
 * four functions, and sorts and lists what it takes at each call: for a field of each item of a long list that is more than
 * the answer itself.
 */
export function markDirectMethods(resolverOf: (target: unknown) => object | undefined): void {
  const { fieldResolvers, params, authorizedFields, authorizedResolver } = getMetadataStorage();
  const guarded = [...authorizedFields, ...authorizedResolver].map(({ target }) => target);
  for (const { target, methodName, middlewares } of fieldResolvers) {
    const taken = params
      .filter((param) => param.target === target && param.methodName === methodName)
      .sort((a, b) => a.index - b.index);
    const takes = taken.flatMap((param) =>
      (param.kind === "root" || param.kind === "context") && param.propertyName === undefined
        ? [param.kind]
        : [],
    );
    const resolver = resolverOf(target);
    const isPlain = takes.length === taken.length && !guarded.includes(target) && !middlewares?.length;
    if (!resolver || !isPlain || takes.length > 2) continue;
    const method: DirectMethod = { resolver, name: methodName, takes };
    Extensions({ [DIRECT]: method })((target as { prototype: object }).prototype, methodName);
  }
}

/** Lets the fields of a schema that was built call their marked methods themselves. */
export function callDirectly(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const direct = field.extensions[DIRECT] as DirectMethod | undefined;
      if (direct) field.resolve = callOf(direct);
    }
  }
}

function callOf({ resolver, name, takes: [first, second] }: DirectMethod) {
  const method = (resolver as Record<string, Method>)[name] as Method;
  const call = method.bind(resolver);
  if (first === undefined) return () => call();
  if (second === undefined) {
    return first === "root"
      ? (source: unknown) => call(source)
      : (_: unknown, __: unknown, context: GraphContext) => call(context);
  }
  return first === "root"
    ? (source: unknown, _: unknown, context: GraphContext) => call(source, context)
    : (source: unknown, _: unknown, context: GraphContext) => call(context, source);
}
