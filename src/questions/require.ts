import { type Day, printDay } from "../domain/day.js";
import { badInput, called, outOfRange } from "../domain/errors.js";

/**
 * Refuses a list that narrows a question and names nothing: an answer to it would find nothing, which reads as if there
 * were nothing.
 * @throws BAD_USER_INPUT with the argument and the remedy.
 */
export function requireSome(argument: string, values: readonly unknown[] | null | undefined): void {
  if (values?.length !== 0) return;
  throw badInput("an empty list leaves nothing to find", {
    argument,
    remedy: "leave it out, or name at least one",
  });
}

/** A day that an argument gives, if it does. */
interface GivenDay {
  readonly argument: string;
  readonly day: Day | null | undefined;
}

/** Refuses a first day that is later than the last. @throws BAD_USER_INPUT with both arguments and the remedy. */
export function requireOrder(first: GivenDay, last: GivenDay, remedy = "turn them round"): void {
  const [from, to] = [first.day, last.day];
  if (from == null || to == null || from <= to) return;
  throw badInput((wording) => `is later than ${called(wording, last.argument)} ${printDay(to)}`, {
    argument: first.argument,
    value: printDay(from),
    remedy,
  });
}

/** A fraction, where one is given. @throws BAD_USER_INPUT for one that is out of range. */
export function requireFraction(argument: string, value: number | null | undefined): void {
  if (value !== undefined && value !== null && !(value >= 0 && value <= 1))
    throw outOfRange(argument, value, "give a fraction from 0 to 1");
}
