import type { View } from "../projection/view.js";

/** Relations in the order of their claim ids. */
export function byClaimId(view: View, relations: readonly number[]): number[] {
  if (relations.length < 2) return [...relations];
  const { relations: table } = view.projection;
  return relations
    .map((relation) => ({ relation, id: table.id(relation) }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map(({ relation }) => relation);
}

/** By the first id that differs; a sequence that goes on comes after the one that ends. */
export function compareSequences(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    if (a[at] !== b[at]) return (a[at] as string) < (b[at] as string) ? -1 : 1;
  }
  return a.length - b.length;
}
