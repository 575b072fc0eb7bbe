/** How much one request may ask for. `graph { limits }` shows them; the environment sets those that are not fixed. */
export interface Limits {
  /** Bytes of a GraphQL document. */
  readonly maxDocumentBytes: number;
  /** Words and signs of a GraphQL document. */
  readonly maxTokens: number;
  /** How deep fields may stand in fields. */
  readonly maxDepth: number;
  /** Fields that are asked for under another name, or again beside themselves; and fragments. */
  readonly maxAliases: number;
  readonly maxRootFields: number;
  /** How many fields an answer may hold, counted before it is worked out (see src/graphql/admission/README.md). */
  readonly maxCost: number;
  /** Items on a page of a list; fixed. */
  readonly maxPageSize: number;
  /** Claims in a chain or path; fixed. */
  readonly maxHops: number;
  /** How many claims one operation may look at. */
  readonly rowBudget: number;
  /** How many claims one list of paths may try. */
  readonly pathBudget: number;
  /** Milliseconds after which an operation is cut short. */
  readonly deadlineMs: number;
  /** Requests in any minute for one key or address; null: as many as they like. */
  readonly requestsPerMinute: number | null;
}

/** Limits that hold where the environment sets no other. */
export const DEFAULT_LIMITS: Limits = {
  maxDocumentBytes: 50_000,
  maxTokens: 2_000,
  maxDepth: 16,
  maxAliases: 60,
  maxRootFields: 30,
  maxCost: 500_000,
  maxPageSize: 500,
  maxHops: 16,
  rowBudget: 50_000_000,
  pathBudget: 200_000,
  deadlineMs: 10_000,
  requestsPerMinute: null,
};
