import "reflect-metadata";
import { type GraphQLSchema, isInterfaceType } from "graphql";
import {
  type AuthCheckerFn,
  buildSchemaSync,
  getMetadataStorage,
  type NonEmptyArray,
  type PubSub,
} from "type-graphql";
import type { Role } from "../domain/access.js";
import { type GraphNode, kindOfNode } from "../questions/resident/resident-records.js";
import { callDirectly, markDirectMethods } from "./call-directly.js";
import type { GraphContext } from "./context.js";
import { endInTime } from "./end-in-time.js";
import { tellQuotedEnums } from "./nouns/scalars.js";
import "./nouns/claim.js";
import "./nouns/comparison.js";
import "./nouns/decision.js";
import "./nouns/difference.js";
import "./nouns/entity.js";
import "./nouns/exposed-university.js";
import "./nouns/exposure.js";
import "./nouns/finding.js";
import "./nouns/flag.js";
import "./nouns/funding.js";
import "./nouns/graph.js";
import "./nouns/node.js";
import "./nouns/ownership.js";
import "./nouns/path.js";
import "./nouns/quantity.js";
import "./nouns/relation.js";
import "./nouns/review.js";
import "./nouns/rule.js";
import "./nouns/scope.js";
import "./nouns/search.js";
import "./nouns/source.js";
import "./nouns/transaction.js";
import "./nouns/why-not.js";
import "./nouns/writing.js";

const QUERY =
  "Questions. A field that fails is null beside its error, so that one bad id empties no other answer. An unknown id as the argument itself gives null and NOT_FOUND in errors, with the nearest ids in its extensions; inside a list or filter it is BAD_USER_INPUT.";

const SUBSCRIPTION =
  "What is told as it happens, over WebSocket (graphql-transport-ws, at /graphql) or server-sent events (at /graphql/stream).";

/** type-graphql asks for one; here the version of the graph says when something happened. */
const NO_TOPICS: PubSub = {
  publish: () => {},
  subscribe: () => {
    throw new Error("no subscription has a topic");
  },
};

const MUTATION =
  "Writes; they need an editor's key. Each is told before and after, with who, what and when, in the server's log of writes. Nothing is ever deleted: what was known stays readable at its knownAt.";

/** A field that names a role is for callers of that role or a stronger one. @throws UNAUTHENTICATED, FORBIDDEN. */
const mayResolve: AuthCheckerFn<GraphContext, Role> = ({ context }, roles) => {
  for (const role of roles) context.require(role);
  return true;
};

/** The executable schema, built once. */
export function graphSchema(): GraphQLSchema {
  built ??= build();
  return built;
}

let built: GraphQLSchema | null = null;

/** Made of what the nouns declare: their decorators tell type-graphql, and there is no list beside them. */
function build(): GraphQLSchema {
  const { resolverClasses, objectTypes } = getMetadataStorage();
  const resolvers = resolverClasses.map(({ target }) => target as new () => object);
  // One object for each; type-graphql's own container looks through a list at each call.
  const instances = new Map<unknown, object>(resolvers.map((Resolver) => [Resolver, new Resolver()]));
  // Types that are met only behind their interfaces.
  const kinds = objectTypes.filter(({ interfaceClasses }) => interfaceClasses?.length);
  markDirectMethods((resolver) => instances.get(resolver));
  const schema = buildSchemaSync({
    resolvers: resolvers as NonEmptyArray<new () => object>,
    orphanedTypes: kinds.map(({ target }) => target),
    validate: false,
    emitSchemaFile: false,
    // The tests print and check the schema; a start need not introspect it.
    skipCheck: true,
    container: { get: (resolver) => instances.get(resolver) },
    pubSub: NO_TOPICS,
    authChecker: mayResolve,
  });
  const [query, subscription] = [schema.getQueryType(), schema.getSubscriptionType()];
  const mutation = schema.getMutationType();
  if (query) query.description = QUERY;
  if (mutation) mutation.description = MUTATION;
  if (subscription) subscription.description = SUBSCRIPTION;
  resolveKindsAtOnce(schema);
  callDirectly(schema);
  tellQuotedEnums(schema);
  endInTime(schema);
  return schema;
}

/** type-graphql asks for the kind of a value in a promise, one for each item of a list; it is known at once. */
function resolveKindsAtOnce(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type)) type.resolveType = (value: GraphNode) => kindOfNode(value);
  }
}
