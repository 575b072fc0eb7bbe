import "reflect-metadata";
import { type GraphQLSchema, isInterfaceType } from "graphql";
import { type AuthCheckerFn, buildSchemaSync, type ContainerType, type PubSub } from "type-graphql";
import type { Role } from "../domain/access.js";
import { type GraphNode, kindOfNode } from "../questions/resident/look-up.js";
import { callDirectly, markDirectMethods } from "./call-directly.js";
import type { GraphContext } from "./context.js";
import { endInTime } from "./end-in-time.js";
import { tellQuotedEnums } from "./literals.js";
import { RESOLVERS } from "./resolvers.js";
import {
  DecisionType,
  FlagEventType,
  FlagSubjectType,
  ResponseType,
  ReviewPolicyType,
} from "./types/claim.type.js";
import {
  ArrangementType,
  CompanyType,
  OrganizationType,
  PersonType,
  ProgramType,
  PublicBodyType,
  UniversityType,
  UnknownPartyType,
} from "./types/entity.type.js";
import { ListingType, ProbeType } from "./types/flag.type.js";
import { RELATION_TYPES } from "./types/relation.type.js";
import { SourceType } from "./types/source.type.js";

/** Types that are met only behind their interfaces. */
const KINDS = [
  UniversityType,
  CompanyType,
  OrganizationType,
  PublicBodyType,
  ProgramType,
  PersonType,
  ArrangementType,
  UnknownPartyType,
  ...RELATION_TYPES,
  FlagSubjectType,
  FlagEventType,
  ResponseType,
  DecisionType,
  ReviewPolicyType,
  ProbeType,
  ListingType,
  SourceType,
];

/** One object for each class of resolvers; type-graphql's own container looks through a list at each call. */
const INSTANCES = new Map(RESOLVERS.map((Resolver) => [Resolver as unknown, new Resolver()]));
const RESOLVER_OBJECTS: ContainerType = { get: (resolver) => INSTANCES.get(resolver) };

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

function build(): GraphQLSchema {
  markDirectMethods((resolver) => INSTANCES.get(resolver));
  const schema = buildSchemaSync({
    resolvers: RESOLVERS,
    orphanedTypes: KINDS,
    validate: false,
    emitSchemaFile: false,
    // The tests print and check the schema; a start need not introspect it.
    skipCheck: true,
    container: RESOLVER_OBJECTS,
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
