import { badInput } from "../domain/errors.js";

/**
 * Refuses a list that narrows a question and names nothing: an answer to it would find nothing, which reads as if there
 * were nothing.
 * @throws BAD_USER_INPUT; the message names the argument and the remedy.
 */
export function requireSome(argument: string, values: readonly unknown[] | null | undefined): void {
  if (values?.length !== 0) return;
  throw badInput(`${argument}: an empty list leaves nothing to find: leave it out, or name at least one`);
}
