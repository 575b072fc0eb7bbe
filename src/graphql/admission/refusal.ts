import { type ErrorCode, ExposureError } from "../../domain/errors.js";
import type { Limits } from "../../domain/limits.js";

/** What is refused: which limit, what was asked, what is allowed, and what to do instead. */
export interface Refusal {
  readonly limit: keyof Limits;
  readonly value: number;
  readonly allowed: number;
  /** What the value counts, e.g. "tokens". */
  readonly unit: string;
  readonly remedy: string;
}

/** An error that names limit, value and remedy; a program reads the first three beside the code. */
export function refusal(code: ErrorCode, { limit, value, allowed, unit, remedy }: Refusal): ExposureError {
  const message = `${limit}: ${value} ${unit} are asked for, ${allowed} are allowed: ${remedy}`;
  return new ExposureError(code, message, { details: { limit, value, allowed } });
}
