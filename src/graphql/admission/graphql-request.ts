/** What a client sends, whichever door it comes through; nothing of it is checked yet. */
export interface GraphqlRequest {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
  /** The hash of a known document, in place of `query`. */
  readonly documentId?: unknown;
}
