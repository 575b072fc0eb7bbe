import { type DocumentNode, getOperationAST, type OperationDefinitionNode, parse } from "graphql";
import { LRUCache } from "lru-cache";
import type { Limits } from "../../domain/limits.js";
import { checkDocumentSize } from "./document-limits.js";

/** A document with the operation of it that is asked for. */
export interface ReadOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** As many documents as a busy server's clients use; each holds up to `maxDocumentBytes` of text. */
const KEPT = 300;

/** Reads documents, and keeps those that were read last. */
export class DocumentReader {
  private readonly limits: Limits;
  private readonly kept = new LRUCache<string, DocumentNode>({ max: KEPT });

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /**
   * The operation that a text holds under a name, or its only one. Null where the text is no GraphQL or holds no such
   * operation: the engine says so in its own words.
   * @throws COST_LIMIT_EXCEEDED, DEPTH_LIMIT_EXCEEDED for a document that is too large to be parsed.
   */
  read(text: string, operationName: string | null): ReadOperation | null {
    const document = this.kept.get(text) ?? this.parse(text);
    if (document === null) return null;
    this.kept.set(text, document);
    const operation = getOperationAST(document, operationName);
    return operation ? { document, operation } : null;
  }

  private parse(text: string): DocumentNode | null {
    checkDocumentSize(text, this.limits);
    try {
      return parse(text);
    } catch {
      return null;
    }
  }
}
