import { isFromAbove, isOwnStep, type RelationArrays } from "./relation-table.js";

type Ends = Pick<RelationArrays, "kind" | "from" | "to">;

/** Of an ownership step the held, controlled, affiliate or unit; -1: it is none. */
export function lowerEnd({ kind, from, to }: Ends, relation: number): number {
  const number = kind[relation] as number;
  return isOwnStep(number) ? ((isFromAbove(number) ? to : from)[relation] as number) : -1;
}

/** Of an ownership step the holder, controller, group or whole; -1: it is none. */
export function upperEnd({ kind, from, to }: Ends, relation: number): number {
  const number = kind[relation] as number;
  return isOwnStep(number) ? ((isFromAbove(number) ? from : to)[relation] as number) : -1;
}
