import { type GraphQLSchema, getVariableValues, Kind, visit } from "graphql";
import { LRUCache } from "lru-cache";
import { ExposureError } from "../../domain/errors.js";
import type { Limits } from "../../domain/limits.js";
import { checkCost, operationCost } from "./cost.js";
import type { GraphqlRequest, KnownDocuments } from "./documents.js";
import { ParsedDocuments, type ReadOperation } from "./documents.js";
import { checkDocumentSize, checkSelections, measureSelections } from "./limits.js";

export interface AdmissionTerms {
  readonly limits: Limits;
  readonly documents: KnownDocuments;
  /** Whether the schema may be asked for. */
  readonly introspection: boolean;
}

/** An operation that may be answered. */
export interface Admitted extends ReadOperation {
  /** The whole document. */
  readonly text: string;
  /** Null: it has none. */
  readonly name: string | null;
  /** Coerced, defaults filled in. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly cost: number;
}

/** So many characters of documents and variables are kept with what they came to. */
const KEPT_CHARACTERS = 4_000_000;
const KEPT_LONGEST = 20_000;

/**
 * What every transport asks before an operation is worked on: documents by hash, size, depth, aliases, cost. It neither
 * validates nor executes; a request that it cannot read is let through, for the engine to say what is wrong with it.
 */
export class Admission {
  readonly terms: AdmissionTerms;
  private readonly schema: GraphQLSchema;
  /** What was parsed: Apollo takes it from here. */
  readonly parsed: ParsedDocuments;
  /** What was admitted last, by what was sent: what is let in once is let in again, at the same cost. */
  private readonly kept = new LRUCache<string, Admitted>({
    maxSize: KEPT_CHARACTERS,
    maxEntrySize: KEPT_LONGEST,
    sizeCalculation: (_, sent) => sent.length,
  });

  constructor(schema: GraphQLSchema, terms: AdmissionTerms) {
    this.schema = schema;
    this.terms = terms;
    this.parsed = new ParsedDocuments(schema, terms.limits);
  }

  /** The text of a request's document; null: there is none. @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT. */
  documentOf(request: GraphqlRequest): string | null {
    return this.terms.documents.textOf(request);
  }

  /**
   * Null where the request cannot be read: no document, no GraphQL, or variables that do not fit. An empty name of an
   * operation is none.
   * @throws COST_LIMIT_EXCEEDED, DEPTH_LIMIT_EXCEEDED, FORBIDDEN; NOT_FOUND for a hash that is not known; BAD_USER_INPUT
   * where the document holds no such operation.
   */
  admit(request: GraphqlRequest): Admitted | null {
    const text = this.documentOf(request);
    if (text === null) return null;
    // No longer text is let in, and nothing is made of one.
    if (text.length > this.terms.limits.maxDocumentBytes) checkDocumentSize(text, this.terms.limits);
    const name = typeof request.operationName === "string" ? request.operationName || null : null;
    const sent = JSON.stringify([text, name, request.variables]);
    const kept = this.kept.get(sent);
    if (kept !== undefined) return kept;
    const admitted = this.work(text, name, request.variables);
    if (admitted !== null) this.kept.set(sent, admitted);
    return admitted;
  }

  private work(text: string, operationName: string | null, given: unknown): Admitted | null {
    const read = this.parsed.read(text, operationName);
    if (read === null) return null;
    checkSelections(measureSelections(read.document, read.operation), this.terms.limits);
    if (!this.terms.introspection) refuseIntrospection(read);
    const variables = this.coerce(read, given);
    if (variables === null) return null;
    const cost = operationCost(this.schema, read, variables);
    checkCost(cost, this.terms.limits);
    return { ...read, text, name: read.operation.name?.value ?? null, variables, cost };
  }

  private coerce({ operation }: ReadOperation, given: unknown): Readonly<Record<string, unknown>> | null {
    const values = typeof given === "object" && given !== null ? given : {};
    const definitions = operation.variableDefinitions ?? [];
    return (
      getVariableValues(this.schema, definitions, values as Record<string, unknown>, { maxErrors: 1 })
        .coerced ?? null
    );
  }
}

function refuseIntrospection({ document }: ReadOperation): void {
  visit(document, {
    [Kind.FIELD]: ({ name: { value } }) => {
      if (value !== "__schema" && value !== "__type") return;
      throw new ExposureError(
        "FORBIDDEN",
        `${value}: this server does not answer questions about its schema: read the schema that comes with the program`,
      );
    },
  });
}
