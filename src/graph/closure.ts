/** Some nodes and everything that steps lead to from them (the transitive closure), in the order of a breadth-first search. */
export function closure(
  start: Iterable<number>,
  next: (node: number) => Iterable<number>,
): ReadonlySet<number> {
  const found = new Set(start);
  for (const node of found) for (const other of next(node)) found.add(other);
  return found;
}
