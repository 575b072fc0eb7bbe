/** The closed list of error codes. A code is permanent: programs rely on it. */
export const ERROR_CODES = [
  "BAD_USER_INPUT",
  "NOT_FOUND",
  "WRONG_KIND",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "COST_LIMIT_EXCEEDED",
  "DEPTH_LIMIT_EXCEEDED",
  "RATE_LIMITED",
  "DEADLINE_EXCEEDED",
  "STORE_UNAVAILABLE",
  "CONFLICT",
  "DATA_INVALID",
  "INTERNAL",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * A mistake or fault that its reader can act upon: the message is one sentence that names the value and the
 * remedy. Anything else that is thrown is a fault of this program.
 */
export class ExposureError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ExposureError";
    this.code = code;
  }
}

/** The commonest one: a value that the user gave cannot be read. */
export function badInput(message: string): ExposureError {
  return new ExposureError("BAD_USER_INPUT", message);
}
