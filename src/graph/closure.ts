import { Pace } from "./run-to-completion.js";

/** So many nodes are looked at in one step, some tens of microseconds. */
const STEP = 64;

/**
 * Some nodes and everything that steps lead to from them (the transitive closure), in the order of a breadth-first search;
 * in steps.
 */
export function* closure(
  start: Iterable<number>,
  next: (node: number) => Iterable<number>,
): Generator<void, ReadonlySet<number>> {
  const found = new Set(start);
  const pace = new Pace(STEP);
  for (const node of found) {
    for (const other of next(node)) {
      found.add(other);
      if (pace.isStep()) yield;
    }
  }
  return found;
}
