import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import type { GraphContext } from "../context.js";
import { propertyResolver } from "../end-in-time.js";
import { type PlannedField, planOf } from "./plan.js";
import { Run } from "./run.js";

/** A valid document, and what it is asked with. */
export interface OperationToExecute {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined;
  readonly contextValue: GraphContext;
}

/**
 * Answers an operation. Questions, and what subscriptions tell, are planned once for their document; mutations, which must
 * come one after the other, questions about the schema itself, and whatever cannot be answered at all are graphql-js's.
 */
export async function executeOperation(asked: OperationToExecute): Promise<ExecutionResult> {
  const { schema, document, contextValue } = asked;
  const operation = getOperationAST(document, asked.operationName);
  const way = operation && wayOf(document, operation);
  if (!operation || !way || way.isForGraphqlJs) {
    return execute({ ...asked, fieldResolver: propertyResolver });
  }
  const definitions = operation.variableDefinitions ?? [];
  const { errors, coerced } = getVariableValues(schema, definitions, asked.variableValues ?? {}, {
    maxErrors: 50,
  });
  if (errors) return { errors };
  const plan = way.plan ?? planOf(schema, document, operation, coerced);
  if (!way.isConditional) way.plan = plan;
  return new Run(contextValue, coerced).answer(plan);
}

/** How an operation is answered; found out once for each. */
interface Way {
  readonly isForGraphqlJs: boolean;
  /** Whether variables may leave fields out. */
  readonly isConditional: boolean;
  plan: readonly PlannedField[] | null;
}

const WAYS = new WeakMap<DocumentNode, Map<OperationDefinitionNode, Way>>();

function wayOf(document: DocumentNode, operation: OperationDefinitionNode): Way {
  const ways = WAYS.get(document) ?? new Map<OperationDefinitionNode, Way>();
  WAYS.set(document, ways);
  const known = ways.get(operation);
  if (known) return known;
  let isForGraphqlJs = operation.operation === "mutation";
  let isConditional = false;
  visit(document, {
    [Kind.DIRECTIVE]: () => {
      isConditional = true;
    },
    [Kind.FIELD]: ({ name, alias }) => {
      const isOfSchema = name.value === "__schema" || name.value === "__type";
      // As a property this name would be the prototype.
      if (isOfSchema || alias?.value === "__proto__") isForGraphqlJs = true;
    },
  });
  const way: Way = { isForGraphqlJs, isConditional, plan: null };
  ways.set(operation, way);
  return way;
}
