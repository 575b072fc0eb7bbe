/** The closed list of error codes, with what each tells its reader. A code is permanent: programs rely on it. */
export const ERRORS = {
  BAD_USER_INPUT: {
    status: 400,
    meaning:
      "The request, the document or a value in it cannot be read or is out of range: mend what is named.",
  },
  NOT_FOUND: { status: 404, meaning: "There is nothing at this address, or under this id." },
  WRONG_KIND: { status: 400, meaning: "The id is known, but names something of another kind." },
  UNAUTHENTICATED: {
    status: 401,
    meaning: "No key or token came with the request, or one that is not known here or has expired.",
  },
  FORBIDDEN: { status: 403, meaning: "The key's role does not allow this, or it is switched off." },
  COST_LIMIT_EXCEEDED: {
    status: 400,
    meaning: "The question is larger than a limit allows: ask for less at a time. Nothing was worked out.",
  },
  DEPTH_LIMIT_EXCEEDED: { status: 400, meaning: "The question is nested deeper than the limit allows." },
  RATE_LIMITED: {
    status: 429,
    meaning: "Too many requests came from this key or address: wait for as long as Retry-After says.",
  },
  DEADLINE_EXCEEDED: { status: 503, meaning: "The answer took longer than the deadline and was cut short." },
  STORE_UNAVAILABLE: { status: 503, meaning: "The store does not answer: try again later." },
  CONFLICT: {
    status: 409,
    meaning: "Somebody else changed the graph first: nothing was written; ask again.",
  },
  DATA_INVALID: {
    status: 500,
    meaning: "What the store holds contradicts itself: its operator must mend it.",
  },
  INTERNAL: {
    status: 500,
    meaning: "A fault of this program; its operator finds it in the log by requestId.",
  },
} as const;

export type ErrorCode = keyof typeof ERRORS;
export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[];

/** What a program can read of an error beside its code: the limit that was passed, the value, what is allowed. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/**
 * A mistake or fault that its reader can act upon: the message is one sentence that names the value and the
 * remedy. Anything else that is thrown is a fault of this program.
 */
export class ExposureError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(
    code: ErrorCode,
    message: string,
    options?: ErrorOptions & { readonly details?: ErrorDetails },
  ) {
    super(message, options);
    this.name = "ExposureError";
    this.code = code;
    this.details = options?.details ?? {};
  }
}

/** The commonest one: a value that the user gave cannot be read. */
export function badInput(message: string): ExposureError {
  return new ExposureError("BAD_USER_INPUT", message);
}
