import { badInput } from "../../domain/errors.js";

/** How precisely an integrated share is asked for. @throws BAD_USER_INPUT where that is no fraction. */
export function requirePrecision(precision: number | undefined): number | undefined {
  if (precision !== undefined && !(precision >= 0 && precision <= 1))
    throw badInput(`precision: ${precision} is out of range: give a fraction from 0 to 1`);
  return precision;
}
